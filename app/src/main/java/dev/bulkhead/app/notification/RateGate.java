package dev.bulkhead.app.notification;

import java.time.Duration;

/** Lets so many a minute pass, at first all of them at once. Any thread. */
final class RateGate {
    private static final double NANOS_A_MINUTE = Duration.ofMinutes(1).toNanos();

    private final int perMinute;
    private double left;
    private long last;
    private boolean begun;

    RateGate(int perMinute) {
        this.perMinute = perMinute;
        left = perMinute;
    }

    /**
     * Whether one more may pass.
     *
     * @param nanos now, by any clock that does not go back
     */
    synchronized boolean pass(long nanos) {
        if (begun) {
            double gained = Math.max(0, nanos - last) / NANOS_A_MINUTE * perMinute;
            left = Math.min(perMinute, left + gained);
        }
        begun = true;
        last = nanos;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
