package dev.bulkhead.app.cli;

import dev.bulkhead.app.export.Row;
import dev.bulkhead.app.history.Entry;
import dev.bulkhead.app.history.EventKind;
import dev.bulkhead.app.history.HistoryProblem;
import dev.bulkhead.app.history.HistoryState;
import dev.bulkhead.app.history.HistoryState.Notice;
import dev.bulkhead.app.history.HistoryWriter;
import dev.bulkhead.app.history.Keep;
import dev.bulkhead.app.history.Kinds;
import dev.bulkhead.app.history.RecordedSeries;
import dev.bulkhead.app.history.SeriesKey;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.polling.Quantity;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.CounterRate;
import dev.bulkhead.engine.sample.CounterRate.Outcome;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a poll's values into the history file of {@code --history}, and tells what becomes of
 * them. Runs on the job's thread, which never waits for the disk.
 */
final class PollRecorder implements AutoCloseable {
    private static final double NONE = Double.NaN;

    private final Terminal terminal;
    private final MibNames names;
    private final Duration every;
    private final HistoryWriter writer;
    private final Map<Place, Recorded> known = new HashMap<>();
    private final Thread atShutdown;
    private int toldNotices;
    private Optional<HistoryProblem> toldProblem = Optional.empty();
    private long toldKept;

    private record Place(String address, Oid instance) {}

    /** A series, and how values become points. */
    private record Recorded(RecordedSeries series, Optional<Quantity> quantity) {}

    private PollRecorder(Terminal terminal, MibNames names, Duration every, Path file) {
        this.terminal = terminal;
        this.names = names;
        this.every = every;
        writer = new HistoryWriter(file, () -> Keep.USUAL, InstantSource.system());
        atShutdown = new Thread(writer::close, "close-history");
        Runtime.getRuntime().addShutdownHook(atShutdown);
    }

    /** The recorder that the flags ask for. */
    static Optional<PollRecorder> of(
            Arguments arguments, Terminal terminal, MibNames names, Duration every)
            throws UsageException {
        Optional<String> name = arguments.value("--history");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = Path.of(name.get());
            if (file.getFileName() == null || file.toFile().isDirectory()) {
                throw new UsageException("--history " + name.get() + " is a folder: name a file");
            }
            return Optional.of(new PollRecorder(terminal, names, every, file));
        } catch (InvalidPathException e) {
            throw new UsageException("--history " + name.get() + " is no name of a file");
        }
    }

    /** An answer, and what its counters come to. */
    void take(Sample sample, String address, List<VarBind> values, List<Optional<Outcome>> rates) {
        for (int i = 0; i < values.size(); i++) {
            take(sample.time(), address, values.get(i), rates.get(i));
        }
    }

    private void take(Instant time, String address, VarBind varBind, Optional<Outcome> rate) {
        Recorded recorded =
                known.computeIfAbsent(
                        new Place(address, varBind.name()), place -> recorded(place, varBind));
        long millis = time.toEpochMilli();
        double point = recorded.quantity().map(q -> point(q, varBind.value(), rate)).orElse(NONE);
        reason(varBind.value(), rate)
                .ifPresent(
                        why -> writer.write(new Entry.Gap(recorded.series(), millis, millis, why)));
        writer.write(
                new Entry.Value(
                        recorded.series(),
                        millis,
                        Kinds.of(varBind.value()),
                        Kinds.stored(varBind.value()),
                        point));
        if (rate.orElse(null) instanceof Outcome.Gap(CounterRate.Reason why)
                && why == CounterRate.Reason.REBOOT) {
            event(time, EventKind.REBOOT, Optional.of(address), why.words());
        }
    }

    private Recorded recorded(Place place, VarBind varBind) {
        Optional<Quantity> quantity =
                Quantity.of(varBind.value(), names.index().objectOf(varBind.name()));
        SeriesKey key =
                new SeriesKey(
                        place.address(),
                        place.address(),
                        varBind.name().toString(),
                        names.shortName(varBind.name()),
                        varBind.value().typeName(),
                        quantity.map(Quantity::unit).orElse(""),
                        every);
        return new Recorded(writer.series(key), quantity);
    }

    private static double point(Quantity quantity, SmiValue value, Optional<Outcome> rate) {
        if (!quantity.isCounter()) {
            return quantity.number(value);
        }
        return rate.orElse(null) instanceof Outcome.Rate(double perSecond, boolean _)
                ? perSecond * quantity.factor()
                : NONE;
    }

    private static Optional<String> reason(SmiValue value, Optional<Outcome> rate) {
        if (value instanceof SmiValue.Marker) {
            return Optional.of(value.typeName());
        }
        return rate.orElse(null) instanceof Outcome.Gap(CounterRate.Reason why)
                        && why != CounterRate.Reason.FIRST
                ? Optional.of(why.words())
                : Optional.empty();
    }

    /**
     * No values of a target, or of all.
     *
     * @param address empty for all targets
     */
    void gap(Optional<String> address, Instant from, Instant to, String reason) {
        known.forEach((place, recorded) -> {
            if (address.isEmpty() || address.get().equals(place.address())) {
                writer.write(
                        new Entry.Gap(
                                recorded.series(), from.toEpochMilli(), to.toEpochMilli(), reason));
            }
        });
    }

    void event(Instant time, EventKind kind, Optional<String> address, String text) {
        writer.write(
                new Entry.Event(
                        time.toEpochMilli(),
                        kind,
                        address.map(each -> new Entry.Address(each, each)),
                        text));
    }

    void started(Instant time, Collection<Target> targets) {
        targets.forEach(
                target -> event(time, EventKind.STARTED, Optional.of(target.address()), ""));
    }

    /**
     * What is to be told of the file now: how many values are kept, if they are more than before.
     */
    Optional<Row> look(Instant time) {
        HistoryState state = writer.state();
        tellOfFiles(state);
        if (state.committed() == toldKept) {
            return Optional.empty();
        }
        toldKept = state.committed();
        return Optional.of(
                new Row()
                        .put("event", "history")
                        .put("time", PollPrinter.millis(time))
                        .put("file", state.file().map(Path::toString).orElse(""))
                        .put("kept", state.committed())
                        .put("lost", state.lost()));
    }

    private void tellOfFiles(HistoryState state) {
        for (; toldNotices < state.notices().size(); toldNotices++) {
            terminal.say("bulkhead: " + words(state.notices().get(toldNotices)));
        }
        if (toldProblem.isEmpty() && state.problem().isPresent()) {
            HistoryProblem problem = state.problem().get();
            terminal.say(
                    "bulkhead: the history cannot be written for now: "
                            + problem.kind().words()
                            + " ("
                            + problem.detail()
                            + ")");
        } else if (toldProblem.isPresent() && state.problem().isEmpty()) {
            terminal.say(
                    "bulkhead: the history is written again, " + state.lost() + " values are lost");
        }
        toldProblem = state.problem();
    }

    private static String words(Notice notice) {
        return switch (notice.what()) {
            case LOCKED ->
                    "another program writes "
                            + notice.file()
                            + ", so this one writes "
                            + notice.now();
            case NEWER ->
                    "a newer version made "
                            + notice.file()
                            + ", so this one writes "
                            + notice.now();
            case DAMAGED ->
                    notice.file()
                            + " was damaged and is now "
                            + notice.now()
                            + "; a new one is written";
        };
    }

    /** Waits until all is written. */
    @Override
    public void close() {
        event(Instant.now(), EventKind.STOPPED, Optional.empty(), "");
        writer.close();
        HistoryState state = writer.state();
        tellOfFiles(state);
        if (state.lost() > 0) {
            terminal.say("bulkhead: " + state.lost() + " values are not in the history");
        }
        try {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException ending) {
            return;
        }
    }
}
