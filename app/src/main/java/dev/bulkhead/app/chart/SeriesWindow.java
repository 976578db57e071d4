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

    /**
     * Puts spans before those that are there.
     *
     * @param from the last one before it, and all after it are taken
     * @param to those before it are taken
     * @return how many of the past's first spans lie before {@code to}
     */
    int prepend(Past.Stretch past, long from, long to) {
        int end = firstAtOrAfter(past.times(), to);
        int begin = Math.max(0, firstAtOrAfter(past.times(), from) - 1);
        int count = end - begin;
        if (count <= 0) {
            return end;
        }
        reserve(size + count);
        shift(times, past.times(), begin, count);
        shift(mins, past.mins(), begin, count);
        shift(maxs, past.maxs(), begin, count);
        shift(means, past.means(), begin, count);
        size += count;
        return end;
    }

    private void shift(Object array, Object past, int begin, int count) {
        System.arraycopy(array, 0, array, count, size);
        System.arraycopy(past, begin, array, 0, count);
    }

    private static int firstAtOrAfter(long[] times, long time) {
        int at = Arrays.binarySearch(times, time);
        return at >= 0 ? at : -at - 1;
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
