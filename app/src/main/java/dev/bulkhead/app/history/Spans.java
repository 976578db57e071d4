package dev.bulkhead.app.history;

import java.util.Arrays;

/**
 * Spans of time with what was measured in each, oldest first. Filled by one thread, then read by
 * any.
 */
public final class Spans {
    private long[] times = new long[256];
    private double[] mins = new double[256];
    private double[] maxs = new double[256];
    private double[] averages = new double[256];
    private double[] lasts = new double[256];
    private int[] counts = new int[256];
    private int size;

    void add(long time, int count, double min, double max, double average, double last) {
        if (size == times.length) {
            int longer = size * 2;
            times = Arrays.copyOf(times, longer);
            mins = Arrays.copyOf(mins, longer);
            maxs = Arrays.copyOf(maxs, longer);
            averages = Arrays.copyOf(averages, longer);
            lasts = Arrays.copyOf(lasts, longer);
            counts = Arrays.copyOf(counts, longer);
        }
        times[size] = time;
        counts[size] = count;
        mins[size] = min;
        maxs[size] = max;
        averages[size] = average;
        lasts[size] = last;
        size++;
    }

    public int size() {
        return size;
    }

    /** When a span begins, milliseconds since 1970. */
    public long time(int index) {
        return times[index];
    }

    public int count(int index) {
        return counts[index];
    }

    public double min(int index) {
        return mins[index];
    }

    public double max(int index) {
        return maxs[index];
    }

    public double average(int index) {
        return averages[index];
    }

    public double last(int index) {
        return lasts[index];
    }
}
