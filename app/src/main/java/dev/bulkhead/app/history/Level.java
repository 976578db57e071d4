package dev.bulkhead.app.history;

import java.time.Duration;

/** How finely a history is read. */
public enum Level {
    /** Every value. */
    SAMPLES("sample", 0),
    MINUTES("minute", RollUp.MINUTE),
    HOURS("hour", RollUp.HOUR);

    /** A pixel column shows the least and the greatest of what falls into it; so many may. */
    private static final long PER_COLUMN = 16;

    private final String table;
    private final long millis;

    Level(String table, long millis) {
        this.table = table;
        this.millis = millis;
    }

    String table() {
        return table;
    }

    /** The length of a span; 0 for single values. */
    public long millis() {
        return millis;
    }

    /**
     * The finest level that does not read far more than can be seen.
     *
     * @param millis the stretch of time
     * @param every how often a value is expected
     * @param columns pixels across
     */
    public static Level of(long millis, Duration every, int columns) {
        long most = PER_COLUMN * Math.max(1, columns);
        if (millis / Math.max(1, every.toMillis()) <= most) {
            return SAMPLES;
        }
        return millis / RollUp.MINUTE <= most ? MINUTES : HOURS;
    }
}
