package dev.bulkhead.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of a series for painting: its past, and then its memory.
 *
 * @param statistics what the stretch comes to; empty if it holds no value
 */
record WholeSeries(List<Gap> gaps, Optional<Statistics> statistics) {
    /**
     * Looks at a series.
     *
     * @param window gets the points
     */
    static WholeSeries look(Series series, SeriesWindow window, TimeAxis time) {
        long from = time.fromMillis();
        long to = time.toMillis();
        series.copyTo(window, from, to);
        List<Gap> gaps = series.gaps(from, to);
        Optional<Statistics> statistics = series.statistics(from, to);
        long memory = Math.min(series.oldest(), to);
        if (memory <= from) {
            return new WholeSeries(gaps, statistics);
        }
        Past.Stretch past = series.past().look(from, memory, to - from);
        int end = window.prepend(past, from, memory);
        return new WholeSeries(
                together(past.gaps(), gaps, memory),
                together(statistics(past, from, end), statistics));
    }

    /** Gaps of both, each once: memory holds gaps for longer than values. */
    private static List<Gap> together(List<Gap> past, List<Gap> memory, long begin) {
        List<Gap> all = new ArrayList<>();
        past.stream().filter(gap -> gap.fromMillis() < begin).forEach(all::add);
        int known = all.size();
        for (Gap gap : memory) {
            boolean isNew = true;
            for (int i = 0; i < known && isNew; i++) {
                Gap other = all.get(i);
                isNew =
                        gap.fromMillis() >= other.toMillis()
                                || gap.toMillis() <= other.fromMillis();
            }
            if (isNew) {
                all.add(gap);
            }
        }
        return all;
    }

    private static Optional<Statistics> statistics(Past.Stretch past, long from, int end) {
        long count = 0;
        double sum = 0;
        double last = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < end; i++) {
            if (past.times()[i] >= from && past.counts()[i] > 0) {
                count += past.counts()[i];
                sum += past.means()[i] * past.counts()[i];
                last = past.means()[i];
                min = Math.min(min, past.mins()[i]);
                max = Math.max(max, past.maxs()[i]);
            }
        }
        return count == 0
                ? Optional.empty()
                : Optional.of(new Statistics(count, last, min, sum / count, max));
    }

    private static Optional<Statistics> together(Optional<Statistics> a, Optional<Statistics> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.or(() -> b);
        }
        Statistics before = a.get();
        Statistics after = b.get();
        long count = before.count() + after.count();
        return Optional.of(
                new Statistics(
                        count,
                        after.last(),
                        Math.min(before.min(), after.min()),
                        (before.average() * before.count() + after.average() * after.count())
                                / count,
                        Math.max(before.max(), after.max())));
    }
}
