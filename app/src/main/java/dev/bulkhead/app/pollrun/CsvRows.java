package dev.bulkhead.app.pollrun;

import dev.bulkhead.app.export.CsvWriter;
import dev.bulkhead.app.export.Row;
import dev.bulkhead.engine.sample.CounterRate;
import java.time.Instant;
import java.util.List;

/** What a run tells as rows of CSV. One thread at a time. */
final class CsvRows {
    /** The columns, in order; README tells what they hold. */
    static final List<String> COLUMNS =
            List.of(
                    "time",
                    "until",
                    "device",
                    "object",
                    "instance",
                    "value",
                    "rate",
                    "unit",
                    "event",
                    "reason");

    private final CsvWriter rows = new CsvWriter(COLUMNS);

    /** The header, if no row was made yet. */
    String header() {
        return rows.end();
    }

    /** The row of what is told, after the header if it is the first; "" for nothing. */
    String of(Told told) {
        return switch (told) {
            case Told.Value value -> rows.next(row(value));
            case Told.Gap(RunSeries series, Instant from, Instant until, String reason) ->
                    gapLine(series, from, until, reason);
            case Told.Happened event -> rows.next(row(event));
            case Told.Job _ -> "";
        };
    }

    String gapLine(RunSeries series, Instant from, Instant until, String reason) {
        return rows.next(gap(series, from, until, reason));
    }

    private static Row of(RunSeries series, Instant time) {
        return new Row()
                .put("time", JobRows.millis(time))
                .put("device", series.device())
                .put("object", series.object())
                .put("instance", series.instance());
    }

    private static Row gap(RunSeries series, Instant from, Instant until, String reason) {
        return of(series, from)
                .put("until", JobRows.millis(until))
                .put("event", "gap")
                .put("reason", reason);
    }

    private static Row row(Told.Value value) {
        if (value.gap().isPresent()) {
            return gap(value.series(), value.time(), value.time(), value.gap().get());
        }
        Row row = of(value.series(), value.time()).put("unit", value.series().unit());
        value.number().ifPresent(number -> row.put("value", Numbers.of(number)));
        value.value().ifPresent(given -> Values.put(row, "value", given.value()));
        value.rate()
                .ifPresent(outcome -> {
                    switch (outcome) {
                        case CounterRate.Outcome.Rate rate ->
                                row.put("rate", Numbers.of(rate.perSecond()));
                        case CounterRate.Outcome.Gap gap ->
                                row.put("reason", "no rate: " + gap.reason().words());
                    }
                });
        return row;
    }

    private static Row row(Told.Happened event) {
        Row row =
                event.series()
                        .map(series -> of(series, event.time()))
                        .orElseGet(() -> new Row().put("time", JobRows.millis(event.time())));
        event.device().ifPresent(device -> row.put("device", device.name()));
        return row.put("event", event.what().word()).put("reason", event.text());
    }
}
