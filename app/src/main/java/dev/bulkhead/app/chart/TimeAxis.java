package dev.bulkhead.app.chart;

import java.time.Duration;
import java.time.Instant;
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

    /** A time to the second. */
    public String clock(long timeMillis) {
        return text(timeMillis, "HH:mm:ss");
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
