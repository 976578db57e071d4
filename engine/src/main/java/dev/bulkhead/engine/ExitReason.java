package dev.bulkhead.engine;

/** Why a worker process is gone. */
public enum ExitReason {
    FINISHED("finished"),
    STOPPED("stopped"),
    CRASHED("crashed"),
    OUT_OF_MEMORY("out of memory"),
    HUNG("hung"),
    KILLED("killed");

    private final String word;

    ExitReason(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
