package dev.bulkhead.app.change;

import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.Optional;

/** What is known of a value before it is changed. */
public sealed interface OldValue {
    /** Nobody asked yet. */
    record Unread() implements OldValue {}

    /** The agent is being asked. */
    record Reading() implements OldValue {}

    /** It was this; a {@link SmiValue.Marker} where there is none. */
    record Read(SmiValue value) implements OldValue {}

    /** The agent did not say. */
    record Unknown(Failure why) implements OldValue {}

    /** The value, if there was one. */
    default Optional<SmiValue> found() {
        return this instanceof Read(SmiValue value) && !(value instanceof SmiValue.Marker)
                ? Optional.of(value)
                : Optional.empty();
    }
}
