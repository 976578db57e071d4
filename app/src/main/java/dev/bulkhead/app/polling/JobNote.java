package dev.bulkhead.app.polling;

import dev.bulkhead.engine.ExitReason;
import dev.bulkhead.engine.sample.Failure;
import java.time.Instant;
import java.util.Optional;

/** What happened to a polling job that its user should know. */
public sealed interface JobNote {
    /** The job's targets in the user's words. */
    String targets();

    Instant time();

    /**
     * The worker process was lost.
     *
     * @param detail more about why, may be empty
     * @param back when another had taken over; empty so far
     * @param gap the time without values; empty as long as it is not known
     */
    record WorkerLost(
            String targets,
            Instant time,
            long pid,
            ExitReason reason,
            String detail,
            Optional<Instant> back,
            Optional<GapTimes> gap)
            implements JobNote {
        WorkerLost backAt(Instant when) {
            return new WorkerLost(targets, time, pid, reason, detail, Optional.of(when), gap);
        }

        WorkerLost withGap(GapTimes times) {
            return new WorkerLost(targets, time, pid, reason, detail, back, Optional.of(times));
        }
    }

    /** Rounds were lost though the worker lives. */
    record RoundsLost(String targets, Instant time, GapTimes gap, String reason)
            implements JobNote {}

    /** The job was given up. */
    record GivenUp(String targets, Instant time, Failure failure) implements JobNote {}

    /** From when to when. */
    record GapTimes(Instant from, Instant to) {}
}
