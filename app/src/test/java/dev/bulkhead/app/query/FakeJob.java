package dev.bulkhead.app.query;

import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.JobId;
import dev.bulkhead.engine.JobTotals;
import dev.bulkhead.engine.WorkerStatus;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.notification.ListenCounts;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A job whose events the test sends by hand. */
public final class FakeJob implements JobHandle {
    /** Where all fake jobs begin. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final JobTotals TOTALS =
            new JobTotals(3, 2, 0, Duration.ofMillis(840), ListenCounts.ZERO);

    private final JobSpec spec;
    private final Consumer<JobEvent> listener;
    private boolean cancelled;
    private boolean done;

    private FakeJob(JobSpec spec, Consumer<JobEvent> listener) {
        this.spec = spec;
        this.listener = listener;
    }

    /** Starts fake jobs and keeps them. */
    public static final class Starter implements JobStarter {
        private final List<FakeJob> jobs = new ArrayList<>();

        @Override
        public JobHandle submit(JobSpec spec, Consumer<JobEvent> listener) {
            FakeJob job = new FakeJob(spec, listener);
            jobs.add(job);
            return job;
        }

        /** The job started last. */
        public FakeJob last() {
            return jobs.getLast();
        }

        public List<FakeJob> all() {
            return jobs;
        }
    }

    public void started(long pid, int restarts) {
        listener.accept(new JobEvent.Started(id(), START, pid, restarts));
    }

    public void gives(VarBind... varBinds) {
        listener.accept(
                new JobEvent.Samples(
                        id(),
                        START,
                        List.of(
                                new Sample(
                                        0,
                                        0,
                                        START,
                                        Duration.ofMillis(12),
                                        Optional.empty(),
                                        List.of(varBinds),
                                        Optional.empty()))));
    }

    public void says(JobEvent event) {
        listener.accept(event);
    }

    public void finishes() {
        done = true;
        listener.accept(new JobEvent.Finished(id(), START, cancelled, TOTALS));
    }

    public void fails(Failure failure) {
        done = true;
        listener.accept(new JobEvent.Failed(id(), START, failure, TOTALS));
    }

    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public JobId id() {
        return new JobId(1);
    }

    @Override
    public JobSpec spec() {
        return spec;
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    @Override
    public boolean isDone() {
        return done;
    }

    @Override
    public boolean await(Duration atMost) {
        return done;
    }

    @Override
    public Optional<WorkerStatus> worker() {
        return Optional.empty();
    }

    @Override
    public List<String> stderrTail() {
        return List.of();
    }
}
