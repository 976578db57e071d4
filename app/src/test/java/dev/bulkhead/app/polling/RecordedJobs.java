package dev.bulkhead.app.polling;

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
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes jobs without running them; the test says what their workers say. */
final class RecordedJobs implements JobStarter {
    final List<Job> jobs = new ArrayList<>();

    @Override
    public JobHandle submit(JobSpec spec, Consumer<JobEvent> listener) {
        Job job = new Job(new JobId(jobs.size() + 1), spec, listener);
        jobs.add(job);
        return job;
    }

    Job last() {
        return jobs.getLast();
    }

    /** One submitted job. */
    static final class Job implements JobHandle {
        private final JobId id;
        private final JobSpec spec;
        private final Consumer<JobEvent> listener;
        boolean cancelled;
        Optional<WorkerStatus> worker = Optional.empty();

        Job(JobId id, JobSpec spec, Consumer<JobEvent> listener) {
            this.id = id;
            this.spec = spec;
            this.listener = listener;
        }

        void say(JobEvent event) {
            listener.accept(event);
        }

        void started(Instant time, long pid, int restarts) {
            say(new JobEvent.Started(id, time, pid, restarts));
        }

        /** A response of a target; {@code ticks} is its sysUpTime. */
        void answer(int target, Instant time, long ticks, Map<Oid, SmiValue> values) {
            List<VarBind> varBinds = new ArrayList<>();
            values.forEach((oid, value) -> varBinds.add(new VarBind(oid, value)));
            say(
                    new JobEvent.Samples(
                            id,
                            time,
                            List.of(
                                    new Sample(
                                            target,
                                            0,
                                            time,
                                            Duration.ofMillis(2),
                                            Optional.of(ticks),
                                            varBinds,
                                            Optional.empty()))));
        }

        void failure(int target, Instant time, Failure failure) {
            say(
                    new JobEvent.Samples(
                            id,
                            time,
                            List.of(
                                    new Sample(
                                            target,
                                            0,
                                            time,
                                            Duration.ZERO,
                                            Optional.empty(),
                                            List.of(),
                                            Optional.of(failure)))));
        }

        @Override
        public JobId id() {
            return id;
        }

        @Override
        public JobSpec.Poll spec() {
            return (JobSpec.Poll) spec;
        }

        /** The same if it is no poll. */
        JobSpec.Table table() {
            return (JobSpec.Table) spec;
        }

        void finished(Instant time) {
            JobTotals none = new JobTotals(0, 0, 0, Duration.ZERO, ListenCounts.ZERO);
            say(new JobEvent.Finished(id, time, false, none));
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public boolean isDone() {
            return cancelled;
        }

        @Override
        public boolean await(Duration atMost) {
            return true;
        }

        @Override
        public Optional<WorkerStatus> worker() {
            return worker;
        }

        @Override
        public List<String> stderrTail() {
            return List.of();
        }
    }
}
