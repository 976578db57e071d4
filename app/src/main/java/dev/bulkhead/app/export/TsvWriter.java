package dev.bulkhead.app.export;

import java.util.List;

/**
 * Rows as tab-separated text: a header, then a line each, for a spreadsheet's clipboard. Tabs and
 * line ends inside a text become spaces.
 */
public final class TsvWriter implements RowWriter {
    private final List<String> columns;
    private boolean first = true;

    /**
     * @param columns the fields to write, in this order; others are left out
     */
    public TsvWriter(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    @Override
    public String next(Row row) {
        StringBuilder line = new StringBuilder(header());
        for (int i = 0; i < columns.size(); i++) {
            Object value = row.fields().get(columns.get(i));
            line.append(i > 0 ? "\t" : "").append(value == null ? "" : text(value.toString()));
        }
        return line.append('\n').toString();
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
        return String.join("\t", columns) + '\n';
    }

    private static String text(String value) {
        return InertText.of(value).replace('\t', ' ').replace('\n', ' ');
    }
}
