package dev.bulkhead.engine.snmp;

import java.util.concurrent.TimeUnit;

/**
 * How many requests may be under way to one agent: one at first. On a slow path it grows by one
 * with each answer, up to {@value #MOST}, as long as answers take about as long as the quickest
 * did: then the time goes by on the way and not in the agent. Answers that take three times as long
 * are strain and halve it; a retry or silence brings it back to one for good. On the loop's thread.
 */
final class FlightWindow {
    private static final int MOST = 4;

    /** Below this round trip one request after the other is as quick. */
    private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private int size = 1;
    private boolean strained;
    private long quickestNanos = Long.MAX_VALUE;

    int size() {
        return size;
    }

    void answered(Reply.Answer answer) {
        long nanos = answer.roundTripNanos();
        quickestNanos = Math.min(quickestNanos, nanos);
        if (answer.retried()) {
            strain();
        } else if (nanos > 3 * quickestNanos) {
            size = Math.max(1, size / 2);
        } else if (!strained && nanos >= SLOW_NANOS && nanos < 3 * quickestNanos / 2) {
            size = Math.min(MOST, size + 1);
        }
    }

    private void strain() {
        strained = true;
        size = 1;
    }

    /** No answer came; whether that may be for there were several requests. */
    boolean takesSilence() {
        boolean several = size > 1;
        strain();
        return several;
    }
}
