package dev.bulkhead.engine.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestRateTest {
    private static final long BEAT_MILLIS = 200;

    private final RequestRate rate = new RequestRate();

    private void beat(long millis, long requests) {
        rate.counted(TimeUnit.MILLISECONDS.toNanos(millis), requests);
    }

    @Test
    void aMomentIsTooShortForARate() {
        assertThat(rate.perSecond()).isEmpty();
        beat(0, 0);
        beat(BEAT_MILLIS, 100);
        assertThat(rate.perSecond()).isEmpty();
    }

    @Test
    void theRateIsThatOfTheLastFiveSeconds() {
        for (int i = 0; i <= 50; i++) {
            beat(i * BEAT_MILLIS, i * 20L);
        }
        assertThat(rate.perSecond()).hasValue(100.0);
        for (int i = 51; i <= 80; i++) {
            beat(i * BEAT_MILLIS, 1000);
        }
        assertThat(rate.perSecond()).hasValue(0.0);
    }

    @Test
    void anotherWorkerCountsFromZeroWithoutANegativeRate() {
        beat(0, 0);
        beat(1000, 500);
        rate.restart();
        beat(1200, 0);
        beat(2200, 10);
        assertThat(rate.perSecond()).hasValue(10.0);
    }
}
