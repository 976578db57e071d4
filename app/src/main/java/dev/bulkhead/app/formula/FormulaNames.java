package dev.bulkhead.app.formula;

import dev.bulkhead.mibs.smi.Oid;

/** Knows what names in a formula mean. */
@FunctionalInterface
public interface FormulaNames {
    /** What a name, such as {@code IF-MIB::ifInOctets.1} or {@code .1.3.6.1.2.1.1.3.0}, means. */
    Meaning of(String name);

    /** What a name means. */
    sealed interface Meaning {
        /**
         * An instance that can be polled.
         *
         * @param name in short
         * @param unit of its value, such as {@code B} or {@code %}; may be ""
         * @param isCounter whether its rate counts
         */
        record Instance(String name, Oid oid, String unit, boolean isCounter) implements Meaning {}

        /**
         * Nothing that can be polled.
         *
         * @param why in words for the user
         */
        record Nothing(String why) implements Meaning {}
    }
}
