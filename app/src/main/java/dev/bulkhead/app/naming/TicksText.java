package dev.bulkhead.app.naming;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** TimeTicks as people write them: hundredths of a second, or days and a time. */
public final class TicksText {
    private static final Pattern TIME =
            Pattern.compile(
                    "(?:(\\d{1,3}) +days?,? +)?(\\d{1,5}):(\\d{1,2}):(\\d{1,2})(?:\\.(\\d{1,2}))?");
    private static final long MOST = 0xFFFF_FFFFL;

    private TicksText() {}

    /**
     * The ticks of {@code 3 days, 4:05:06.07}, {@code 4:05:06} or {@code 1470607}; empty if the
     * text is none of these or too large.
     */
    public static Optional<Long> read(String text) {
        String trimmed = text.strip();
        if (trimmed.matches("\\d{1,10}")) {
            return Optional.of(Long.parseLong(trimmed)).filter(ticks -> ticks <= MOST);
        }
        Matcher time = TIME.matcher(trimmed);
        if (!time.matches() || number(time, 3) > 59 || number(time, 4) > 59) {
            return Optional.empty();
        }
        String fraction = time.group(5) == null ? "00" : (time.group(5) + "0").substring(0, 2);
        long seconds =
                number(time, 1) * 86_400
                        + number(time, 2) * 3600
                        + number(time, 3) * 60
                        + number(time, 4);
        return Optional.of(seconds * 100 + Long.parseLong(fraction)).filter(ticks -> ticks <= MOST);
    }

    private static long number(Matcher time, int group) {
        return time.group(group) == null ? 0 : Long.parseLong(time.group(group));
    }
}
