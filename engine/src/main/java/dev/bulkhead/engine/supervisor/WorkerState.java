package dev.bulkhead.engine.supervisor;

import java.util.Map;
import java.util.Set;

/**
 * Where a worker process is in its life. The one table of what may follow what is {@link #next}.
 */
public enum WorkerState {
    /** The process was started; its greeting has not come. */
    STARTING("starting"),
    /** It has greeted and has no job, not yet or not any more. */
    IDLE("idle"),
    /** It has its job. */
    RUNNING("running"),
    /** Its job was cancelled and its end has not come. */
    STOPPING("stopping"),
    /** The process is gone or being ended. */
    ENDED("ended");

    private static final Map<WorkerState, Set<WorkerState>> NEXT =
            Map.of(
                    STARTING, Set.of(IDLE, RUNNING, ENDED),
                    IDLE, Set.of(RUNNING, ENDED),
                    RUNNING, Set.of(STOPPING, IDLE, ENDED),
                    STOPPING, Set.of(ENDED),
                    ENDED, Set.of());

    private final String word;

    WorkerState(String word) {
        this.word = word;
    }

    /** For the user. */
    public String word() {
        return word;
    }

    /** Which states may follow. */
    public Set<WorkerState> next() {
        return NEXT.getOrDefault(this, Set.of());
    }

    /** Whether a state may follow. */
    public boolean mayBecome(WorkerState state) {
        return next().contains(state);
    }
}
