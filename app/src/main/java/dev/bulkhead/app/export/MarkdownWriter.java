package dev.bulkhead.app.export;

import java.util.List;

/** Rows as a table of Markdown (GitHub's): bars and line ends in texts are made harmless. */
public final class MarkdownWriter implements RowWriter {
    private final List<String> columns;
    private boolean first = true;

    /**
     * @param columns the fields to write, in this order; others are left out
     */
    public MarkdownWriter(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    @Override
    public String next(Row row) {
        StringBuilder text = new StringBuilder(header()).append('|');
        for (String column : columns) {
            Object value = row.fields().get(column);
            text.append(' ').append(value == null ? "" : cell(value.toString())).append(" |");
        }
        return text.append('\n').toString();
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
        StringBuilder text = new StringBuilder("|");
        columns.forEach(column -> text.append(' ').append(cell(column)).append(" |"));
        text.append("\n|");
        columns.forEach(_ -> text.append("---|"));
        return text.append('\n').toString();
    }

    /** Nothing in it is a mark-up of its own: no bar, link, tag, code or emphasis. */
    private static String cell(String value) {
        StringBuilder safe = new StringBuilder();
        String line = InertText.line(value).replace('\t', ' ');
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            safe.append("|\\`*_[]<>&".indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return safe.toString();
    }
}
