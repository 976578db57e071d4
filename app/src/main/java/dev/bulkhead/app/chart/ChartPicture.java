package dev.bulkhead.app.chart;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One look at a chart's lines: the stretch of time, an axis for each unit, and each line's points
 * and gaps. Refreshed in place for every repaint. Not for use by several threads at a time.
 */
final class ChartPicture {
    private static final int MAX_TICKS = 6;

    private TimeAxis time = new TimeAxis(0, 1, ZoneOffset.UTC);
    private List<ChartLine> lines = List.of();
    private final List<SeriesWindow> windows = new ArrayList<>();
    private final List<List<Gap>> gaps = new ArrayList<>();
    private final List<Optional<Statistics>> statistics = new ArrayList<>();
    private Map<String, ValueAxis> axes = Map.of();
    private List<ChartMark> marks = List.of();

    /** Looks again. */
    void look(List<ChartLine> newLines, TimeAxis newTime) {
        lines = List.copyOf(newLines);
        time = newTime;
        gaps.clear();
        statistics.clear();
        Map<String, double[]> ranges = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Series series = lines.get(i).series();
            if (windows.size() == i) {
                windows.add(new SeriesWindow());
            }
            SeriesWindow window = windows.get(i);
            WholeSeries whole = WholeSeries.look(series, window, time);
            gaps.add(whole.gaps());
            statistics.add(whole.statistics());
            double[] range =
                    ranges.computeIfAbsent(series.unit(), unit -> new double[] {1e300, -1e300});
            stretch(range, window);
        }
        axes = new LinkedHashMap<>();
        ranges.forEach((unit, range) -> axes.put(unit, axis(unit, range)));
    }

    void marks(List<ChartMark> newMarks) {
        marks = List.copyOf(newMarks);
    }

    /** What happened in the stretch of time shown, oldest first. */
    List<ChartMark> marks() {
        return marks;
    }

    /** Which axis a line is drawn by, 0 for the one at the left. */
    int axisNumber(int line) {
        return Math.max(0, List.copyOf(axes.values()).indexOf(axis(line)));
    }

    private static void stretch(double[] range, SeriesWindow window) {
        for (int i = 0; i < window.size; i++) {
            if (!window.isBreak(i)) {
                range[0] = Math.min(range[0], window.mins[i]);
                range[1] = Math.max(range[1], window.maxs[i]);
            }
        }
    }

    private static ValueAxis axis(String unit, double[] range) {
        return range[0] > range[1]
                ? ValueAxis.of(unit, 0, 1, MAX_TICKS)
                : ValueAxis.of(unit, range[0], range[1], MAX_TICKS);
    }

    TimeAxis time() {
        return time;
    }

    List<ChartLine> lines() {
        return lines;
    }

    /** The axes, that of the first line first. */
    List<ValueAxis> axes() {
        return List.copyOf(axes.values());
    }

    ValueAxis axis(int line) {
        ValueAxis axis = axes.get(lines.get(line).series().unit());
        // A series learns its unit with its first value, which may have come since we looked.
        return axis == null ? axes.values().iterator().next() : axis;
    }

    SeriesWindow window(int line) {
        return windows.get(line);
    }

    List<Gap> gaps(int line) {
        return gaps.get(line);
    }

    /** What a line comes to in the stretch of time shown; empty if it holds no value. */
    Optional<Statistics> statistics(int line) {
        return statistics.get(line);
    }

    /** The gap of a line at a moment. */
    Optional<Gap> gapAt(int line, long timeMillis) {
        return gaps.get(line).stream().filter(gap -> gap.contains(timeMillis)).findFirst();
    }
}
