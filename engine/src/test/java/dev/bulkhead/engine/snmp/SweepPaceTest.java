package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By a clock that the test turns. */
class SweepPaceTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);

    /** Sends all that may be sent now. */
    private static int send(SweepPace pace, long now) {
        int sent = 0;
        while (pace.waitNanos(now) == 0) {
            pace.sent(1, now);
            sent++;
        }
        return sent;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200, 10_000, 100_000})
    void aTimerThatIsLateByMillisecondsKeepsTheRate(int perSecond) {
        long begin = -SECOND;
        SweepPace pace = new SweepPace(perSecond, begin);
        int sent = 0;
        long now = begin;
        while (now < begin + 10 * SECOND) {
            sent += send(pace, now);
            now += pace.waitNanos(now) + 3 * MILLISECOND;
        }

        assertThat(sent).isBetween(perSecond * 99 / 10, perSecond * 101 / 10 + 1);
    }

    @Test
    void aPauseIsNotCaughtUpWith() {
        SweepPace pace = new SweepPace(200, 0);
        send(pace, 0);

        assertThat(send(pace, 60 * SECOND)).isLessThanOrEqualTo(3);
    }

    @Test
    void whatCountsTwiceWaitsTwice() {
        SweepPace pace = new SweepPace(100, 0);
        pace.sent(2, 0);

        assertThat(pace.waitNanos(0)).isEqualTo(20 * MILLISECOND);
        pace.sent(1, 20 * MILLISECOND);
        assertThat(pace.waitNanos(20 * MILLISECOND)).isEqualTo(10 * MILLISECOND);
    }
}
