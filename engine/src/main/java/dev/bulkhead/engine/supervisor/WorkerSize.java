package dev.bulkhead.engine.supervisor;

import dev.bulkhead.engine.job.JobSpec;

/**
 * How much heap a worker gets and how its code is compiled; fixed when its JVM starts, so spares
 * are of one size.
 */
public enum WorkerSize {
    /** Spares, and most jobs: a walk streams through 8 MB as well as through 32. */
    SMALL(16, false),
    /** Thousands of targets, whole tables with wide rows, notification listeners, simulators. */
    LARGE(256, false),
    /**
     * A poll that keeps a processor busy: its code is optimised, which takes a second and 25 MB.
     */
    BUSY(256, true);

    private static final int TARGETS_OF_SMALL = 200;

    /** Requests a second that take a third of a processor unless optimised. */
    private static final int BUSY_PER_SECOND = 10_000;

    /** So many requests pay for the optimising. */
    private static final long BUSY_REQUESTS = 200_000;

    private final int heapMegabytes;
    private final boolean optimised;

    WorkerSize(int heapMegabytes, boolean optimised) {
        this.heapMegabytes = heapMegabytes;
        this.optimised = optimised;
    }

    /** Whether the JVM's second compiler (C2) works on its code. */
    boolean isOptimised() {
        return optimised;
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
            case JobSpec.Poll poll -> of(poll);
            case JobSpec.Notify notify -> SMALL;
            case JobSpec.Listen listen -> LARGE;
            case JobSpec.Discover discover -> SMALL;
            case JobSpec.Doctor doctor -> SMALL;
            case JobSpec.Simulate simulate -> LARGE;
        };
    }

    private static WorkerSize of(JobSpec.Poll poll) {
        int targets = poll.items().size();
        if (targets <= TARGETS_OF_SMALL) {
            return SMALL;
        }
        double perSecond = targets * 1e9 / poll.schedule().every().toNanos();
        long rounds = poll.schedule().count();
        boolean lasts = rounds == 0 || rounds * targets >= BUSY_REQUESTS;
        return perSecond >= BUSY_PER_SECOND && lasts ? BUSY : LARGE;
    }
}
