package dev.bulkhead.app.cli;

import dev.bulkhead.app.history.SeriesKey;
import dev.bulkhead.app.history.StoredSeries;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which series of a history, and which stretch of time.
 *
 * @param devices names and addresses, any of them; all if none
 * @param names names and OIDs, any of them; all if none
 * @param from the first moment, milliseconds since 1970
 * @param end the first moment after it; empty for the newest value
 * @param now milliseconds since 1970
 */
record ExportChoice(
        List<Pattern> devices, List<Pattern> names, long from, OptionalLong end, long now) {
    private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhdw])");

    static ExportChoice of(Arguments arguments, Clock clock) throws UsageException {
        Optional<String> to = arguments.value("--to");
        long from =
                arguments.has("--from")
                        ? time("--from", arguments.value("--from").orElse(""), clock)
                        : 0;
        OptionalLong end =
                to.isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(time("--to", to.get(), clock));
        if (end.isPresent() && end.getAsLong() <= from) {
            throw new UsageException("--to is not after --from");
        }
        return new ExportChoice(
                patterns(arguments.all("--device")),
                patterns(arguments.all("--series")),
                from,
                end,
                clock.millis());
    }

    private static List<Pattern> patterns(List<String> texts) {
        List<Pattern> patterns = new ArrayList<>();
        for (String text : texts) {
            StringBuilder pattern = new StringBuilder();
            for (String piece : text.split("(?=[*?])|(?<=[*?])", -1)) {
                pattern.append(
                        switch (piece) {
                            case "*" -> ".*";
                            case "?" -> ".";
                            default -> Pattern.quote(piece);
                        });
            }
            patterns.add(
                    Pattern.compile(
                            pattern.toString(),
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL));
        }
        return patterns;
    }

    /** A moment, milliseconds since 1970: a date, with or without time and zone, or so long ago. */
    private static long time(String flag, String text, Clock clock) throws UsageException {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            long seconds =
                    switch (String.valueOf(ago.group(2))) {
                        case "m" -> 60;
                        case "h" -> 3600;
                        case "d" -> 86_400;
                        case "w" -> 604_800;
                        default -> 1;
                    };
            return clock.millis() - Long.parseLong(String.valueOf(ago.group(1))) * seconds * 1000;
        }
        String iso = text.strip().replace(' ', 'T');
        try {
            if (!iso.contains("T")) {
                return LocalDate.parse(iso)
                        .atStartOfDay(clock.getZone())
                        .toInstant()
                        .toEpochMilli();
            }
            boolean zoned = iso.endsWith("Z") || iso.substring(10).matches(".*[+-]\\d\\d:?\\d\\d");
            return zoned
                    ? OffsetDateTime.parse(iso).toInstant().toEpochMilli()
                    : LocalDateTime.parse(iso).atZone(clock.getZone()).toInstant().toEpochMilli();
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            throw new UsageException(
                    flag
                            + " is a time such as 2026-11-29, \"2026-11-29 10:30\", one with a zone"
                            + " (2026-11-29T10:30:00Z), or 90m, 2h, 7d for so long ago; not \""
                            + text
                            + "\"");
        }
    }

    /** The series that are meant, in their order. */
    List<StoredSeries> of(List<StoredSeries> all) {
        return all.stream().filter(series -> isMeant(series.key())).toList();
    }

    private boolean isMeant(SeriesKey key) {
        String host = key.address().replaceFirst(":\\d+$", "");
        return fits(devices, List.of(key.device(), key.address(), host))
                && fits(names, List.of(key.name(), key.oid(), "." + key.oid()));
    }

    private static boolean fits(List<Pattern> patterns, List<String> texts) {
        return patterns.isEmpty()
                || patterns.stream()
                        .anyMatch(pattern ->
                                texts.stream().anyMatch(text -> pattern.matcher(text).matches()));
    }

    /** The first moment that is not wanted any more; of all there is, one after the newest. */
    long to(List<StoredSeries> chosen) {
        return end.orElseGet(() ->
                1 + Math.max(now, chosen.stream().mapToLong(StoredSeries::newest).max().orElse(0)));
    }
}
