package dev.bulkhead.app.past;

import dev.bulkhead.app.chart.Gap;
import dev.bulkhead.app.chart.Past;
import dev.bulkhead.app.history.Spans;
import java.util.Arrays;
import java.util.List;

/** Collects the spans of a stretch and the breaks between them. */
final class Lines {
    private final long[] times;
    private final double[] mins;
    private final double[] maxs;
    private final double[] means;
    private final int[] counts;
    private int size;

    /** Room for so many. */
    Lines(int most) {
        times = new long[most];
        mins = new double[most];
        maxs = new double[most];
        means = new double[most];
        counts = new int[most];
    }

    void add(Spans spans, int index) {
        times[size] = spans.time(index);
        mins[size] = spans.min(index);
        maxs[size] = spans.max(index);
        means[size] = spans.average(index);
        counts[size] = spans.count(index);
        size++;
    }

    void addBreak(long time) {
        if (size < times.length) {
            times[size] = time;
            mins[size] = Double.NaN;
            maxs[size] = Double.NaN;
            means[size] = Double.NaN;
            size++;
        }
    }

    Past.Stretch stretch(List<Gap> gaps) {
        return new Past.Stretch(
                Arrays.copyOf(times, size),
                Arrays.copyOf(mins, size),
                Arrays.copyOf(maxs, size),
                Arrays.copyOf(means, size),
                Arrays.copyOf(counts, size),
                gaps);
    }
}
