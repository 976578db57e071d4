package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Schedule;
import java.util.concurrent.TimeUnit;

/**
 * When in a round of a poll each target has its turn: target <i>i</i> of <i>n</i> comes <i>i/n</i>
 * of the spread after the round's beginning, with the nine others of its ten, so in every round at
 * the same place. Ten are no burst, and to wake for each of them costs twice the processor time.
 *
 * <p>Turns that are late, as the process stood still, are caught up with at four times the pace and
 * never all at once. Without a spread all have their turn at the beginning. Knows no clock: times
 * are of one that is monotonic. One thread.
 */
final class RoundTurns {
    /** The loop's timers are no finer. */
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private static final int CATCH_UP = 4;

    private final int targets;
    private final long beginNanos;
    private final long spreadNanos;
    private int next;

    RoundTurns(int targets, long beginNanos, long spreadNanos) {
        this.targets = targets;
        this.beginNanos = beginNanos;
        this.spreadNanos = spreadNanos;
    }

    /** The target whose turn is next, 0-based; {@code targets} if all had theirs. */
    int next() {
        return next;
    }

    boolean isOver() {
        return next == targets;
    }

    /** Gives a turn to all targets before the one returned, from {@link #next} on. */
    int take(long nowNanos) {
        long until = Math.min(nowNanos - beginNanos, offset(next) + CATCH_UP * STEP_NANOS);
        while (next < targets && offset(next) <= until) {
            next++;
        }
        return next;
    }

    /** When to look for turns again, if not all are over. */
    long lookAgainNanos(long nowNanos) {
        long due = beginNanos + offset(next);
        return due - nowNanos > 0 ? due : nowNanos + STEP_NANOS;
    }

    private long offset(int target) {
        return spreadNanos / targets * (target - target % Schedule.TOGETHER);
    }
}
