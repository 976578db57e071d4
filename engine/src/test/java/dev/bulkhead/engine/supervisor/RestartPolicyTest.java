package dev.bulkhead.engine.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private static long seconds(double seconds) {
        return (long) (seconds * 1e9);
    }

    @Test
    void theFirstRestartIsAtOnce() {
        assertThat(RestartPolicy.standard().died(seconds(5))).contains(Duration.ZERO);
    }

    @Test
    void pausesGrowAndTheSixthDeathInAMinuteIsTheLast() {
        RestartPolicy policy = RestartPolicy.standard();
        assertThat(LongStream.range(0, 6).mapToObj(i -> policy.died(seconds((double) i))).toList())
                .extracting(pause -> pause.map(Duration::toMillis).orElse(-1L))
                .containsExactly(0L, 250L, 500L, 1000L, 2000L, -1L);
    }

    @Test
    void deathsBeforeThePeriodAreForgotten() {
        RestartPolicy policy = new RestartPolicy(2, MINUTE);
        assertThat(policy.died(seconds(0))).contains(Duration.ZERO);
        assertThat(policy.died(seconds(30))).contains(Duration.ofMillis(250));
        assertThat(policy.died(seconds(59.9))).isEmpty();
        assertThat(policy.died(seconds(60))).contains(Duration.ofMillis(250));
        assertThat(policy.died(seconds(200))).contains(Duration.ZERO);
    }

    @Test
    void aClockNearItsOverflowDoesNoHarm() {
        RestartPolicy policy = new RestartPolicy(2, MINUTE);
        long late = Long.MAX_VALUE - 5;
        assertThat(policy.died(late)).contains(Duration.ZERO);
        assertThat(policy.died(late + seconds(1))).contains(Duration.ofMillis(250));
        assertThat(policy.died(late + seconds(2))).isEmpty();
        assertThat(policy.died(late + seconds(61.5))).contains(Duration.ZERO);
    }
}
