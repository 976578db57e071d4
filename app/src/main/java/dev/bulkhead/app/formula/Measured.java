package dev.bulkhead.app.formula;

/**
 * A term with its unit.
 *
 * @param unit "" for plain numbers and where nobody knows
 */
record Measured(Term term, String unit) {
    boolean isConstant() {
        return term instanceof Term.Constant;
    }

    /** Whether it is known well enough to be compared with others. */
    boolean isKnown() {
        return !unit.isEmpty() && !unit.equals("/s");
    }
}
