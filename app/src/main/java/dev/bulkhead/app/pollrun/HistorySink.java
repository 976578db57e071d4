package dev.bulkhead.app.pollrun;

import dev.bulkhead.app.history.Entry;
import dev.bulkhead.app.history.EventKind;
import dev.bulkhead.app.history.HistoryState;
import dev.bulkhead.app.history.HistoryWriter;
import dev.bulkhead.app.history.Kinds;
import dev.bulkhead.app.history.RecordedSeries;
import dev.bulkhead.app.history.SeriesKey;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.polling.Quantity;
import dev.bulkhead.engine.sample.CounterRate;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The history file, as the window writes it. Formulas are left out, as there: they follow from what
 * is in it. Gaps before the first value of a series that no module describes wait for it, since its
 * row needs the value's type.
 */
public final class HistorySink implements Sink {
    /** So many gaps of a series without any value are kept in memory. */
    private static final int MOST_WAITING = 100;

    private final HistoryWriter writer;
    private final MibNames names;
    private final Map<RunSeries, RecordedSeries> known = new HashMap<>();
    private final Map<RunSeries, List<Told.Gap>> early = new HashMap<>();

    private final Consumer<String> say;
    private int toldNotices;
    private boolean toldProblem;

    /**
     * Writes with a writer, which it closes at its end.
     *
     * @param say tells the user a line
     */
    public HistorySink(HistoryWriter writer, MibNames names, Consumer<String> say) {
        this.writer = writer;
        this.names = names;
        this.say = say;
    }

    @Override
    public void tick(Instant now) {
        HistoryState state = writer.state();
        for (; toldNotices < state.notices().size(); toldNotices++) {
            HistoryState.Notice notice = state.notices().get(toldNotices);
            String why =
                    switch (notice.what()) {
                        case LOCKED -> " is written by another program; this one writes ";
                        case NEWER -> " is of a newer version; this one writes ";
                        case DAMAGED -> " was damaged and is now ";
                    };
            say.accept("bulkhead: " + notice.file() + why + notice.now());
        }
        if (state.problem().isPresent() != toldProblem) {
            toldProblem = state.problem().isPresent();
            say.accept(
                    state.problem()
                            .map(problem ->
                                    "bulkhead: the history cannot be written for now: "
                                            + problem.kind().words()
                                            + " ("
                                            + problem.detail()
                                            + ")")
                            .orElse(
                                    "bulkhead: the history is written again, "
                                            + state.lost()
                                            + " values are lost, marked as gaps"));
        }
    }

    @Override
    public void take(Told told) {
        switch (told) {
            case Told.Value value -> value.value().ifPresent(given -> take(value, given));
            case Told.Gap gap -> gap(gap);
            case Told.Happened event -> event(event);
            case Told.Job _ -> {}
        }
    }

    private void take(Told.Value value, VarBind given) {
        RecordedSeries series =
                known.computeIfAbsent(value.series(), each -> recorded(each, given.value()));
        long time = value.time().toEpochMilli();
        List<Told.Gap> before = early.remove(value.series());
        if (before != null) {
            before.forEach(gap -> write(series, gap));
        }
        reason(value).ifPresent(why -> writer.write(new Entry.Gap(series, time, time, why)));
        writer.write(
                new Entry.Value(
                        series,
                        time,
                        Kinds.of(given.value()),
                        Kinds.stored(given.value()),
                        value.point()));
    }

    private static Optional<String> reason(Told.Value value) {
        if (value.gap().isPresent()) {
            return value.gap();
        }
        return value.rate().orElse(null) instanceof CounterRate.Outcome.Gap(var why)
                        && why != CounterRate.Reason.FIRST
                ? Optional.of(why.words())
                : Optional.empty();
    }

    private RecordedSeries recorded(RunSeries series, SmiValue value) {
        String unit =
                Quantity.of(value, names.index().objectOf(series.oid()))
                        .map(Quantity::unit)
                        .orElse("");
        return writer.series(
                new SeriesKey(
                        series.address(),
                        series.device(),
                        series.oid().toString(),
                        series.name(),
                        value.typeName(),
                        unit,
                        series.every()));
    }

    private void gap(Told.Gap gap) {
        RunSeries series = gap.series();
        if (series.formula().isPresent()) {
            return;
        }
        RecordedSeries recorded = known.get(series);
        if (recorded == null) {
            names.index()
                    .objectOf(series.oid())
                    .flatMap(object -> typical(object.syntax().base()))
                    .ifPresent(value -> known.put(series, recorded(series, value)));
            recorded = known.get(series);
        }
        if (recorded != null) {
            write(recorded, gap);
            return;
        }
        List<Told.Gap> waiting = early.computeIfAbsent(series, _ -> new ArrayList<>());
        if (waiting.size() < MOST_WAITING) {
            waiting.add(gap);
        } else {
            Told.Gap last = waiting.removeLast();
            waiting.add(new Told.Gap(series, last.time(), gap.until(), last.reason()));
        }
    }

    /** A value of the type that an object has by its module. */
    private static Optional<SmiValue> typical(BaseType base) {
        return switch (base) {
            case INTEGER32 -> Optional.of(new SmiValue.Integer32(0));
            case UNSIGNED32, GAUGE32 -> Optional.of(new SmiValue.Gauge32(0));
            case COUNTER32 -> Optional.of(new SmiValue.Counter32(0));
            case COUNTER64 -> Optional.of(new SmiValue.Counter64(0));
            case TIME_TICKS -> Optional.of(new SmiValue.TimeTicks(0));
            case OCTET_STRING, BITS -> Optional.of(new SmiValue.OctetString(new byte[0]));
            case OBJECT_IDENTIFIER,
                    IP_ADDRESS,
                    NETWORK_ADDRESS,
                    OPAQUE,
                    SEQUENCE,
                    SEQUENCE_OF,
                    CHOICE,
                    UNKNOWN ->
                    Optional.empty();
        };
    }

    private void write(RecordedSeries series, Told.Gap gap) {
        writer.write(
                new Entry.Gap(
                        series,
                        gap.time().toEpochMilli(),
                        gap.until().toEpochMilli(),
                        gap.reason()));
    }

    private void event(Told.Happened event) {
        EventKind kind =
                switch (event.what()) {
                    case STARTED -> EventKind.STARTED;
                    case STOPPED -> EventKind.STOPPED;
                    case WORKER_RESTART -> EventKind.WORKER_RESTART;
                    case REBOOT -> EventKind.REBOOT;
                    case ALARM -> EventKind.ALARM;
                    case ALARM_OVER -> EventKind.ALARM_OVER;
                };
        writer.write(
                new Entry.Event(
                        event.time().toEpochMilli(),
                        kind,
                        event.device()
                                .map(device -> new Entry.Address(device.address(), device.name())),
                        event.text()));
    }

    @Override
    public void close() {
        writer.close();
        tick(Instant.EPOCH);
        if (writer.state().lost() > 0) {
            say.accept("bulkhead: " + writer.state().lost() + " values are not in the history");
        }
    }
}
