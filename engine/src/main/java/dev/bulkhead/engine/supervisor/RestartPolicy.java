package dev.bulkhead.engine.supervisor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How often and how soon a dead worker is replaced, in the way of OTP: at most {@code intensity}
 * times within {@code period}, at once after the first death in the period and with doubled pauses
 * after each more. Knows no clock: the caller says what time it is. One thread.
 */
final class RestartPolicy {
    private static final int DEFAULT_INTENSITY = 5;
    private static final Duration DEFAULT_PERIOD = Duration.ofSeconds(60);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final int MAX_DOUBLINGS = 5;

    private final int intensity;
    private final Duration period;
    private final Deque<Long> deaths = new ArrayDeque<>();

    RestartPolicy(int intensity, Duration period) {
        this.intensity = intensity;
        this.period = period;
    }

    /** Five restarts a minute. */
    static RestartPolicy standard() {
        return new RestartPolicy(DEFAULT_INTENSITY, DEFAULT_PERIOD);
    }

    /**
     * A worker died.
     *
     * @param nowNanos monotonic
     * @return how long to wait before the next start; empty to give up
     */
    Optional<Duration> died(long nowNanos) {
        while (!deaths.isEmpty() && nowNanos - deaths.getFirst() >= period.toNanos()) {
            deaths.removeFirst();
        }
        int before = deaths.size();
        if (before >= intensity) {
            return Optional.empty();
        }
        deaths.addLast(nowNanos);
        return Optional.of(
                before == 0
                        ? Duration.ZERO
                        : FIRST_PAUSE.multipliedBy(1L << Math.min(before - 1, MAX_DOUBLINGS)));
    }
}
