package dev.bulkhead.app.processes;

import dev.bulkhead.app.polling.TargetTime;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.WorkerStatus;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A job as it was at the last look. */
final class ProcessRow {
    private final JobHandle job;
    private String what = "";
    private Optional<WorkerStatus> worker = Optional.empty();
    private List<TargetTime> targets = List.of();

    ProcessRow(JobHandle job) {
        this.job = job;
    }

    /** Looks again. */
    void look(ProcessesViewModel.Source source) {
        what = source.describe(job);
        worker = job.worker();
        targets = source.targets(job);
    }

    JobHandle job() {
        return job;
    }

    /** What it does, in a few words. */
    String what() {
        return what;
    }

    /** Its process; empty while there is none. */
    Optional<WorkerStatus> worker() {
        return worker;
    }

    /** How long its targets take to answer, the slowest first; empty where nobody knows. */
    List<TargetTime> targets() {
        return targets;
    }

    /** In percent of a core. */
    OptionalDouble cpuPercent() {
        return worker.flatMap(WorkerStatus::cpuLoad)
                .map(load -> OptionalDouble.of(load * 100))
                .orElse(OptionalDouble.empty());
    }

    List<String> log() {
        return job.stderrTail();
    }
}
