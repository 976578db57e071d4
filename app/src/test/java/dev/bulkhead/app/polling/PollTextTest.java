package dev.bulkhead.app.polling;

import static org.assertj.core.api.Assertions.assertThat;

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
}
