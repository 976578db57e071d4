package dev.bulkhead.app.change;

import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.Optional;

/**
 * One variable of a SET.
 *
 * @param before what it was when it was last read; empty if nobody could read it, a {@link
 *     SmiValue.Marker} if it did not exist
 */
public record Assignment(Oid instance, Optional<SmiValue> before, SmiValue after) {
    /** One whose old value is still to be read. */
    public Assignment(Oid instance, SmiValue after) {
        this(instance, Optional.empty(), after);
    }

    Assignment withBefore(Optional<SmiValue> value) {
        return new Assignment(instance, value, after);
    }

    /** Whether there was a value that could be written again. */
    boolean hadValue() {
        return before.filter(value -> !(value instanceof SmiValue.Marker)).isPresent();
    }

    /** Whether the instance is known not to have existed. */
    boolean wasMissing() {
        return before.filter(SmiValue.Marker.class::isInstance).isPresent();
    }
}
