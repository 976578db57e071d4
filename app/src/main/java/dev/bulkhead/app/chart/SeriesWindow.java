package dev.bulkhead.app.chart;

import java.util.Arrays;

/**
 * A stretch copied out of a {@link Series}, so that painting holds no lock. Used again and again to
 * spare the garbage collector. Not for use by several threads at a time.
 */
final class SeriesWindow {
    long[] times = new long[0];
    double[] mins = new double[0];
    double[] maxs = new double[0];
    double[] means = new double[0];
    int size;

    void clear() {
        size = 0;
    }

    void add(SpanRing ring, int from, int to) {
        reserve(size + to - from);
        for (int i = from; i < to; i++) {
            add(ring.time(i), ring.min(i), ring.max(i), ring.mean(i));
        }
    }

    void add(long time, double min, double max, double mean) {
        reserve(size + 1);
        times[size] = time;
        mins[size] = min;
        maxs[size] = max;
        means[size] = mean;
        size++;
    }

    boolean isBreak(int index) {
        return Double.isNaN(means[index]);
    }

    /** The span nearest to a moment that is no break, or -1. */
    int nearest(long time) {
        int at = Arrays.binarySearch(times, 0, size, time);
        int right = at >= 0 ? at : -at - 1;
        int left = right - 1;
        while (right < size && isBreak(right)) {
            right++;
        }
        while (left >= 0 && isBreak(left)) {
            left--;
        }
        if (left < 0 || right >= size) {
            return left < 0 ? (right < size ? right : -1) : left;
        }
        return time - times[left] <= times[right] - time ? left : right;
    }

    private void reserve(int length) {
        if (length > times.length) {
            int roomy = Math.max(length, times.length * 2);
            times = Arrays.copyOf(times, roomy);
            mins = Arrays.copyOf(mins, roomy);
            maxs = Arrays.copyOf(maxs, roomy);
            means = Arrays.copyOf(means, roomy);
        }
    }
}
