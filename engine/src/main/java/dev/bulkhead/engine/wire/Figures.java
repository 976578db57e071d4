package dev.bulkhead.engine.wire;

import dev.bulkhead.engine.notification.ListenCounts;
import dev.bulkhead.engine.sample.StrayCounts;

/**
 * What a worker counted since its job began, and how it stands.
 *
 * @param requests sent, retries not counted
 * @param timeouts requests without an answer
 * @param retries requests sent again
 * @param varBinds values received
 * @param listen what became of notifications
 * @param strays what came and answered nothing
 * @param queued what waits at this moment to be handed to the parent, in samples and notifications
 * @param heapBytes what its heap takes of the machine at this moment, used or not
 */
public record Figures(
        long requests,
        long timeouts,
        long retries,
        long varBinds,
        ListenCounts listen,
        StrayCounts strays,
        int queued,
        long heapBytes) {
    public static final Figures ZERO =
            new Figures(0, 0, 0, 0, ListenCounts.ZERO, StrayCounts.ZERO, 0, 0);

    /** What this worker counted and the next one, whose queue it is that waits now. */
    public Figures plus(Figures other) {
        return new Figures(
                requests + other.requests,
                timeouts + other.timeouts,
                retries + other.retries,
                varBinds + other.varBinds,
                listen.plus(other.listen),
                strays.plus(other.strays),
                other.queued,
                other.heapBytes);
    }

    /**
     * What was counted after an earlier moment. Not of notifications: who listens has done nothing
     * before.
     */
    public Figures since(Figures earlier) {
        return new Figures(
                requests - earlier.requests,
                timeouts - earlier.timeouts,
                retries - earlier.retries,
                varBinds - earlier.varBinds,
                listen,
                strays.minus(earlier.strays),
                queued,
                heapBytes);
    }
}
