package dev.bulkhead.app.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a chart shows: its lines, its window of time, whether it is paused. Belongs to one thread,
 * JavaFX's; only the series behind the lines are written by others.
 */
public final class ChartViewModel {
    private final InstantSource clock;
    private final List<ChartLine> lines = new ArrayList<>();
    private TimeWindow window = TimeWindow.LAST_10_MINUTES;
    private Optional<Instant> pausedAt = Optional.empty();
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

    public void window(TimeWindow newWindow) {
        window = newWindow;
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

    /** Changes whenever there is something new to see. */
    public long version() {
        long version = changes;
        if (!isPaused()) {
            for (ChartLine line : lines) {
                version += line.series().version();
            }
        }
        return version;
    }

    /** All that is to be seen now, on so many pixels across. */
    ChartPicture look(int pixels, ZoneId zone) {
        picture.look(lines, time(pixels, zone));
        return picture;
    }

    /**
     * The stretch of time shown on so many pixels. It moves by whole pixels, so that a value keeps
     * its column and the picture does not flicker.
     */
    TimeAxis time(int pixels, ZoneId zone) {
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
