package dev.bulkhead.app.pollset;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One thing that is polled.
 *
 * @param isPaused whether it is not asked for, for now
 * @param chart its place in the window's chart; empty if it is not there
 */
public record PollItem(What what, Optional<Alarm> alarm, boolean isPaused, OptionalInt chart) {
    /** What is polled. */
    public sealed interface What {
        /**
         * An object.
         *
         * @param object its name, with or without its module and an instance, or its OID
         */
        record ObjectName(String object, Instances instances) implements What {
            public ObjectName {
                if (object.isBlank()) {
                    throw new IllegalArgumentException("an object needs a name or OID");
                }
            }
        }

        /**
         * A formula over instances.
         *
         * @param text as typed, with or without a unit in square brackets at its end
         * @param name what its user calls it; "" for the text
         * @param unit of the result, where the text tells none; "" for what follows from the text
         */
        record Formula(String text, String name, String unit) implements What {
            public Formula {
                if (text.isBlank()) {
                    throw new IllegalArgumentException("a formula needs a text");
                }
            }

            /** The text with the unit in it. */
            public String whole() {
                return unit.isEmpty() ? text : text + " [" + unit + "]";
            }

            /** Its name, or its text where it has none. */
            public String title() {
                return name.isEmpty() ? text : name;
            }
        }
    }

    /** An item without alarm. */
    public static PollItem of(What what) {
        return new PollItem(what, Optional.empty(), false, OptionalInt.empty());
    }
}
