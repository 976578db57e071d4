package dev.bulkhead.app.pollrun;

import dev.bulkhead.app.export.JsonWriter;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.engine.sample.CounterRate;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a run tells as text, for a terminal or pipe. One thread at a time. */
public final class RowsText {
    private final Function<Told, String> lines;
    private final Supplier<String> end;

    private RowsText(Function<Told, String> lines, Supplier<String> end) {
        this.lines = lines;
        this.end = end;
    }

    /** Lines for people. */
    public static RowsText text(MibNames names) {
        return new RowsText(told -> line(told, names), () -> "");
    }

    /** The rows of {@link CsvSink}. */
    public static RowsText csv() {
        CsvRows rows = new CsvRows();
        return new RowsText(rows::of, () -> "");
    }

    /** An array of the objects of {@link JsonSink}. */
    public static RowsText json(MibNames names) {
        JsonWriter rows = JsonWriter.array();
        return new RowsText(told -> rows.next(JsonSink.row(told, names)), rows::end);
    }

    /** The lines of {@link JsonSink}. */
    public static RowsText jsonLines(MibNames names) {
        JsonWriter rows = JsonWriter.lines();
        return new RowsText(told -> rows.next(JsonSink.row(told, names)), rows::end);
    }

    /** The text of what is told, its line end included; "" for nothing. */
    public String of(Told told) {
        return lines.apply(told);
    }

    /** What has to stand after the last. */
    public String end() {
        return end.get();
    }

    private static String line(Told told, MibNames names) {
        String time = JobRows.millis(told.time()) + " ";
        return switch (told) {
            case Told.Value value ->
                    time
                            + value.series().device()
                            + " "
                            + value.series().name()
                            + value(value, names);
            case Told.Gap gap ->
                    time
                            + gap.series().device()
                            + " "
                            + gap.series().name()
                            + " gap: "
                            + gap.reason()
                            + "\n";
            case Told.Happened event ->
                    time
                            + event.device().map(device -> device.name() + " ").orElse("")
                            + event.what().word()
                            + (event.text().isEmpty() ? "" : ": " + event.text())
                            + "\n";
            case Told.Job _ -> "";
        };
    }

    private static String value(Told.Value value, MibNames names) {
        if (value.gap().isPresent()) {
            return " gap: " + value.gap().get() + "\n";
        }
        String unit = value.series().unit();
        String number =
                value.number().isPresent()
                        ? Numbers.text(value.number().getAsDouble())
                                + (unit.isEmpty() ? "" : " " + unit)
                        : value.value().map(names::value).orElse("");
        String rate =
                value.rate()
                        .map(outcome ->
                                switch (outcome) {
                                    case CounterRate.Outcome.Rate rated ->
                                            " (" + Numbers.text(rated.perSecond()) + "/s)";
                                    case CounterRate.Outcome.Gap gap ->
                                            " (no rate: " + gap.reason().words() + ")";
                                })
                        .orElse("");
        return " = " + number.replace("\n", "\\n") + rate + "\n";
    }
}
