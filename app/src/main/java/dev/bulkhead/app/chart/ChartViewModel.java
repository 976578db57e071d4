package dev.bulkhead.app.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a chart shows: its lines, its window of time, whether it is paused. Belongs to one thread,
 * JavaFX's; only the series behind the lines are written by others.
 */
public final class ChartViewModel {
    /** What is nearer to a moment is there, not next to it. */
    private static final long SAME_PLACE_MILLIS = 200;

    private final InstantSource clock;
    private final List<ChartLine> lines = new ArrayList<>();
    private TimeWindow window = TimeWindow.LAST_10_MINUTES;
    private Optional<Instant> pausedAt = Optional.empty();
    private Optional<ChartRange> range = Optional.empty();
    private ChartMarks marks = new ChartMarks();
    private long changes;
    private final ChartPicture picture = new ChartPicture();

    public ChartViewModel(InstantSource clock) {
        this.clock = clock;
    }

    /** Adds lines and keeps their series' points longer; those already shown stay as they are. */
    public void chart(List<ChartLine> newLines) {
        for (ChartLine line : newLines) {
            if (lines.stream().noneMatch(shown -> shown.series() == line.series())) {
                line.series().widen(Series.CHARTED_POINTS);
                lines.add(line);
                changes++;
            }
        }
    }

    /** Takes lines off the chart. */
    public void remove(Collection<ChartLine> unwanted) {
        if (lines.removeAll(new HashSet<>(unwanted))) {
            changes++;
        }
    }

    /** The lines in the order they came. */
    public List<ChartLine> lines() {
        return List.copyOf(lines);
    }

    public TimeWindow window() {
        return window;
    }

    /** Shows that much of the past, up to now. */
    public void window(TimeWindow newWindow) {
        window = newWindow;
        range = Optional.empty();
        changes++;
    }

    public boolean isPaused() {
        return pausedAt.isPresent();
    }

    /** Stops time, or lets it go on; values are collected all the while. */
    public void pause(boolean paused) {
        pausedAt = paused ? Optional.of(pausedAt.orElseGet(clock::instant)) : Optional.empty();
        changes++;
    }

    /** What happened, to be marked; others may add to it. */
    public ChartMarks marks() {
        return marks;
    }

    /** Marks what is told there from now on. */
    public void marks(ChartMarks others) {
        marks = others;
        changes++;
    }

    /** Whether a stretch of time is shown that does not move with time. */
    public boolean isZoomed() {
        return range.isPresent();
    }

    /**
     * Shows more of less time, or less of more, and stands still there.
     *
     * @param factor of the length of time, below 1 to zoom in
     * @param aroundMillis the moment that stays where it is
     */
    public void zoom(double factor, long aroundMillis) {
        show(shown().zoomed(factor, aroundMillis));
    }

    /** Shows other times: later ones by more than 0. */
    public void pan(long millis) {
        show(shown().moved(millis));
    }

    /** Shows a stretch of time and stands still there. */
    public void show(long fromMillis, long toMillis) {
        long least = Math.max(toMillis, fromMillis + ChartRange.SHORTEST_MILLIS);
        show(new ChartRange(fromMillis, least));
    }

    private void show(ChartRange wanted) {
        range = Optional.of(wanted);
        changes++;
    }

    /** Follows time again. */
    public void backToLive() {
        range = Optional.empty();
        pausedAt = Optional.empty();
        changes++;
    }

    /** Shows the oldest values that are in memory; panning goes on into what is kept. */
    public void oldest() {
        lines.stream()
                .map(line -> line.series().oldest())
                .filter(time -> time < Long.MAX_VALUE)
                .min(Long::compare)
                .ifPresent(first -> {
                    long length = shown().length();
                    show(new ChartRange(first, first + length));
                });
    }

    /**
     * The gap next to a moment, of any line, seen or not.
     *
     * @param by 1 for the next one, -1 for the one before
     */
    Optional<Gap> gapFrom(long timeMillis, int by) {
        return lines.stream()
                .flatMap(line -> line.series().gaps(0, Long.MAX_VALUE).stream())
                .filter(gap -> gap.toMillis() > gap.fromMillis())
                .filter(gap -> (middle(gap) - timeMillis) * by > SAME_PLACE_MILLIS)
                .min(Comparator.comparingLong(gap -> Math.abs(middle(gap) - timeMillis)));
    }

    /** The mark next to a moment, likewise. */
    Optional<ChartMark> markFrom(long timeMillis, int by) {
        return marks.between(0, Long.MAX_VALUE, targets()).stream()
                .filter(mark -> (mark.timeMillis() - timeMillis) * by > SAME_PLACE_MILLIS)
                .min(Comparator.comparingLong(mark -> Math.abs(mark.timeMillis() - timeMillis)));
    }

    static long middle(Gap gap) {
        return gap.fromMillis() + (gap.toMillis() - gap.fromMillis()) / 2;
    }

    private ChartRange shown() {
        return range.orElseGet(() -> {
            long now = pausedAt.orElseGet(clock::instant).toEpochMilli();
            return new ChartRange(now - window.length().toMillis(), now);
        });
    }

    /** What is shown now begins and ends at, milliseconds since 1970. */
    TimeAxis time(ZoneId zone) {
        return new TimeAxis(shown().fromMillis(), shown().toMillis(), zone);
    }

    /** Changes whenever there is something new to see. */
    public long version() {
        long version = changes + marks.version();
        if (!isPaused()) {
            for (ChartLine line : lines) {
                version += line.series().version();
            }
        }
        return version;
    }

    /** All that is to be seen now, on so many pixels across. */
    ChartPicture look(int pixels, ZoneId zone) {
        TimeAxis time = time(pixels, zone);
        picture.look(lines, time);
        picture.marks(marks.between(time.fromMillis(), time.toMillis(), targets()));
        return picture;
    }

    /**
     * The stretch of time shown on so many pixels. It moves by whole pixels, so that a value keeps
     * its column and the picture does not flicker.
     */
    TimeAxis time(int pixels, ZoneId zone) {
        if (range.isPresent()) {
            return time(zone);
        }
        long length = window.length().toMillis();
        long perPixel = Math.max(1, length / Math.max(1, pixels));
        long now = pausedAt.orElseGet(clock::instant).toEpochMilli();
        long to = Math.ceilDiv(now, perPixel) * perPixel;
        return new TimeAxis(to - length, to, zone);
    }

    /** How often the quickest line is expected to have a value; empty without lines. */
    public Optional<Duration> every() {
        return lines.stream().map(ChartLine::every).min(Duration::compareTo);
    }

    /** The targets of all lines, each once. */
    public Set<String> targets() {
        Set<String> targets = new HashSet<>();
        lines.forEach(line -> targets.add(line.target()));
        return targets;
    }
}
