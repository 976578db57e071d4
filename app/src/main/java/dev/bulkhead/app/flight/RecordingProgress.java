package dev.bulkhead.app.flight;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a recording is.
 *
 * @param passes readings that were written
 * @param gaps readings that failed
 * @param values of all readings
 * @param underWay values of the reading that is going on
 * @param span from the first reading's start to now
 * @param problem why the last reading failed, if it did
 */
public record RecordingProgress(
        int passes, int gaps, long values, long underWay, Duration span, Optional<String> problem) {
    /** Before anything came. */
    public static final RecordingProgress NONE =
            new RecordingProgress(0, 0, 0, 0, Duration.ZERO, Optional.empty());
}
