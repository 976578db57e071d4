package dev.bulkhead.app.chart;

import java.util.Arrays;

/**
 * A ring of spans, the oldest first: each is a moment with least, greatest and mean value and the
 * number of values it stands for. NaN marks a break. Grows as needed up to its capacity. Not for
 * use by several threads at a time.
 */
final class SpanRing {
    private static final int FIRST_SIZE = 16;

    private int capacity;
    private int start;
    private int size;
    private long[] times = new long[FIRST_SIZE];
    private double[] mins = new double[FIRST_SIZE];
    private double[] maxs = new double[FIRST_SIZE];
    private double[] means = new double[FIRST_SIZE];
    private int[] counts = new int[FIRST_SIZE];

    SpanRing(int capacity) {
        this.capacity = Math.max(capacity, FIRST_SIZE);
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == capacity;
    }

    int capacity() {
        return capacity;
    }

    /** Allows more spans from now on; never fewer. */
    void widen(int atLeast) {
        capacity = Math.max(capacity, atLeast);
    }

    /** Appends a span; the ring must not be full. */
    void add(long time, double min, double max, double mean, int count) {
        if (size == times.length) {
            resize(Math.min(capacity, size * 2));
        }
        int at = slot(size);
        times[at] = time;
        mins[at] = min;
        maxs[at] = max;
        means[at] = mean;
        counts[at] = count;
        size++;
    }

    void dropOldest() {
        start = slot(1);
        size--;
    }

    long time(int index) {
        return times[slot(index)];
    }

    double min(int index) {
        return mins[slot(index)];
    }

    double max(int index) {
        return maxs[slot(index)];
    }

    double mean(int index) {
        return means[slot(index)];
    }

    int count(int index) {
        return counts[slot(index)];
    }

    boolean isBreak(int index) {
        return Double.isNaN(mean(index));
    }

    /** The first span at or after a moment; {@link #size} if there is none. */
    int firstAtOrAfter(long time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int slot(int index) {
        int at = start + index;
        return at < times.length ? at : at - times.length;
    }

    private void resize(int length) {
        int tail = Math.min(size, times.length - start);
        long[] newTimes = Arrays.copyOf(Arrays.copyOfRange(times, start, start + tail), length);
        System.arraycopy(times, 0, newTimes, tail, size - tail);
        times = newTimes;
        mins = unrolled(mins, tail, length);
        maxs = unrolled(maxs, tail, length);
        means = unrolled(means, tail, length);
        int[] newCounts = Arrays.copyOf(Arrays.copyOfRange(counts, start, start + tail), length);
        System.arraycopy(counts, 0, newCounts, tail, size - tail);
        counts = newCounts;
        start = 0;
    }

    private double[] unrolled(double[] old, int tail, int length) {
        double[] straight = Arrays.copyOf(Arrays.copyOfRange(old, start, start + tail), length);
        System.arraycopy(old, 0, straight, tail, size - tail);
        return straight;
    }
}
