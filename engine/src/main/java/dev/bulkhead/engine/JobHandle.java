package dev.bulkhead.engine;

import dev.bulkhead.engine.job.JobSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A submitted job. All methods may be called from any thread and, but for the waits, do not block.
 */
public interface JobHandle {
    JobId id();

    JobSpec spec();

    /** Asks the job to end; what has arrived stays good. {@link JobEvent.Finished} follows. */
    void cancel();

    /**
     * Ends the worker process by force, as {@code kill -9} would; the job goes on in another. For a
     * worker that the user does not trust any more.
     */
    default void killWorker() {
        throw new UnsupportedOperationException("this job has no process of its own");
    }

    /** Tells of each packet from now on, as {@link JobEvent.Packets}, or no more. */
    default void trace(boolean on) {
        throw new UnsupportedOperationException("this job has no packets");
    }

    /** Whether the last event was delivered. */
    boolean isDone();

    /**
     * Blocks until the last event was delivered.
     *
     * @return whether it was, within the time
     */
    boolean await(Duration atMost) throws InterruptedException;

    /** The worker process now; empty before the first and after the last one. */
    Optional<WorkerStatus> worker();

    /** The worker's last log lines, oldest first. */
    List<String> stderrTail();
}
