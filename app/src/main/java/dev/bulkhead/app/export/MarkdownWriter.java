package dev.bulkhead.app.export;

import java.util.List;

/** Rows as a table in Markdown, for an issue or a wiki; nothing in a text is taken for markup. */
public final class MarkdownWriter implements RowWriter {
    private static final String MARKUP = "\\`*_{}[]<>#|~&!$";

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
        StringBuilder line = new StringBuilder(header()).append('|');
        for (String column : columns) {
            Object value = row.fields().get(column);
            line.append(' ').append(value == null ? "" : text(value.toString())).append(" |");
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
        return "| " + String.join(" | ", columns) + " |\n" + "|---".repeat(columns.size()) + "|\n";
    }

    private static String text(String value) {
        StringBuilder safe = new StringBuilder(value.length() + 8);
        for (char c : InertText.of(value).replace('\n', ' ').replace('\t', ' ').toCharArray()) {
            safe.append(MARKUP.indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return safe.toString();
    }
}
