package dev.bulkhead.engine;

import dev.bulkhead.engine.job.JobSpec;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs jobs, each in a child JVM of its own. Closing it, or the end of this process however it
 * comes, ends all workers.
 */
public final class Engine implements AutoCloseable {
    private Engine() {}

    /** Opens an engine; spare workers start in the background. */
    public static Engine open(EngineSettings settings) {
        throw new UnsupportedOperationException();
    }

    /**
     * Starts a job. Returns at once.
     *
     * @param listener gets the job's events in order, on one thread a job, never two at a time;
     *     while it blocks, the job's worker is slowed down (walks) or loses rounds (polls)
     */
    public JobHandle submit(JobSpec spec, Consumer<JobEvent> listener) {
        throw new UnsupportedOperationException();
    }

    /** The jobs that have not ended, oldest first. */
    public List<JobHandle> jobs() {
        throw new UnsupportedOperationException();
    }

    /** Cancels all jobs and ends all workers; blocks at most a few seconds. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
