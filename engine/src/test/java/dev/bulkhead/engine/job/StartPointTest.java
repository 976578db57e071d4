package dev.bulkhead.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StartPointTest {
    private static final StartPoint SEVENTH = StartPoint.ofRound(7, 500);

    @Test
    void aRoundStaysOnTheGridWhileItsWorkerStarts() {
        assertThat(SEVENTH.later(Duration.ofNanos(700))).isEqualTo(StartPoint.ofRound(7, -200));
    }

    @Test
    void theGridBeginsWithTheFirstRound() {
        StartPoint first = StartPoint.ofRound(0, -1);
        assertThat(first.later(Duration.ofSeconds(2))).isEqualTo(first);
    }

    @Test
    void aClockThatWasSetMovesNoRound() {
        assertThat(SEVENTH.later(Duration.ofNanos(-1))).isEqualTo(SEVENTH);
        assertThat(SEVENTH.later(Duration.ofHours(1))).isEqualTo(SEVENTH);
    }
}
