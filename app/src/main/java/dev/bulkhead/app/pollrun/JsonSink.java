package dev.bulkhead.app.pollrun;

import dev.bulkhead.app.export.JsonWriter;
import dev.bulkhead.app.export.Row;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.ValueRow;
import dev.bulkhead.engine.sample.CounterRate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A file of JSON Lines: what {@code bulkhead poll --format jsonl} prints, and {@code device} and
 * {@code group} beside it; gaps for each series; formulas and alarms.
 */
public final class JsonSink implements Sink {
    private final JsonWriter rows = JsonWriter.lines();
    private final MibNames names;
    private final LineFile file;

    /**
     * Opens a file.
     *
     * @throws IOException if it cannot be written, or another program writes it
     */
    public JsonSink(Path file, Rotation rotation, MibNames names, Consumer<String> say)
            throws IOException {
        this.names = names;
        this.file =
                new LineFile(
                        file,
                        "",
                        rotation,
                        (series, span) ->
                                rows.next(gap(series, span.from(), span.to(), span.reason())),
                        say);
    }

    @Override
    public void take(Told told) {
        Optional<RunSeries> series =
                switch (told) {
                    case Told.Value value -> Optional.of(value.series());
                    case Told.Gap gap -> Optional.of(gap.series());
                    case Told.Happened _, Told.Job _ -> Optional.empty();
                };
        file.append(rows.next(row(told, names)), series, told.time());
    }

    /** What is told, as a row. */
    static Row row(Told told, MibNames names) {
        return switch (told) {
            case Told.Value value -> value(value, names);
            case Told.Gap(RunSeries series, Instant from, Instant until, String reason) ->
                    gap(series, from, until, reason);
            case Told.Happened event -> event(event);
            case Told.Job(Instant _, Row row) -> row;
        };
    }

    private static Row value(Told.Value value, MibNames names) {
        RunSeries series = value.series();
        Row row = new Row();
        row.put("time", JobRows.millis(value.time())).put("target", series.address());
        row.put("round", value.round()).put("device", series.device());
        if (!series.group().isEmpty()) {
            row.put("group", series.group());
        }
        value.value().ifPresent(given -> ValueRow.add(row, given, names));
        series.formula().ifPresent(formula -> row.put("name", series.name()));
        series.formula().ifPresent(formula -> row.put("formula", formula.text()));
        value.number().ifPresent(number -> row.put("value", Numbers.of(number)));
        value.rate()
                .ifPresent(outcome -> {
                    switch (outcome) {
                        case CounterRate.Outcome.Rate rate ->
                                row.put("rate", Numbers.of(rate.perSecond()));
                        case CounterRate.Outcome.Gap gap -> row.put("noRate", gap.reason().words());
                    }
                });
        if (!series.unit().isEmpty()) {
            row.put("unit", series.unit());
        }
        if (value.value().isEmpty() && value.gap().isPresent()) {
            row.put("noValue", value.gap().get());
        }
        return row;
    }

    private static Row series(Row row, RunSeries series) {
        row.put("target", series.address()).put("device", series.device());
        if (series.formula().isEmpty()) {
            row.put("oid", series.oid().toString());
        }
        return row.put("name", series.name());
    }

    private static Row gap(RunSeries series, Instant from, Instant until, String reason) {
        Row row = new Row().put("event", "gap").put("time", JobRows.millis(until));
        return series(row, series)
                .put("from", JobRows.millis(from))
                .put("to", JobRows.millis(until))
                .put("reason", reason);
    }

    private static Row event(Told.Happened event) {
        Row row =
                new Row()
                        .put("event", event.what().word())
                        .put("time", JobRows.millis(event.time()));
        if (event.what() == Told.What.STARTED) {
            row.put("event", "device-started");
        } else if (event.what() == Told.What.STOPPED) {
            row.put("event", "device-stopped");
        }
        if (event.series().isPresent()) {
            series(row, event.series().get());
        } else {
            event.device()
                    .ifPresent(device ->
                            row.put("target", device.address()).put("device", device.name()));
        }
        return event.text().isEmpty() ? row : row.put("text", event.text());
    }

    @Override
    public void tick(Instant now) {
        file.flush(now);
    }

    @Override
    public void close() {
        file.close();
    }
}
