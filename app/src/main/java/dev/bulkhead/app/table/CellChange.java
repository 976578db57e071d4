package dev.bulkhead.app.table;

import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Duration;
import java.time.Instant;

/**
 * What happened to a cell.
 *
 * @param time when the new value came
 * @param before the value that it took the place of
 */
record CellChange(Instant time, SmiValue before) {
    /** How long a change is shown. */
    static final Duration SHOWN = Duration.ofSeconds(6);

    /** The strongest of the steps in which it fades. */
    static final int STEPS = 3;

    /** How fresh it is: {@link #STEPS} at first, 0 when it is shown no more. */
    int freshness(Instant now) {
        return freshness(time, now);
    }

    /** The same of something that happened at a time. */
    static int freshness(Instant time, Instant now) {
        long age = Math.max(0, Duration.between(time, now).toMillis());
        long step = SHOWN.toMillis() / STEPS;
        return age >= SHOWN.toMillis() ? 0 : STEPS - (int) (age / step);
    }
}
