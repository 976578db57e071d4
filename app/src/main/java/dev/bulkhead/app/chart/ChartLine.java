package dev.bulkhead.app.chart;

import java.time.Duration;

/**
 * A series with what a legend says of it.
 *
 * @param name such as {@code ifHCInOctets.9}
 * @param target such as {@code core-sw-01}
 * @param every how often a value is expected
 */
public record ChartLine(Series series, String name, String target, Duration every) {}
