package dev.bulkhead.app.polling;

import dev.bulkhead.app.chart.UnitScale;
import dev.bulkhead.app.i18n.Words;
import java.util.Locale;

/**
 * What a counter has counted while it was polled.
 *
 * <p>Wraps are part of it, and so are gaps over which the agent went on counting. What it counted
 * around a restart of its own, or around a jump, nobody knows: that time is left out of both.
 *
 * @param amount in octets where the unit is {@code B}, else in whatever is counted
 * @param unit {@code B} or ""
 * @param seconds of the agent's time in which it was counted
 */
public record PollTotal(double amount, String unit, double seconds) {
    private static final String[] PREFIXES = {"", "k", "M", "G", "T", "P", "E"};

    /** Four digits and a unit: {@code 1.234 GB}; small numbers as they are. */
    String text() {
        double scaled = amount;
        int prefix = 0;
        while (scaled >= 999.95 && prefix < PREFIXES.length - 1) {
            scaled /= 1_000;
            prefix++;
        }
        String label = PREFIXES[prefix] + unit;
        String number = String.format(locale(), pattern(scaled, prefix == 0), scaled);
        return label.isEmpty() ? number : number + " " + label;
    }

    private static String pattern(double scaled, boolean isWhole) {
        if (isWhole) {
            return "%,.0f";
        }
        return scaled >= 99.995 ? "%.1f" : scaled >= 9.9995 ? "%.2f" : "%.3f";
    }

    /** In full, and over how long a time. */
    String detail() {
        String number = String.format(locale(), "%,.0f", amount);
        String time = PollText.span(Math.round(seconds));
        return Words.text(unit.isEmpty() ? "poll.total.count" : "poll.total.octets", number, time);
    }

    private static Locale locale() {
        return Locale.getDefault(Locale.Category.FORMAT);
    }

    /** Of a row without one. */
    static String none() {
        return UnitScale.NONE;
    }
}
