package dev.bulkhead.app.chart;

import java.util.Locale;

/**
 * How the numbers of one unit are written: with one prefix (k, M, G, T) for all of them, so that
 * they can be compared at a glance.
 *
 * @param unit {@code b/s}, {@code /s}, {@code %}; "" for plain numbers
 * @param factor what a number is divided by
 * @param prefix "", k, M, G, T or P
 */
public record UnitScale(String unit, double factor, String prefix) {
    private static final String[] PREFIXES = {"", "k", "M", "G", "T", "P"};

    /** Stands where there is no number. */
    public static final String NONE = "–";

    /**
     * The scale fit for numbers up to {@code greatest}, by its absolute value. Only rates and plain
     * numbers take prefixes: nobody reads {@code 1.2 k%}.
     */
    public static UnitScale of(String unit, double greatest) {
        double size = Math.abs(greatest);
        boolean scaled = unit.isEmpty() ? size >= 100_000 : unit.endsWith("/s");
        double factor = 1;
        int prefix = 0;
        while (scaled && size / factor >= 1_000 && prefix < PREFIXES.length - 1) {
            factor *= 1_000;
            prefix++;
        }
        return new UnitScale(unit, factor, PREFIXES[prefix]);
    }

    /** A number of this unit, scaled to itself. */
    public static String alone(String unit, double number) {
        return of(unit, number).format(number);
    }

    /** Prefix and unit, such as {@code Mb/s}; may be empty. */
    public String label() {
        return prefix + unit;
    }

    /** The number with prefix and unit. */
    public String format(double number) {
        return withLabel(number(number));
    }

    /** The number alone, scaled: three digits or so, whole numbers as they are. */
    public String number(double number) {
        if (Double.isNaN(number)) {
            return NONE;
        }
        double scaled = number / factor;
        return String.format(Locale.getDefault(Locale.Category.FORMAT), pattern(scaled), scaled);
    }

    private String pattern(double scaled) {
        double size = Math.abs(scaled);
        if (size >= 100 || (factor == 1 && scaled == Math.rint(scaled))) {
            return "%,.0f";
        }
        boolean fine = size > 0 && (factor == 1 ? size < 1 : size < 10);
        return fine ? "%,.2f" : "%,.1f";
    }

    /** A tick of an axis: as many decimals as the step between ticks needs. */
    public String tick(double number, double step) {
        if (number == 0) {
            return "0";
        }
        int decimals = Math.clamp((long) Math.ceil(-Math.log10(step / factor) - 1e-9), 0, 9);
        return withLabel(
                String.format(
                        Locale.getDefault(Locale.Category.FORMAT),
                        "%,." + decimals + "f",
                        number / factor));
    }

    private String withLabel(String text) {
        return label().isEmpty() ? text : text + " " + label();
    }
}
