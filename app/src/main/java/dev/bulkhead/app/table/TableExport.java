package dev.bulkhead.app.table;

import dev.bulkhead.app.export.Row;
import dev.bulkhead.app.export.RowWriter;
import dev.bulkhead.app.polling.Quantity;
import dev.bulkhead.app.table.GridColumn.Kind;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * What a table shows, to be written: its columns and rows as they were when it was taken. Any
 * thread; blocks.
 */
final class TableExport {
    private static final SmiValue COUNTER = new SmiValue.Counter32(0);

    private final List<GridColumn> columns;
    private final List<GridRow> rows;
    private final CellText text;

    TableExport(List<GridColumn> columns, List<GridRow> rows, CellText text) {
        this.columns = columns.stream().filter(column -> column.kind() != Kind.TREND).toList();
        this.rows = List.copyOf(rows);
        this.text = text;
    }

    int size() {
        return rows.size();
    }

    /** {@code ifInOctets}; of a rate, with its unit: {@code ifInOctets (b/s)}. */
    private static String name(GridColumn column) {
        return column.kind() == Kind.RATE
                ? column.name()
                        + Quantity.of(COUNTER, column.object())
                                .map(quantity -> " (" + quantity.unit() + ")")
                                .orElse("")
                : column.name();
    }

    /** All of it as one text. */
    String text(ExportFormat format) {
        StringBuilder all = new StringBuilder();
        RowWriter writer = format.writer(names());
        rows.forEach(row -> all.append(writer.next(line(row))));
        return all.append(writer.end()).toString();
    }

    /** Writes a file: beside it first, so that what was there stays if this fails. */
    void write(ExportFormat format, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = Optional.ofNullable(target.getParent()).orElse(target);
        Path fresh = Files.createTempFile(folder, ".export", ".new");
        try {
            try (Writer out = Files.newBufferedWriter(fresh)) {
                RowWriter writer = format.writer(names());
                for (GridRow row : rows) {
                    out.write(writer.next(line(row)));
                }
                out.write(writer.end());
            }
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private List<String> names() {
        return columns.stream().map(TableExport::name).toList();
    }

    private Row line(GridRow row) {
        Row line = new Row();
        columns.forEach(column -> text.put(line, name(column), row, column));
        return line;
    }
}
