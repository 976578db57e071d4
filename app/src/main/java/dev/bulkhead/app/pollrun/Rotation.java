package dev.bulkhead.app.pollrun;

import dev.bulkhead.app.pollset.Times;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a file is put aside and another one begun.
 *
 * @param bytes once it is so long; 0 for never
 * @param time once it is so old, at whole multiples since midnight in UTC; zero for never
 */
public record Rotation(long bytes, Duration time) {
    public static final Rotation NEVER = new Rotation(0, Duration.ZERO);
    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})(KB|MB|GB)");
    private static final long LEAST_BYTES = 1_000;

    /** {@code 100MB}, {@code 1d}, {@code 6h}, or both with a comma between; empty if it is none. */
    public static Optional<Rotation> parse(String text) {
        Rotation rotation = NEVER;
        for (String part : text.split(",", -1)) {
            Matcher size = SIZE.matcher(part.strip().toUpperCase(Locale.ROOT));
            if (size.matches()) {
                long unit =
                        switch (String.valueOf(size.group(2))) {
                            case "KB" -> 1_000L;
                            case "MB" -> 1_000_000L;
                            default -> 1_000_000_000L;
                        };
                long bytes = Long.parseLong(String.valueOf(size.group(1))) * unit;
                rotation = new Rotation(Math.max(LEAST_BYTES, bytes), rotation.time());
            } else {
                Optional<Duration> time =
                        Times.parse(part).filter(t -> t.compareTo(Duration.ofSeconds(1)) >= 0);
                if (time.isEmpty()) {
                    return Optional.empty();
                }
                rotation = new Rotation(rotation.bytes(), time.get());
            }
        }
        return Optional.of(rotation);
    }
}
