package dev.bulkhead.app.change;

import dev.bulkhead.mibs.smi.SmiValue;
import java.util.Optional;

/** What a typed text means. */
public sealed interface Typed {
    /** A value that the object takes. */
    record Fits(SmiValue value) implements Typed {}

    /** Nothing was typed, and nothing is no value of the object. */
    record Nothing() implements Typed {}

    /** No value, and why not. */
    record Wrong(String why) implements Typed {}

    /** The value, if it is one. */
    default Optional<SmiValue> found() {
        return this instanceof Fits(SmiValue value) ? Optional.of(value) : Optional.empty();
    }
}
