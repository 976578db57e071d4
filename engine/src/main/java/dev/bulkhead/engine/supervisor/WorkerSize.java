package dev.bulkhead.engine.supervisor;

import dev.bulkhead.engine.job.JobSpec;

/** How much heap a worker gets; fixed when its JVM starts, so spares are of one size. */
public enum WorkerSize {
    /** Spares, and most jobs: a walk streams through 8 MB as well as through 32. */
    SMALL(16),
    /** Thousands of targets, whole tables with wide rows, notification listeners, simulators. */
    LARGE(256);

    private static final int TARGETS_OF_SMALL = 200;

    private final int heapMegabytes;

    WorkerSize(int heapMegabytes) {
        this.heapMegabytes = heapMegabytes;
    }

    /** {@code -Xmx}, in MiB. */
    public int heapMegabytes() {
        return heapMegabytes;
    }

    /** What a job needs. */
    public static WorkerSize of(JobSpec spec) {
        return switch (spec) {
            case JobSpec.Get get -> SMALL;
            case JobSpec.Set set -> SMALL;
            case JobSpec.Walk walk -> SMALL;
            case JobSpec.Table table -> SMALL;
            case JobSpec.Poll poll -> poll.items().size() > TARGETS_OF_SMALL ? LARGE : SMALL;
            case JobSpec.Notify notify -> SMALL;
            case JobSpec.Listen listen -> LARGE;
            case JobSpec.Discover discover -> SMALL;
            case JobSpec.Simulate simulate -> LARGE;
        };
    }
}
