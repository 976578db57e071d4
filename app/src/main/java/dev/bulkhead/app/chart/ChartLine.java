package dev.bulkhead.app.chart;

/**
 * A series with what a legend says of it.
 *
 * @param name such as {@code ifHCInOctets.9}
 * @param target such as {@code core-sw-01}
 * @param unit {@code b/s}, {@code /s}, {@code %}; "" for plain numbers
 */
public record ChartLine(Series series, String name, String target, String unit) {}
