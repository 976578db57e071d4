package dev.bulkhead.app.table;

import dev.bulkhead.app.export.CsvWriter;
import dev.bulkhead.app.export.JsonWriter;
import dev.bulkhead.app.export.MarkdownWriter;
import dev.bulkhead.app.export.RowWriter;
import java.util.List;

/** As what a table can be written. */
public enum ExportFormat {
    CSV("csv"),
    JSON_LINES("jsonl"),
    MARKDOWN("md");

    private final String ending;

    ExportFormat(String ending) {
        this.ending = ending;
    }

    /** How the names of its files end. */
    public String ending() {
        return ending;
    }

    RowWriter writer(List<String> columns) {
        return switch (this) {
            case CSV -> new CsvWriter(columns);
            case JSON_LINES -> JsonWriter.lines();
            case MARKDOWN -> new MarkdownWriter(columns);
        };
    }
}
