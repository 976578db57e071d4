package dev.bulkhead.app.polling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PollTextTest {
    private Locale before;

    @BeforeEach
    void english() {
        before = Locale.getDefault();
        Locale.setDefault(Locale.US);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void timeTicksAreDaysAndAClock() {
        assertThat(PollText.ticks(355_157_500)).isEqualTo("41 d 02:32:55");
        assertThat(PollText.ticks(4_199)).isEqualTo("00:00:41");
    }

    @Test
    void agesAreWrittenInTheirLargestFittingUnit() {
        assertThat(PollText.age(Duration.ofMillis(400))).isEqualTo("0.4 s");
        assertThat(PollText.age(Duration.ofSeconds(71))).isEqualTo("71 s");
        assertThat(PollText.age(Duration.ofMinutes(3))).isEqualTo("3 min");
        assertThat(PollText.age(Duration.ofHours(5))).isEqualTo("5 h");
    }

    @Test
    void periodsAreWrittenAsTheyWereGiven() {
        assertThat(PollText.period(Duration.ofMillis(500))).isEqualTo("500 ms");
        assertThat(PollText.period(Duration.ofSeconds(30))).isEqualTo("30 s");
        assertThat(PollText.period(Duration.ofMinutes(5))).isEqualTo("5 min");
    }

    @Test
    void onlyColumnsOfInterfaceCountersHaveCompanions() {
        assertThat(Companions.of(Oid.parse("1.3.6.1.2.1.2.2.1.10.7")).oids())
                .extracting(Oid::toString)
                .containsExactly("1.3.6.1.2.1.31.1.1.1.19.7", "1.3.6.1.2.1.31.1.1.1.15.7");
        assertThat(Companions.of(Oid.parse("1.3.6.1.2.1.2.2.1.11.7")).oids()).hasSize(1);
        assertThat(Companions.of(Oid.parse("1.3.6.1.2.1.2.2.1.8.7")).oids()).isEmpty();
        assertThat(Companions.of(Oid.parse("1.3.6.1.2.1.2.2.1.10")).oids()).isEmpty();
    }
}
