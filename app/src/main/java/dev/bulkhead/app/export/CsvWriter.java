package dev.bulkhead.app.export;

import java.util.List;

/**
 * Rows as CSV (RFC 4180): a header, then a line each, quoted where needed.
 *
 * <p>A text that a spreadsheet would run as a formula is made inert ({@link FormulaGuard}); numbers
 * are left alone.
 */
public final class CsvWriter implements RowWriter {
    private final List<String> columns;
    private boolean first = true;

    /**
     * @param columns the fields to write, in this order; others are left out
     */
    public CsvWriter(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    @Override
    public String next(Row row) {
        StringBuilder text = new StringBuilder(header());
        for (int i = 0; i < columns.size(); i++) {
            Object value = row.fields().get(columns.get(i));
            text.append(i > 0 ? "," : "").append(value == null ? "" : cell(value));
        }
        return text.append("\r\n").toString();
    }

    @Override
    public String end() {
        return header();
    }

    private String header() {
        if (!first) {
            return "";
        }
        first = false;
        return String.join(",", columns.stream().map(CsvWriter::text).toList()) + "\r\n";
    }

    private static String cell(Object value) {
        return switch (value) {
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case List<?> list ->
                    text(String.join(" ", list.stream().map(String::valueOf).toList()));
            case Row row -> text(JsonWriter.object(row));
            default -> text(value.toString());
        };
    }

    private static String text(String value) {
        String safe = FormulaGuard.of(value);
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\t');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
