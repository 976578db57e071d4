package dev.bulkhead.app.change;

import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.Optional;

/** What came of one assignment. */
public sealed interface Outcome {
    /**
     * The agent confirmed it.
     *
     * @param readBack what it reads as now; empty if it could not be read
     */
    record Written(Optional<SmiValue> readBack) implements Outcome {}

    /** The agent's error names this variable. */
    record Refused(ErrorStatus status) implements Outcome {}

    /** Nothing was written here, because of another variable or of the whole request. */
    record Untouched(Failure why) implements Outcome {}

    /**
     * Nobody knows whether it was written.
     *
     * @param readBack what it reads as now; empty if it could not be read
     */
    record Uncertain(Failure why, Optional<SmiValue> readBack) implements Outcome {}

    /** An earlier step failed. */
    record NotTried() implements Outcome {}

    /** It was written, and taken back because a later step failed. */
    record TakenBack() implements Outcome {}

    /** Whether the agent is known to have written it. */
    default boolean isWritten() {
        return this instanceof Written;
    }
}
