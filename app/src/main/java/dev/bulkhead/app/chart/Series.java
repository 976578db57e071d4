package dev.bulkhead.app.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A bounded run of measured values over time, with its gaps.
 *
 * <p>The newest values are kept one by one. What is pushed out of that ring is merged into buckets
 * of {@value #BUCKET_MILLIS} ms that keep least, greatest and mean, so peaks outlive their
 * neighbours. At one value a second the default size holds five minutes as measured and an hour in
 * buckets, in 18 KB: ten thousand polled instances must fit beside the window. A charted series is
 * {@link #widen widened}.
 *
 * <p>Concurrency: one thread writes, any may read; every method takes the series' own lock for
 * microseconds. Limits: the ring, the buckets and the number of gaps are bounded.
 */
public final class Series {
    /** How many values are kept one by one, to begin with. */
    public static final int DEFAULT_POINTS = 320;

    /** How many values a charted series keeps one by one: an hour at one a second. */
    public static final int CHARTED_POINTS = 3_600;

    private static final long BUCKET_MILLIS = 20_000;
    private static final int MAX_GAPS = 200;

    private final SpanRing recent;
    private final SpanRing merged;
    private final Bucket bucket = new Bucket();
    private final Deque<Gap> gaps = new ArrayDeque<>();
    private String unit = "";
    private boolean inGap;
    private long lastTime = Long.MIN_VALUE;
    private double lastValue = Double.NaN;
    private long version;
    private volatile Past past = Past.NONE;

    public Series() {
        this(DEFAULT_POINTS);
    }

    /**
     * An empty series.
     *
     * @param points how many values are kept one by one
     */
    public Series(int points) {
        recent = new SpanRing(points);
        merged = new SpanRing(Math.max(180, points / 2));
    }

    /** {@code b/s}, {@code /s}, {@code %}; "" for plain numbers. */
    public synchronized String unit() {
        return unit;
    }

    public synchronized void unit(String newUnit) {
        unit = newUnit;
    }

    /** Keeps at least so many values one by one from now on. */
    public synchronized void widen(int points) {
        recent.widen(points);
        merged.widen(points / 2);
    }

    /** Changes whenever the series does. */
    public synchronized long version() {
        return version + past.version();
    }

    /** What was measured before the memory begins. */
    public Past past() {
        return past;
    }

    /** Has another past from now on. */
    public synchronized void past(Past newPast) {
        version += past.version() - newPast.version() + 1;
        past = newPast;
    }

    /** When the memory begins; {@link Long#MAX_VALUE} while it is empty. */
    synchronized long oldest() {
        if (merged.size() > 0) {
            return merged.time(0);
        }
        if (bucket.count > 0) {
            return bucket.time;
        }
        return recent.size() > 0 ? recent.time(0) : Long.MAX_VALUE;
    }

    /** The newest value; NaN before the first one. */
    public synchronized double last() {
        return lastValue;
    }

    public synchronized boolean isEmpty() {
        return Double.isNaN(lastValue);
    }

    /**
     * Adds a value. Time only goes forward here: should the wall clock be set back, values follow
     * each other by a millisecond until it has caught up.
     */
    public synchronized void add(long timeMillis, double value) {
        long time = forward(timeMillis);
        if (inGap) {
            reachGap(time, "");
            inGap = false;
        }
        append(time, value);
        lastValue = value;
    }

    /** Says that there are no values now, and why; the line breaks. */
    public synchronized void gap(long fromMillis, long toMillis, String reason) {
        version++;
        if (inGap) {
            reachGap(toMillis, reason);
            return;
        }
        long from = isEmpty() ? fromMillis : lastTime;
        inGap = true;
        gaps.addLast(new Gap(from, Math.max(from, toMillis), reason));
        if (gaps.size() > MAX_GAPS) {
            gaps.removeFirst();
        }
        if (!isEmpty()) {
            append(forward(from), Double.NaN);
        }
    }

    private long forward(long timeMillis) {
        return Math.max(timeMillis, lastTime + (lastTime == Long.MIN_VALUE ? 0 : 1));
    }

    private void reachGap(long to, String reason) {
        Gap open = gaps.removeLast();
        String reasons =
                reason.isEmpty() || open.reason().contains(reason)
                        ? open.reason()
                        : open.reason() + ", " + reason;
        gaps.addLast(new Gap(open.fromMillis(), Math.max(open.toMillis(), to), reasons));
    }

    private void append(long time, double value) {
        while (recent.isFull()) {
            bucket.take(recent);
        }
        recent.add(time, value, value, value, 1);
        lastTime = time;
        version++;
    }

    /** The gaps that touch a stretch of time, oldest first. */
    public synchronized List<Gap> gaps(long fromMillis, long toMillis) {
        List<Gap> touching = new ArrayList<>();
        for (Gap gap : gaps) {
            if (gap.toMillis() >= fromMillis && gap.fromMillis() <= toMillis) {
                touching.add(gap);
            }
        }
        return touching;
    }

    /** Whether the last thing said was a gap. */
    public synchronized boolean isInGap() {
        return inGap;
    }

    /** What a stretch of time comes to; empty if it holds no value. */
    public synchronized Optional<Statistics> statistics(long fromMillis, long toMillis) {
        Tally tally = new Tally();
        tally.addAll(merged, fromMillis, toMillis);
        if (bucket.count > 0 && bucket.time >= fromMillis && bucket.time <= toMillis) {
            tally.add(bucket.min, bucket.max, bucket.sum / bucket.count, bucket.count);
        }
        tally.addAll(recent, fromMillis, toMillis);
        return tally.result();
    }

    /**
     * Copies a stretch of time and one span on either side of it, so that lines reach its edges.
     */
    synchronized void copyTo(SeriesWindow window, long fromMillis, long toMillis) {
        window.clear();
        int firstMerged = Math.max(0, merged.firstAtOrAfter(fromMillis) - 1);
        window.add(
                merged, firstMerged, Math.min(merged.size(), merged.firstAtOrAfter(toMillis) + 1));
        if (bucket.count > 0) {
            window.add(bucket.time, bucket.min, bucket.max, bucket.sum / bucket.count);
        }
        int firstRecent = Math.max(0, recent.firstAtOrAfter(fromMillis) - 1);
        window.add(
                recent, firstRecent, Math.min(recent.size(), recent.firstAtOrAfter(toMillis) + 1));
    }

    /** The bucket being filled with what the ring of recent values pushes out. */
    private final class Bucket {
        private long time;
        private double min;
        private double max;
        private double sum;
        private int count;

        void take(SpanRing ring) {
            long newTime = ring.time(0);
            double value = ring.mean(0);
            boolean isBreak = ring.isBreak(0);
            ring.dropOldest();
            if (count > 0 && (isBreak || newTime >= time + BUCKET_MILLIS)) {
                close();
            }
            if (isBreak) {
                keep(newTime, Double.NaN, Double.NaN, Double.NaN, 0);
            } else {
                min = count == 0 ? value : Math.min(min, value);
                max = count == 0 ? value : Math.max(max, value);
                sum = count == 0 ? value : sum + value;
                time = count == 0 ? newTime : time;
                count++;
            }
        }

        private void close() {
            keep(time, min, max, sum / count, count);
            count = 0;
        }

        private void keep(long at, double least, double greatest, double mean, int values) {
            if (merged.isFull()) {
                merged.dropOldest();
            }
            merged.add(at, least, greatest, mean, values);
        }
    }

    /** Statistics while they are counted. */
    private static final class Tally {
        private long count;
        private double last;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private double sum;

        void addAll(SpanRing ring, long from, long to) {
            for (int i = ring.firstAtOrAfter(from); i < ring.size() && ring.time(i) <= to; i++) {
                if (!ring.isBreak(i)) {
                    add(ring.min(i), ring.max(i), ring.mean(i), ring.count(i));
                    last = ring.mean(i);
                }
            }
        }

        void add(double least, double greatest, double mean, int values) {
            min = Math.min(min, least);
            max = Math.max(max, greatest);
            sum += mean * values;
            count += values;
            last = mean;
        }

        Optional<Statistics> result() {
            return count == 0
                    ? Optional.empty()
                    : Optional.of(new Statistics(count, last, min, sum / count, max));
        }
    }
}
