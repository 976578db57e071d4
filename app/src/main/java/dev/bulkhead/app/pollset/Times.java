package dev.bulkhead.app.pollset;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as files and command line write them: {@code 250ms}, {@code 1s}, {@code 5m}, {@code 1h}.
 */
public final class Times {
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(ms|s|m|h|d)?");

    private Times() {}

    /** The time a text tells; seconds without a unit; empty if it tells none. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double milliseconds =
                switch (Optional.ofNullable(matcher.group(2)).orElse("s")) {
                    case "ms" -> 1;
                    case "m" -> 60_000;
                    case "h" -> 3_600_000;
                    case "d" -> 86_400_000;
                    default -> 1000;
                };
        double number = Double.parseDouble(String.valueOf(matcher.group(1)));
        return Optional.of(Duration.ofMillis(Math.round(number * milliseconds)));
    }

    /** A time in its largest unit that gives a whole number. */
    public static String text(Duration time) {
        long millis = time.toMillis();
        if (millis % 86_400_000 == 0 && millis > 0) {
            return millis / 86_400_000 + "d";
        }
        if (millis % 3_600_000 == 0 && millis > 0) {
            return millis / 3_600_000 + "h";
        }
        if (millis % 60_000 == 0 && millis > 0) {
            return millis / 60_000 + "m";
        }
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }
}
