package dev.bulkhead.app.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A stretch of time with ticks at round times of the user's zone.
 *
 * @param fromMillis milliseconds since 1970 at the left
 * @param toMillis and at the right, later than the left
 */
public record TimeAxis(long fromMillis, long toMillis, ZoneId zone) {
    private static final long[] STEPS_SECONDS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400
    };

    public TimeAxis {
        if (toMillis <= fromMillis) {
            throw new IllegalArgumentException(toMillis + " is not after " + fromMillis);
        }
    }

    /** The step that gives at most {@code maxTicks} ticks. */
    public Duration step(int maxTicks) {
        long length = toMillis - fromMillis;
        for (long seconds : STEPS_SECONDS) {
            if (seconds * 1000 * Math.max(1, maxTicks) >= length) {
                return Duration.ofSeconds(seconds);
            }
        }
        long days = length / 86_400_000 / Math.max(1, maxTicks) + 1;
        return Duration.ofDays(days);
    }

    /** The round times within, milliseconds since 1970, oldest first. */
    public List<Long> ticks(Duration step) {
        long stepMillis = step.toMillis();
        ZonedDateTime left = Instant.ofEpochMilli(fromMillis).atZone(zone);
        long midnight = left.toLocalDate().atStartOfDay(zone).toInstant().toEpochMilli();
        long tick = midnight + Math.ceilDiv(fromMillis - midnight, stepMillis) * stepMillis;
        List<Long> ticks = new ArrayList<>();
        for (; tick <= toMillis; tick += stepMillis) {
            ticks.add(tick);
        }
        return ticks;
    }

    /** A tick's time, with seconds if the ticks are less than a minute apart. */
    public String label(long tickMillis, Duration step) {
        String pattern =
                step.toSeconds() < 60 ? "HH:mm:ss" : step.toHours() < 24 ? "HH:mm" : "d MMM";
        return text(tickMillis, pattern);
    }

    /**
     * The texts of ticks. Where not all of what is shown is of today, the first says its date, and
     * so does each that begins a day.
     */
    public List<String> labels(List<Long> ticks, Duration step, LocalDate today) {
        List<String> labels = new ArrayList<>();
        boolean dated = !isOf(today) && step.toHours() < 24;
        LocalDate before = LocalDate.MIN;
        for (long tick : ticks) {
            LocalDate date = date(tick);
            String label = label(tick, step);
            if (dated && !date.equals(before)) {
                String day = text(tick, datePattern(date, today));
                label = label.startsWith("00:00") ? day : day + " " + label;
            }
            labels.add(label);
            before = date;
        }
        return labels;
    }

    /** A time to the second, with its date where not all of what is shown is of today. */
    public String moment(long timeMillis, LocalDate today) {
        String pattern = isOf(today) ? "" : datePattern(date(timeMillis), today) + " ";
        return text(timeMillis, pattern + "HH:mm:ss");
    }

    private boolean isOf(LocalDate today) {
        return date(fromMillis).equals(today) && date(toMillis).equals(today);
    }

    private LocalDate date(long timeMillis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(timeMillis), zone);
    }

    private static String datePattern(LocalDate date, LocalDate today) {
        return date.getYear() == today.getYear() ? "d MMM" : "d MMM yyyy";
    }

    private String text(long timeMillis, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.getDefault(Locale.Category.FORMAT))
                .format(Instant.ofEpochMilli(timeMillis).atZone(zone));
    }

    /** How far right a time is, 0 at the left, 1 at the right. */
    public double position(long timeMillis) {
        return (double) (timeMillis - fromMillis) / (toMillis - fromMillis);
    }

    /** The time so far right. */
    public long timeAt(double position) {
        return fromMillis + Math.round(position * (toMillis - fromMillis));
    }
}
