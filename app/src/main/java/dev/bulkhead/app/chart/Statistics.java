package dev.bulkhead.app.chart;

/**
 * What a stretch of a series comes to.
 *
 * @param count how many values, at least 1
 * @param average each value counted once
 */
public record Statistics(long count, double last, double min, double average, double max) {}
