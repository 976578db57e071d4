package dev.bulkhead.app.cli;

import dev.bulkhead.app.export.InertText;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of texts, aligned under their headings.
 *
 * @param headings one for each column
 * @param keys how many columns at the left name the row, and are repeated in each block
 */
record TableText(List<String> headings, int keys, List<List<String>> rows) {
    private static final String GAP = "  ";

    /** With a separator between the cells instead of aligned columns ({@code -Cf}). */
    String separated(String separator, boolean heading) {
        StringBuilder text = new StringBuilder();
        if (heading) {
            text.append(String.join(separator, headings)).append('\n');
        }
        rows.forEach(row -> text.append(String.join(separator, row)).append('\n'));
        return text.toString();
    }

    /**
     * In columns; where they do not fit the width, in blocks one below the other, each with the
     * row's keys.
     *
     * @param width in characters; 0 for no limit
     */
    String aligned(int width, boolean heading) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < headings.size(); column++) {
            int widest = heading ? headings.get(column).length() : 0;
            for (List<String> row : rows) {
                widest = Math.max(widest, cell(row, column).length());
            }
            widths.add(widest);
        }
        StringBuilder text = new StringBuilder();
        int next = keys;
        do {
            int end = blockEnd(next, widths, width);
            if (next > keys) {
                text.append('\n');
            }
            block(text, columns(next, end), widths, heading);
            next = end;
        } while (next < headings.size());
        return text.toString();
    }

    private int blockEnd(int start, List<Integer> widths, int width) {
        int used = 0;
        for (int key = 0; key < keys; key++) {
            used += widths.get(key) + GAP.length();
        }
        int end = start;
        while (end < headings.size()
                && (end == start || width == 0 || used + widths.get(end) <= width)) {
            used += widths.get(end) + GAP.length();
            end++;
        }
        return end;
    }

    private List<Integer> columns(int start, int end) {
        List<Integer> columns = new ArrayList<>();
        for (int key = 0; key < keys; key++) {
            columns.add(key);
        }
        for (int column = start; column < end; column++) {
            columns.add(column);
        }
        return columns;
    }

    private void block(
            StringBuilder text, List<Integer> columns, List<Integer> widths, boolean heading) {
        if (heading) {
            line(text, columns, widths, headings);
        }
        for (List<String> row : rows) {
            line(text, columns, widths, row);
        }
    }

    private static void line(
            StringBuilder text, List<Integer> columns, List<Integer> widths, List<String> row) {
        int start = text.length();
        for (int column : columns) {
            String cell = cell(row, column);
            text.append(cell).append(" ".repeat(widths.get(column) - cell.length())).append(GAP);
        }
        while (text.length() > start && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
        text.append('\n');
    }

    /** A cell in one line. */
    private static String cell(List<String> row, int column) {
        return InertText.of(row.get(column)).replace('\n', ' ').replace('\t', ' ').stripTrailing();
    }
}
