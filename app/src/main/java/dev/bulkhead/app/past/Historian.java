package dev.bulkhead.app.past;

import dev.bulkhead.app.chart.ChartLine;
import dev.bulkhead.app.chart.Past;
import dev.bulkhead.app.chart.PastMarks;
import dev.bulkhead.app.chart.Series;
import dev.bulkhead.app.history.Entry;
import dev.bulkhead.app.history.EventKind;
import dev.bulkhead.app.history.HistoryFiles;
import dev.bulkhead.app.history.HistoryState;
import dev.bulkhead.app.history.HistoryWriter;
import dev.bulkhead.app.history.Keep;
import dev.bulkhead.app.history.Kinds;
import dev.bulkhead.app.history.RecordedSeries;
import dev.bulkhead.app.history.SeriesKey;
import dev.bulkhead.app.history.StoredSeries;
import dev.bulkhead.app.polling.PollObserver;
import dev.bulkhead.app.polling.PollRow;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has what polls bring written into a history, and gives their series its past.
 *
 * <p>Concurrency: any thread may call it; only {@link #close} waits. Values come on the engine's
 * threads. Files are opened and closed by one thread, in the order that was asked.
 */
public final class Historian implements PollObserver, AutoCloseable {
    private static final long END_SECONDS = 25;

    private final Function<PollRow, String> names;
    private final Supplier<Keep> keep;
    private final InstantSource clock;
    private final HistoryReading charts = new HistoryReading("history-charts");
    private final ExecutorService switching =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("history-switch").factory());
    private final Map<PollRow, Track> tracks = new ConcurrentHashMap<>();
    private final Map<PollRow, String> waiting = new ConcurrentHashMap<>();
    private final Map<Told, Boolean> told = new ConcurrentHashMap<>();
    private final StoredMarks marks;
    private volatile Optional<Path> place = Optional.empty();
    private volatile @Nullable HistoryWriter writer;
    private boolean on = true;

    /** Where a row's values go. */
    private record Track(HistoryWriter writer, RecordedSeries series, Oid instance) {}

    /** What was told of a target already; several rows of it tell the same. */
    private record Told(String address, Instant time, Happening what) {}

    /**
     * Nothing is kept until {@link #keepIn}.
     *
     * @param names a row's object in the words of the loaded modules
     * @param keep asked on the writer's thread
     */
    public Historian(Function<PollRow, String> names, Supplier<Keep> keep, InstantSource clock) {
        this.names = names;
        this.keep = keep;
        this.clock = clock;
        marks = new StoredMarks(charts, this::file, clock.millis());
    }

    /** What happened before this run, as the history has it. */
    public PastMarks marks() {
        return marks;
    }

    /** Keeps everything in this file, or one beside it, while it is on. */
    public synchronized void keepIn(Path file) {
        place = Optional.of(file.toAbsolutePath());
        begin();
    }

    /** Whether anything is kept. */
    public synchronized void turn(boolean nowOn) {
        if (nowOn != on) {
            on = nowOn;
            if (on) {
                begin();
            } else {
                end();
            }
        }
    }

    private void begin() {
        Optional<Path> file = place;
        if (on && file.isPresent()) {
            end();
            switching.execute(() -> writer = new HistoryWriter(file.get(), keep, clock));
        }
    }

    private void end() {
        switching.execute(() -> {
            HistoryWriter old = writer;
            writer = null;
            if (old != null) {
                old.close();
            }
        });
    }

    /** The file that was asked for; empty in runs that keep nothing. */
    public Optional<Path> place() {
        return place;
    }

    public synchronized boolean isOn() {
        return on;
    }

    /** How the writing goes; empty while nothing is kept. */
    public Optional<HistoryState> state() {
        return Optional.ofNullable(writer).map(HistoryWriter::state);
    }

    /** The file that is written now. */
    public Optional<Path> file() {
        return state().flatMap(HistoryState::file);
    }

    @Override
    public void answered(PollRow row, Instant time, SmiValue value, double point) {
        HistoryWriter to = writer;
        if (to == null) {
            return;
        }
        RecordedSeries series = track(row, value, to).series();
        String reason = waiting.remove(row);
        long millis = time.toEpochMilli();
        if (reason != null) {
            to.write(new Entry.Gap(series, millis, millis, reason));
        }
        to.write(new Entry.Value(series, millis, Kinds.of(value), Kinds.stored(value), point));
    }

    private Track track(PollRow row, SmiValue value, HistoryWriter to) {
        Track known = tracks.get(row);
        if (known != null && known.writer() == to && known.instance().equals(row.instance())) {
            return known;
        }
        SeriesKey key =
                new SeriesKey(
                        row.target().address(),
                        row.targetLabel(),
                        row.instance().toString(),
                        names.apply(row),
                        value.typeName(),
                        row.series().unit(),
                        row.every());
        Track fresh = new Track(to, to.series(key), row.instance());
        tracks.put(row, fresh);
        row.series().past(new StoredPast(charts, () -> to.state().file(), key));
        return fresh;
    }

    @Override
    public void gap(PollRow row, Instant from, Instant to, String reason) {
        Track track = tracks.get(row);
        if (track == null) {
            waiting.put(row, reason);
        } else {
            track.writer()
                    .write(
                            new Entry.Gap(
                                    track.series(),
                                    from.toEpochMilli(),
                                    to.toEpochMilli(),
                                    reason));
        }
    }

    @Override
    public void happened(PollRow row, Instant time, Happening what, String text) {
        if (what == Happening.STOPPED) {
            tracks.remove(row);
            waiting.remove(row);
        }
        HistoryWriter to = writer;
        Told tale = new Told(row.target().address(), time, what);
        if (to != null && told.putIfAbsent(tale, true) == null) {
            told.keySet().removeIf(old -> old.time().isBefore(time));
            to.write(
                    new Entry.Event(
                            time.toEpochMilli(),
                            kind(what),
                            Optional.of(
                                    new Entry.Address(row.target().address(), row.targetLabel())),
                            text));
        }
    }

    /** Keeps something else that happened to a target; never waits. */
    public void note(Instant time, EventKind kind, Target target, String label, String text) {
        HistoryWriter to = writer;
        if (to != null) {
            Entry.Address whom = new Entry.Address(target.address(), label);
            to.write(new Entry.Event(time.toEpochMilli(), kind, Optional.of(whom), text));
        }
    }

    private static EventKind kind(Happening what) {
        return switch (what) {
            case STARTED -> EventKind.STARTED;
            case PAUSED -> EventKind.PAUSED;
            case STOPPED -> EventKind.STOPPED;
            case WORKER_RESTART -> EventKind.WORKER_RESTART;
            case REBOOT -> EventKind.REBOOT;
        };
    }

    /** A stored series as a line of a chart. */
    ChartLine line(Path file, StoredSeries stored) {
        SeriesKey key = stored.key();
        Series series = new Series();
        series.unit(key.unit());
        series.past(past(file, key));
        return new ChartLine(series, key.name(), key.device(), key.every());
    }

    /** The past of a series in a file. */
    public Past past(Path file, SeriesKey key) {
        return new StoredPast(charts, () -> Optional.of(file), key);
    }

    /** Deletes series of a file; done when they are gone. */
    CompletableFuture<Void> delete(Path file, List<StoredSeries> unwanted) {
        HistoryWriter own = writer;
        if (own != null && own.state().file().equals(Optional.of(file))) {
            return CompletableFuture.allOf(
                    unwanted.stream()
                            .map(series -> own.delete(series.id()))
                            .toArray(CompletableFuture[]::new));
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .name("history-delete")
                .start(() -> {
                    try {
                        HistoryFiles.delete(file, unwanted.stream().map(StoredSeries::id).toList());
                        done.complete(null);
                    } catch (Exception e) {
                        done.completeExceptionally(e);
                    }
                });
        return done;
    }

    /** Begins to write what still waits and to close the file; does not wait for it. */
    public void closeSoon() {
        charts.close();
        if (!switching.isShutdown()) {
            end();
            switching.shutdown();
        }
    }

    /** Writes what still waits, and closes the file. Blocks for {@value #END_SECONDS} s at most. */
    @Override
    public void close() {
        closeSoon();
        try {
            if (!switching.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                switching.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
