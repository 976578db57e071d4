package dev.bulkhead.app.export;

/**
 * Text that a spreadsheet does not run as a formula: it gets an apostrophe before it, as OWASP
 * advises.
 */
public final class FormulaGuard {
    /** Those of full width are taken for the narrow ones in some languages. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private FormulaGuard() {}

    /** The text, inert on a terminal ({@link InertText}) and in a spreadsheet. */
    public static String of(String text) {
        String safe = InertText.of(text);
        return !safe.isEmpty() && FORMULA_STARTS.indexOf(safe.charAt(0)) >= 0 ? "'" + safe : safe;
    }
}
