package dev.bulkhead.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static Duration spread(Duration every, int targets) {
        return new Schedule(every, 0).spread(targets);
    }

    @Test
    void targetsAreSpreadOverHalfARound() {
        assertThat(spread(Duration.ofSeconds(10), 50)).isEqualTo(Duration.ofSeconds(5));
        assertThat(spread(Duration.ofMillis(500), 2)).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void fewTargetsAreSpreadOverASecondAtMost() {
        assertThat(spread(Duration.ofMinutes(5), 49)).isEqualTo(Duration.ofSeconds(1));
        assertThat(spread(Duration.ofMinutes(5), 50)).isEqualTo(Duration.ofSeconds(150));
    }

    @Test
    void aScheduleAtOnceHasNoSpread() {
        Schedule atOnce = new Schedule(Duration.ofSeconds(3), 7).atOnce();
        assertThat(atOnce.spread(10_000)).isZero();
        assertThat(atOnce.count()).isEqualTo(7);
    }
}
