package dev.bulkhead.app.change;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * DateAndTime (RFC 2579 §2) in its parts.
 *
 * @param offset from UTC, where the value has one
 */
record DateParts(LocalDate date, LocalTime time, Optional<ZoneOffset> offset) {
    private static final int SHORT = 8;
    private static final int LONG = 11;
    private static final int NANOS_PER_DECISECOND = 100_000_000;
    private static final Pattern TEXT =
            Pattern.compile(
                    "(\\d{1,5})-(\\d{1,2})-(\\d{1,2}),(\\d{1,2}):(\\d{1,2}):(\\d{1,2})\\.(\\d)"
                            + "(?:,([+-]\\d{1,2}):(\\d{1,2}))?");

    /** The parts of octets; empty if there is no such date. */
    static Optional<DateParts> of(byte[] octets) {
        if (octets.length != SHORT && octets.length != LONG) {
            return Optional.empty();
        }
        try {
            int year = (octets[0] & 0xFF) << 8 | (octets[1] & 0xFF);
            Optional<ZoneOffset> offset = Optional.empty();
            if (octets.length == LONG) {
                if (octets[8] != '+' && octets[8] != '-') {
                    return Optional.empty();
                }
                int sign = octets[8] == '-' ? -1 : 1;
                offset =
                        Optional.of(ZoneOffset.ofHoursMinutes(sign * octets[9], sign * octets[10]));
            }
            // A leap second is 60 in RFC 2579, and no time of Java's.
            int second = Math.min(octets[6], 59);
            return Optional.of(
                    new DateParts(
                            LocalDate.of(year, octets[2], octets[3]),
                            LocalTime.of(
                                    octets[4],
                                    octets[5],
                                    octets[6] > 60 ? -1 : second,
                                    octets[7] * NANOS_PER_DECISECOND),
                            offset));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** The parts of {@code 2026-1-31,12:30:00.0,+1:0}, as the DISPLAY-HINT writes it. */
    static Optional<DateParts> parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            Optional<ZoneOffset> offset = Optional.empty();
            if (parts.group(8) != null) {
                int sign = parts.group(8).startsWith("-") ? -1 : 1;
                offset =
                        Optional.of(
                                ZoneOffset.ofHoursMinutes(
                                        number(parts, 8), sign * number(parts, 9)));
            }
            return Optional.of(
                    new DateParts(
                            LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3)),
                            LocalTime.of(
                                    number(parts, 4),
                                    number(parts, 5),
                                    number(parts, 6),
                                    number(parts, 7) * NANOS_PER_DECISECOND),
                            offset));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /** As the DISPLAY-HINT {@code 2d-1d-1d,1d:1d:1d.1d,1a1d:1d} writes it. */
    String text() {
        String plain =
                "%d-%d-%d,%d:%d:%d.%d"
                        .formatted(
                                date.getYear(),
                                date.getMonthValue(),
                                date.getDayOfMonth(),
                                time.getHour(),
                                time.getMinute(),
                                time.getSecond(),
                                time.getNano() / NANOS_PER_DECISECOND);
        return offset.map(zone -> plain + "," + zone(zone)).orElse(plain);
    }

    /** {@code +1:30}. */
    static String zone(ZoneOffset offset) {
        int minutes = offset.getTotalSeconds() / 60;
        return (minutes < 0 ? "-" : "+") + Math.abs(minutes) / 60 + ":" + Math.abs(minutes) % 60;
    }
}
