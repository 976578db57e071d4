package dev.bulkhead.app.polling;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** All polls. Any thread may call it; nothing blocks. */
public final class PollingViewModel implements AutoCloseable {

    /**
     * No polls yet.
     *
     * @param names asked again whenever a name is needed, so that modules may be loaded meanwhile
     */
    public PollingViewModel(JobStarter jobs, Supplier<MibNames> names, InstantSource clock) {}

    /**
     * Polls instances of one target in a job of their own.
     *
     * @param targetLabel what the user calls the target
     * @return a row for each instance; what is already polled at this pace keeps its row
     */
    public List<PollRow> add(
            Target target, String targetLabel, List<Oid> instances, Duration every) {
        return List.of();
    }

    /** All rows, oldest first. */
    public List<PollRow> rows() {
        return List.of();
    }

    /** Ends all jobs but keeps their rows. */
    public void pauseAll() {}

    /** Starts again what was paused. */
    public void resumeAll() {}

    /** Forgets rows; a job without rows is cancelled. */
    public void remove(Collection<PollRow> rows) {}

    public PollSummary summary() {
        return new PollSummary(0, 0, 0, 0);
    }

    /** Cancels all polls. */
    @Override
    public void close() {}
}
