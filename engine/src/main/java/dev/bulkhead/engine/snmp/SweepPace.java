package dev.bulkhead.engine.snmp;

import java.util.concurrent.TimeUnit;

/**
 * How fast a sweep may send: a leaky bucket kept as the moment at which the next message is due. A
 * time in which nothing was sent is not caught up with; only what timers are late by is, so that
 * their coarseness costs no speed. Moments are those of a monotonic clock.
 */
final class SweepPace {
    /** Twice what the selector's timeout, in whole milliseconds, and a busy machine are late by. */
    private static final long LATENESS_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final long intervalNanos;
    private long dueNanos;

    SweepPace(int perSecond, long nowNanos) {
        this.intervalNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.dueNanos = nowNanos;
    }

    /** How long to wait before the next message; 0 for not at all. */
    long waitNanos(long nowNanos) {
        return Math.max(0, dueNanos - nowNanos);
    }

    /** Takes note of messages that go out now. */
    void sent(int messages, long nowNanos) {
        long earliest = nowNanos - LATENESS_NANOS;
        long from = dueNanos - earliest < 0 ? earliest : dueNanos;
        dueNanos = from + messages * intervalNanos;
    }
}
