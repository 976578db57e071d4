package dev.bulkhead.engine.diagnosis;

import dev.bulkhead.engine.sample.Failure;
import java.time.Duration;

/**
 * One thing that was tried.
 *
 * @param sent in words, such as {@code GET sysUpTime.0 as v2c, own community}; never a secret
 */
public record Probe(Step step, String sent, Outcome outcome) {
    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It was answered, if only with an error-status.
         *
         * @param what the answer in words
         */
        record Answered(Duration roundTrip, String what) implements Outcome {}

        /** It failed. */
        record Failed(Failure failure) implements Outcome {}

        /** It was not tried. */
        record Skipped(String reason) implements Outcome {}
    }
}
