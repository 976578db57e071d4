package dev.bulkhead.app.chart;

import java.time.Duration;

/** How much of the past a chart shows. */
public enum TimeWindow {
    LAST_MINUTE(Duration.ofMinutes(1)),
    LAST_5_MINUTES(Duration.ofMinutes(5)),
    LAST_10_MINUTES(Duration.ofMinutes(10)),
    LAST_HOUR(Duration.ofHours(1)),
    LAST_6_HOURS(Duration.ofHours(6)),
    LAST_24_HOURS(Duration.ofHours(24)),
    LAST_7_DAYS(Duration.ofDays(7)),
    LAST_30_DAYS(Duration.ofDays(30));

    private final Duration length;

    TimeWindow(Duration length) {
        this.length = length;
    }

    public Duration length() {
        return length;
    }

    /** The key of its name in the message bundle. */
    String key() {
        return "chart.window." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
