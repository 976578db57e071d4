package dev.bulkhead.engine.snmp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Keeps the readings of a poll that are under way to a number, so that requests and answers do not
 * overrun queues on their way; those over it wait in line.
 *
 * <p>A dead target must not hold a place until its timeout (measured: a fixed window makes the last
 * live answer of 1,000 among 1,000 dead come after 20 s instead of 46 ms): a place is free again
 * when the reading ends or after a grace of four usual round trips, 20 ms at least. And who did not
 * answer the last time stands behind all who did, but for every eighth place, so that he is asked
 * however many the others are. On the loop's thread.
 */
final class PollWindow {
    /**
     * No socket's receive buffer, which holds about 100 answers, has more to take than that ({@link
     * UdpCrowd}): this many are for the paths' sake. At 100 the dead of 1,000 live and 1,000 dead
     * targets hold the live ones up for 0.2 s.
     */
    static final int SIZE = 400;

    /** So many of the others go before one who was silent. */
    private static final int BEFORE_SILENT = 7;

    private static final long MIN_GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Loop loop;
    private final Function<Runnable, Timers.Timer> afterMinGrace;
    private final Deque<Runnable> line = new ArrayDeque<>();
    private final Deque<Runnable> silentLine = new ArrayDeque<>();
    private int sinceSilent;
    private int used;
    private long usualRoundTripNanos;

    PollWindow(Loop loop) {
        this.loop = loop;
        this.afterMinGrace = loop.after(MIN_GRACE_NANOS);
    }

    /** A place in the window. */
    final class Place {
        private final Timers.Timer grace;
        private boolean free;

        private Place() {
            used++;
            long nanos = 4 * usualRoundTripNanos;
            grace =
                    nanos <= MIN_GRACE_NANOS
                            ? afterMinGrace.apply(this::leave)
                            : loop.after(nanos, this::leave);
        }

        /** Frees the place, once. */
        void leave() {
            if (!free) {
                free = true;
                grace.cancel();
                used--;
                letIn(true);
            }
        }
    }

    /** Runs a task as soon as there is a place, which {@link #enter} then takes. */
    void whenFree(Runnable task) {
        line.add(task);
        letIn(false);
    }

    /** The same for who was silent the last time: not before all who have their turn now. */
    void whenFreeOfOthers(Runnable task) {
        if (silentLine.isEmpty()) {
            loop.atTurnEnd(() -> letIn(true));
        }
        silentLine.add(task);
    }

    Place enter() {
        return new Place();
    }

    /** Learns from an answer, an eighth at a time (as RFC 6298 §2 does). */
    void answered(long roundTripNanos) {
        usualRoundTripNanos += (roundTripNanos - usualRoundTripNanos) / 8;
    }

    private void letIn(boolean silentToo) {
        while (used < SIZE) {
            boolean silentsTurn = sinceSilent >= BEFORE_SILENT || (silentToo && line.isEmpty());
            if (silentsTurn && !silentLine.isEmpty()) {
                sinceSilent = 0;
                silentLine.remove().run();
            } else if (!line.isEmpty()) {
                sinceSilent++;
                line.remove().run();
            } else {
                return;
            }
        }
    }
}
