package dev.bulkhead.app.past;

import dev.bulkhead.app.chart.ChartMark;
import dev.bulkhead.app.chart.ChartMarks;
import dev.bulkhead.app.chart.PastMarks;
import dev.bulkhead.app.history.EventKind;
import dev.bulkhead.app.history.HistoryReader;
import dev.bulkhead.app.history.StoredEvent;
import dev.bulkhead.app.i18n.Words;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What happened before this run of the program, from the history file: read once a file, since it
 * does not change any more. What happens in this run is told to {@link ChartMarks} as it does.
 *
 * <p>Limits: the newest {@value #MOST} events.
 */
final class StoredMarks implements PastMarks {
    private static final int MOST = 20_000;

    private final HistoryReading reading;
    private final Supplier<Optional<Path>> file;
    private final long until;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicLong version = new AtomicLong();
    private volatile List<ChartMark> known = List.of();
    private volatile Optional<Path> read = Optional.empty();

    /**
     * Nothing is read yet.
     *
     * @param until when this run began, milliseconds since 1970
     */
    StoredMarks(HistoryReading reading, Supplier<Optional<Path>> file, long until) {
        this.reading = reading;
        this.file = file;
        this.until = until;
    }

    @Override
    public long version() {
        load();
        return version.get();
    }

    @Override
    public List<ChartMark> all() {
        load();
        return known;
    }

    private void load() {
        Optional<Path> now = file.get();
        if (now.isPresent() && !now.equals(read) && busy.compareAndSet(false, true)) {
            var _ =
                    reading.ask(now.get(), this::read)
                            .whenComplete((marks, _) -> {
                                known = marks == null ? List.of() : marks;
                                read = now;
                                version.incrementAndGet();
                                busy.set(false);
                            });
        }
    }

    private List<ChartMark> read(HistoryReader reader) throws SQLException {
        List<ChartMark> marks = new ArrayList<>();
        for (StoredEvent event : reader.events(0, until, MOST)) {
            mark(event).ifPresent(marks::add);
        }
        return List.copyOf(marks);
    }

    /** Empty for what a newer program calls by a word that this one does not know. */
    static Optional<ChartMark> mark(StoredEvent event) {
        return EventKind.of(event.kind())
                .map(kind ->
                        new ChartMark(event.time(), kind(kind), event.device(), text(kind, event)));
    }

    private static ChartMark.Kind kind(EventKind kind) {
        return switch (kind) {
            case STARTED, PAUSED, STOPPED -> ChartMark.Kind.POLLING;
            case WORKER_RESTART -> ChartMark.Kind.WORKER;
            case REBOOT -> ChartMark.Kind.REBOOT;
            case ALARM, ALARM_OVER -> ChartMark.Kind.ALARM;
            case NOTIFICATION -> ChartMark.Kind.NOTIFICATION;
        };
    }

    private static String text(EventKind kind, StoredEvent event) {
        return switch (kind) {
            case STARTED -> Words.text("poll.mark.started", event.device());
            case PAUSED -> Words.text("poll.mark.paused", event.device());
            case STOPPED -> Words.text("poll.mark.stopped", event.device());
            case WORKER_RESTART -> Words.text("poll.mark.worker", event.text());
            case REBOOT -> Words.text("poll.mark.reboot", event.device());
            case ALARM, ALARM_OVER, NOTIFICATION -> event.text();
        };
    }
}
