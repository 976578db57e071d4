package dev.bulkhead.mibs.display;

import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.Optional;

/** Values as people read and write them, by the syntax of their object. Pure functions. */
public final class ValueText {
    private ValueText() {}

    /**
     * A value by its syntax: {@code up(1)}, DISPLAY-HINT text, BITS labels {@code a(0) b(3)},
     * {@code 3 days, 4:05:06.07} for TimeTicks. Octets that are no printable text become hex
     * ({@code 00:1B:54}). A value of another type than the syntax says is shown by its own type.
     */
    public static String format(SmiValue value, Optional<Syntax> syntax) {
        throw new UnsupportedOperationException();
    }

    /**
     * The value a text means for a syntax: a label or number, DISPLAY-HINT text, BITS labels or
     * positions, dotted addresses.
     *
     * @throws IllegalArgumentException with what was found and what would fit
     */
    public static SmiValue parse(String text, Syntax syntax) {
        throw new UnsupportedOperationException();
    }
}
