package dev.bulkhead.app.formula;

import dev.bulkhead.app.i18n.Words;

/** A number, or why there is none. */
public sealed interface Outcome {
    /** A finite number. */
    record Value(double number) implements Outcome {}

    /**
     * No number.
     *
     * @param reason in words for the user
     */
    record None(String reason) implements Outcome {
        static None zero(Term divisor) {
            return new None(
                    divisor instanceof Term.Reference(Operand operand)
                            ? Words.text("formula.gap.zero-of", operand.name())
                            : Words.text("formula.gap.zero"));
        }
    }

    /** The number, unless it is none. */
    static Outcome of(double number) {
        return Double.isFinite(number)
                ? new Value(number)
                : new None(Words.text("formula.gap.no-number"));
    }
}
