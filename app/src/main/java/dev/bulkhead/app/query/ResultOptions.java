package dev.bulkhead.app.query;

import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * What the user prefers of runs; asked whenever one starts.
 *
 * @param replace whether a new run takes the place of those that are over
 * @param limit how many values a run keeps
 * @param repetitions how many rows one GETBULK asks for
 */
public record ResultOptions(BooleanSupplier replace, IntSupplier limit, IntSupplier repetitions) {
    /** Append, as many as there may be, and as a walk asks by itself. */
    static final ResultOptions USUAL =
            new ResultOptions(() -> false, () -> QueryRun.LIMIT, () -> 25);
}
