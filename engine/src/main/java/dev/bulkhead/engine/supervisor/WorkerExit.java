package dev.bulkhead.engine.supervisor;

import java.util.List;

/**
 * How a worker process ended.
 *
 * @param detail for the user, such as {@code signal 9}
 * @param stderr its last log lines, oldest first
 */
public record WorkerExit(Kind kind, String detail, List<String> stderr) {
    /** Why it is gone. */
    public enum Kind {
        FINISHED,
        STOPPED,
        CRASHED,
        OUT_OF_MEMORY,
        HUNG,
        KILLED
    }

    /** HotSpot's exit status with ExitOnOutOfMemoryError. */
    private static final int OUT_OF_MEMORY_STATUS = 3;

    /** {@link Process#exitValue} of a process that a signal ended is this and the signal. */
    private static final int SIGNAL_STATUS = 128;

    private static final int SIGABRT = 6;
    private static final int SIGSEGV = 11;
    private static final int MAX_SIGNAL = 64;

    public WorkerExit {
        stderr = List.copyOf(stderr);
    }

    /** What the exit status and the last words of a process say, when we did not end it. */
    static WorkerExit of(int status, List<String> stderr) {
        boolean saysMemory =
                stderr.stream().anyMatch(line -> line.contains("java.lang.OutOfMemoryError"));
        if (status == OUT_OF_MEMORY_STATUS && saysMemory) {
            return new WorkerExit(Kind.OUT_OF_MEMORY, "the worker's heap was full", stderr);
        }
        int signal = status - SIGNAL_STATUS;
        if (signal > 0 && signal <= MAX_SIGNAL && signal != SIGABRT && signal != SIGSEGV) {
            return new WorkerExit(Kind.KILLED, "signal " + signal, stderr);
        }
        // The JVM's own warnings, "[0.012s][warning]...", are not why.
        String why =
                stderr.stream()
                        .filter(line -> !line.startsWith("["))
                        .findFirst()
                        .map(line -> ": " + line)
                        .orElse("");
        return new WorkerExit(Kind.CRASHED, "exit status " + status + why, stderr);
    }
}
