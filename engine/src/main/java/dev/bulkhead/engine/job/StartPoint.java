package dev.bulkhead.engine.job;

import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a worker takes a job up: at its beginning, or behind what another worker delivered.
 *
 * @param round a poll's first round to make, or a sweep's first endpoint to ask
 * @param untilRoundNanos from now until that round is due; negative if it is late and to be made
 *     now
 * @param rootsDone how many roots of a walk are complete
 * @param after the last variable (walk) or the last row's instance (table) that was delivered
 * @param varBindsDone how many values were delivered, for the limit
 */
public record StartPoint(
        long round, long untilRoundNanos, int rootsDone, Optional<Oid> after, long varBindsDone) {
    /** The longest that a start is believed to have taken; more is a clock that was set. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** The beginning of a job that is no poll. */
    public static final StartPoint BEGINNING = ofRound(0, 0);

    /** A poll that goes on with a round. */
    public static StartPoint ofRound(long round, long untilRoundNanos) {
        return new StartPoint(round, untilRoundNanos, 0, Optional.empty(), 0);
    }

    /**
     * The same after a while: a round stays where it is on the grid however long its worker took to
     * start. The first round is never late, for the grid begins with it.
     */
    public StartPoint later(Duration waited) {
        boolean believed = !waited.isNegative() && waited.compareTo(LONGEST_WAIT) <= 0;
        long nanos = believed && round > 0 ? waited.toNanos() : 0;
        return new StartPoint(round, untilRoundNanos - nanos, rootsDone, after, varBindsDone);
    }
}
