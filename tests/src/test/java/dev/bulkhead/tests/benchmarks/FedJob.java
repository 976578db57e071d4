package dev.bulkhead.tests.benchmarks;

import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.JobId;
import dev.bulkhead.engine.JobTotals;
import dev.bulkhead.engine.WorkerStatus;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.notification.ListenCounts;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A job whose values come from the benchmark instead of a device. */
final class FedJob implements JobHandle {
    private final JobSpec spec;
    private final Consumer<JobEvent> listener;

    private FedJob(JobSpec spec, Consumer<JobEvent> listener) {
        this.spec = spec;
        this.listener = listener;
    }

    /** Starts them, and gives them out in order. */
    static final class Starter implements JobStarter {
        private final BlockingQueue<FedJob> started = new LinkedBlockingQueue<>();

        @Override
        public JobHandle submit(JobSpec spec, Consumer<JobEvent> listener) {
            FedJob job = new FedJob(spec, listener);
            started.add(job);
            return job;
        }

        /** The next job; blocks until it was started. */
        FedJob next() throws InterruptedException {
            FedJob job = started.poll(30, TimeUnit.SECONDS);
            if (job == null) {
                throw new IllegalStateException("no job was started");
            }
            return job;
        }
    }

    /** The device answers: its time, and values. */
    void give(long upTimeTicks, List<VarBind> varBinds) {
        give(Instant.now(), upTimeTicks, varBinds);
    }

    /** The same at another time. */
    void give(Instant now, long upTimeTicks, List<VarBind> varBinds) {
        Sample sample =
                new Sample(
                        0,
                        0,
                        now,
                        Duration.ofMillis(1),
                        Optional.of(upTimeTicks),
                        varBinds,
                        Optional.empty());
        listener.accept(new JobEvent.Samples(id(), now, List.of(sample)));
    }

    /** Its worker has begun. */
    void begin(Instant now) {
        listener.accept(new JobEvent.Started(id(), now, 1, 0));
    }

    void finish() {
        JobTotals totals = new JobTotals(0, 0, 0, Duration.ZERO, ListenCounts.ZERO);
        listener.accept(new JobEvent.Finished(id(), Instant.now(), false, totals));
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
    public void cancel() {}

    @Override
    public boolean isDone() {
        return false;
    }

    @Override
    public boolean await(Duration atMost) {
        return false;
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
