package dev.bulkhead.app.polling;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers and times as people type them. */
final class Amount {
    private static final Pattern NUMBER =
            Pattern.compile("([-+]?\\d*[.,]?\\d+(?:[eE][-+]?\\d+)?)\\s*([kKMGT]?)\\s*(\\D*)");
    private static final Pattern TIME = Pattern.compile("(\\d+(?:[.,]\\d+)?)\\s*(ms|s|min|m|h|)");
    private static final long SHORTEST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 86_400_000;

    private Amount() {}

    /**
     * A number with or without prefix and unit: {@code 80}, {@code 80M}, {@code 80 Mb/s}.
     *
     * @param unit the only one that may stand there; may be ""
     */
    static OptionalDouble number(String text, String unit) {
        Matcher parts = NUMBER.matcher(text.strip());
        if (!parts.matches()
                || !(parts.group(3).isEmpty() || parts.group(3).strip().equals(unit))) {
            return OptionalDouble.empty();
        }
        double factor =
                switch (parts.group(2)) {
                    case "k", "K" -> 1e3;
                    case "M" -> 1e6;
                    case "G" -> 1e9;
                    case "T" -> 1e12;
                    default -> 1;
                };
        return OptionalDouble.of(Double.parseDouble(parts.group(1).replace(',', '.')) * factor);
    }

    /** A time from 100 ms to a day: {@code 500 ms}, {@code 1 s}, {@code 5 min}; seconds if bare. */
    static Optional<Duration> time(String text) {
        Matcher parts = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches() || parts.group(1).length() > 9) {
            return Optional.empty();
        }
        double factor =
                switch (parts.group(2)) {
                    case "ms" -> 1;
                    case "min", "m" -> 60_000;
                    case "h" -> 3_600_000;
                    default -> 1_000;
                };
        long millis = Math.round(Double.parseDouble(parts.group(1).replace(',', '.')) * factor);
        return millis >= SHORTEST_MILLIS && millis <= LONGEST_MILLIS
                ? Optional.of(Duration.ofMillis(millis))
                : Optional.empty();
    }
}
