package dev.bulkhead.engine.snmp;

import java.util.concurrent.TimeUnit;

/**
 * Keeps the requests to one address below a rate, with short bursts: a leaky bucket that remembers
 * one moment, when it will be empty. On the loop's thread.
 */
final class RequestBudget {
    /** Requests that may go at once, if there were none for a while. */
    private static final int BURST = 10;

    private final long nanosEach;
    private long emptyNanos = Long.MIN_VALUE;

    RequestBudget(int perSecond) {
        this.nanosEach = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /**
     * Asks for some requests.
     *
     * @return 0 if they may go now, which is then counted; else for how many nanoseconds to wait
     */
    long take(int requests, long nowNanos) {
        if (emptyNanos == Long.MIN_VALUE || emptyNanos - nowNanos < 0) {
            emptyNanos = nowNanos;
        }
        long wait = emptyNanos - nowNanos - (BURST - 1) * nanosEach;
        if (wait > 0) {
            return wait;
        }
        emptyNanos += requests * nanosEach;
        return 0;
    }
}
