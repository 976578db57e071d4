package dev.bulkhead.app.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class JournalTest {
    private final Journal journal = new Journal(3);

    private List<Long> numbers() {
        return journal.from(0).stream().map(NotificationLine::number).toList();
    }

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            journal.add(Some.coldStart("10.0.0.1"), Severity.INFO);
        }
    }

    @Test
    void theOldestGoesForWantOfRoomAndIsCounted() {
        add(5);
        assertThat(numbers()).containsExactly(2L, 3L, 4L);
        assertThat(journal.forgotten()).isEqualTo(2);
        assertThat(journal.next()).isEqualTo(5);
    }

    @Test
    void whatWasClearedComesBackAsFarAsItIsStillThere() {
        add(3);
        long from = journal.clear();
        assertThat(numbers()).isEmpty();
        add(1);
        assertThat(numbers()).containsExactly(3L);
        journal.restore(from);
        assertThat(numbers()).containsExactly(1L, 2L, 3L);
        assertThat(journal.forgotten()).as("cleared, not forgotten").isZero();
    }

    @Test
    void allAreJudgedAnew() {
        add(2);
        journal.judge(line -> line.with(Severity.MAJOR));
        assertThat(journal.from(0))
                .extracting(NotificationLine::severity)
                .containsExactly(Severity.MAJOR, Severity.MAJOR);
    }

    @Test
    void aSourceLosesItsPortAndBrackets() {
        assertThat(NotificationLine.host("10.0.0.1:162")).isEqualTo("10.0.0.1");
        assertThat(NotificationLine.host("[2001:db8::1]:162")).isEqualTo("2001:db8::1");
    }
}
