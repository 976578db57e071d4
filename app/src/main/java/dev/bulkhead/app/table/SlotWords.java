package dev.bulkhead.app.table;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.app.query.JobWords;
import dev.bulkhead.app.table.GridColumn.Kind;
import dev.bulkhead.engine.sample.VarBind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said of a cell while the mouse rests on it: name, whole value, and what happened. */
final class SlotWords {
    private final TableViewModel model;

    SlotWords(TableViewModel model) {
        this.model = model;
    }

    String tooltip(Slot slot) {
        List<String> lines = new ArrayList<>();
        GridRow row = slot.row();
        GridColumn column = slot.column();
        Instant now = model.now();
        if (column.kind().isOfObject()) {
            value(row, column).ifPresent(lines::add);
        }
        if (column.kind() == Kind.RATE || column.kind() == Kind.TREND) {
            model.text()
                    .trace(row, column)
                    .map(CounterTrace::reason)
                    .filter(reason -> !reason.isEmpty())
                    .ifPresent(reason -> lines.add(Words.text("table.cell.no-rate", reason)));
        } else if (column.kind() == Kind.VALUE) {
            row.change(model.shape().place(column))
                    .ifPresent(change -> lines.add(changed(row, column, change, now)));
        }
        row.came().ifPresent(at -> lines.add(Words.text("table.row.came", ago(at, now))));
        row.gone().ifPresent(at -> lines.add(Words.text("table.row.gone", ago(at, now))));
        if (model.isOld(row)) {
            lines.add(Words.text("table.row.old", ago(row.readAt(), now)));
        }
        return lines.stream().map(Inert::text).collect(Collectors.joining("\n"));
    }

    private Optional<String> value(GridRow row, GridColumn column) {
        return model.instance(row, column)
                .flatMap(
                        oid -> row.value(model.shape().place(column)).map(v -> new VarBind(oid, v)))
                .map(varBind ->
                        Words.text(
                                "table.cell.value",
                                model.question().names().shortName(varBind.name()),
                                model.question().names().value(varBind),
                                model.question().names().type(varBind)));
    }

    private String changed(GridRow row, GridColumn column, CellChange change, Instant now) {
        return Words.text(
                "table.cell.before",
                model.text().value(column.object().orElseThrow(), row, change.before()),
                ago(change.time(), now));
    }

    private static String ago(Instant at, Instant now) {
        return JobWords.duration(Duration.between(at, now).truncatedTo(ChronoUnit.SECONDS));
    }
}
