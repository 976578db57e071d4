package dev.bulkhead.app.cli;

import dev.bulkhead.app.export.CsvWriter;
import dev.bulkhead.app.export.JsonWriter;
import dev.bulkhead.app.export.Row;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.ValueRow;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints a table's rows: aligned text, CSV with the table's own columns, JSON rows, or values. */
final class TablePrinter {
    private final TableColumns columns;
    private final Query query;
    private final ApplicationFlags flags;
    private final MibNames names;
    private final ValueWriter values;

    TablePrinter(TableColumns columns, Query query, ApplicationFlags flags) {
        this.columns = columns;
        this.query = query;
        this.flags = flags;
        this.names = query.names().names();
        this.values = new ValueWriter(names, query.style().withQuick());
    }

    String print(List<TableRow> rows) {
        return switch (query.format()) {
            case TEXT -> text(rows);
            case CSV -> csv(rows);
            case JSON -> json(rows);
            case JSONL -> jsonLines(rows);
        };
    }

    private String text(List<TableRow> rows) {
        List<String> keys = keyNames(rows);
        List<String> headings = new ArrayList<>(keys);
        List<String> cells = cellNames(rows);
        headings.addAll(cells);
        List<List<String>> texts = new ArrayList<>();
        for (TableRow row : flags.has('h') ? List.<TableRow>of() : rows) {
            List<String> line = new ArrayList<>(keyTexts(row, keys.size()));
            for (String cell : cells) {
                VarBind varBind = row.cells().get(cell);
                line.add(varBind == null ? "?" : values.write(varBind));
            }
            texts.add(line);
        }
        TableText text = new TableText(headings, keys.size(), texts);
        boolean heading = !flags.has('H');
        return flags.has('f')
                ? text.separated(flags.text('f', ","), heading)
                : text.aligned(flags.number('w', 0), heading);
    }

    /** The index parts' names; {@code index} where they are unknown or {@code -Ci} asks for it. */
    private List<String> keyNames(List<TableRow> rows) {
        List<String> keys = new ArrayList<>(flags.has('i') ? List.of("index") : List.of());
        boolean readable =
                !columns.index().isEmpty()
                        && rows.stream().allMatch(r -> parts(r).size() == columns.index().size());
        keys.addAll(readable ? columns.index() : flags.has('i') ? List.of() : List.of("index"));
        return keys;
    }

    private List<String> parts(TableRow row) {
        return names.indexParts(row.first().name());
    }

    private List<String> keyTexts(TableRow row, int count) {
        String number = row.instance().toString();
        if (count == 1 && (flags.has('i') || columns.index().isEmpty())) {
            return List.of(number);
        }
        List<String> texts = new ArrayList<>(flags.has('i') ? List.of(number) : List.of());
        List<String> parts = parts(row);
        texts.addAll(texts.size() + parts.size() == count ? parts : List.of(number));
        return texts;
    }

    /** The columns that hold anything, as snmptable leaves out what the agent does not have. */
    private List<String> cellNames(List<TableRow> rows) {
        if (!columns.isKnown()) {
            return rows.stream()
                    .flatMap(row -> row.cells().values().stream())
                    .map(cell -> columns.columnOf(cell.name()))
                    .flatMap(Optional::stream)
                    .sorted((a, b) -> a.oid().compareTo(b.oid()))
                    .map(TableColumns.Column::name)
                    .distinct()
                    .toList();
        }
        return columns.columns().stream()
                .map(TableColumns.Column::name)
                .filter(name -> rows.stream().anyMatch(row -> row.cells().containsKey(name)))
                .toList();
    }

    private String csv(List<TableRow> rows) {
        List<String> keys = keyNames(rows);
        List<String> headings = new ArrayList<>(keys);
        headings.addAll(cellNames(rows));
        CsvWriter csv = new CsvWriter(headings);
        StringBuilder text = new StringBuilder();
        for (TableRow row : rows) {
            Row fields = new Row();
            List<String> parts = keyTexts(row, keys.size());
            for (int i = 0; i < keys.size(); i++) {
                fields.put(keys.get(i), parts.get(i));
            }
            row.cells().forEach((name, cell) -> putCell(fields, name, cell));
            text.append(csv.next(fields));
        }
        return text.append(csv.end()).toString();
    }

    private void putCell(Row fields, String name, VarBind cell) {
        switch (cell.value()) {
            case SmiValue.Counter32(long number) -> fields.put(name, number);
            case SmiValue.Gauge32(long number) -> fields.put(name, number);
            default -> fields.put(name, values.write(cell));
        }
    }

    private String json(List<TableRow> rows) {
        JsonWriter json = JsonWriter.array();
        StringBuilder text = new StringBuilder();
        List<String> keys = keyNames(rows);
        for (TableRow row : rows) {
            Row index = new Row();
            List<String> parts = keyTexts(row, keys.size());
            for (int i = 0; i < keys.size(); i++) {
                index.put(keys.get(i), parts.get(i));
            }
            Row cells = new Row();
            for (Map.Entry<String, VarBind> cell : row.cells().entrySet()) {
                cells.put(cell.getKey(), ValueRow.add(new Row(), cell.getValue(), names));
            }
            text.append(
                    json.next(
                            new Row()
                                    .put("instance", row.instance().toString())
                                    .put("index", index)
                                    .put("cells", cells)));
        }
        return text.append(json.end()).toString();
    }

    private String jsonLines(List<TableRow> rows) {
        JsonWriter json = JsonWriter.lines();
        StringBuilder text = new StringBuilder();
        for (TableRow row : rows) {
            for (VarBind cell : row.cells().values()) {
                text.append(json.next(ValueRow.add(new Row(), cell, names)));
            }
        }
        return text.toString();
    }
}
