package dev.bulkhead.engine.snmp;

import java.nio.channels.SelectionKey;
import java.util.concurrent.TimeUnit;

/**
 * How many messages that nobody asked for are read of one socket. Hundreds may come before an
 * answer; but a peer that sends them without end must not keep the loop from all the others: its
 * socket is not read for a moment, and what comes meanwhile the kernel drops. On the loop's thread.
 */
final class StrayBudget {
    /** So many may come at once. */
    private static final int BURST = 5_000;

    private static final long NANOS_EACH = TimeUnit.SECONDS.toNanos(1) / 20_000;

    /** How long a socket is not read. */
    static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private long emptyNanos = Long.MIN_VALUE;

    /** Counts a message; whether they were too many. */
    boolean isExceededBy(long nowNanos) {
        if (emptyNanos == Long.MIN_VALUE || emptyNanos - nowNanos < 0) {
            emptyNanos = nowNanos;
        }
        emptyNanos += NANOS_EACH;
        return emptyNanos - nowNanos > BURST * NANOS_EACH;
    }

    /** Has a socket not read for a moment. */
    static void rest(Loop loop, SelectionKey key) {
        if (key.isValid()) {
            key.interestOps(0);
            loop.after(
                    REST_NANOS,
                    () -> {
                        if (key.isValid()) {
                            key.interestOps(SelectionKey.OP_READ);
                        }
                    });
        }
    }
}
