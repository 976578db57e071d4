package dev.bulkhead.app.cli;

import dev.bulkhead.app.export.CsvWriter;
import dev.bulkhead.app.export.InertText;
import dev.bulkhead.app.export.JsonWriter;
import dev.bulkhead.app.export.Row;
import dev.bulkhead.app.export.RowWriter;
import java.util.List;

/**
 * Rows of facts about modules, in any {@link Format}.
 *
 * @param columns a name for each
 * @param rows for each column a text, a number or a boolean
 */
record Listing(List<String> columns, List<List<Object>> rows) {
    void print(Format format, Output out) {
        if (format == Format.TEXT) {
            List<List<String>> texts =
                    rows.stream().map(row -> row.stream().map(Listing::text).toList()).toList();
            out.print(InertText.of(new TableText(columns, 1, texts).aligned(0, true)));
            return;
        }
        RowWriter writer =
                switch (format) {
                    case TEXT, CSV -> new CsvWriter(columns);
                    case JSON -> JsonWriter.array();
                    case JSONL -> JsonWriter.lines();
                };
        for (List<Object> row : rows) {
            out.print(writer.next(fields(row)));
        }
        out.print(writer.end());
    }

    private static String text(Object cell) {
        return cell instanceof Boolean on ? on ? "on" : "off" : cell.toString();
    }

    private Row fields(List<Object> cells) {
        Row row = new Row();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            switch (cells.get(i)) {
                case Number number -> row.put(column, number);
                case Boolean on -> row.put(column, on.booleanValue());
                case Object other -> row.put(column, other.toString());
            }
        }
        return row;
    }
}
