package dev.bulkhead.app.table;

import dev.bulkhead.app.chart.UnitScale;
import dev.bulkhead.app.table.GridColumn.Kind;
import java.util.List;

/** How wide columns have to be for what stands in them, by about what a character takes. */
final class ColumnWidths {
    /** So many rows are looked at. */
    static final int SAMPLE_ROWS = 100;

    private static final double LETTER = 6.7;
    private static final double HEADER_LETTER = 7.2;
    private static final double DIGIT = 7.3;
    private static final double PADDING = 20;
    private static final double DOT = 14;
    private static final double PENCIL = 15;
    private static final double ARROW = 20;

    /** For the icon of a row that came, went or is old. */
    private static final double MARK = 20;

    private static final double TREND = 104;
    private static final int LEAST = 6;
    private static final int MOST = 34;
    private static final String RATE = "999.9 Mb/s";

    private final CellText text;

    ColumnWidths(CellText text) {
        this.text = text;
    }

    /** Wide enough for the header. */
    static double least(GridColumn column) {
        double header =
                column.title().length() * HEADER_LETTER + (column.isWritable() ? PENCIL : 0);
        double cells = column.kind() == Kind.TREND ? TREND : LEAST * LETTER;
        return Math.max(header, cells) + PADDING;
    }

    /** Wide enough for the header and the arrow that says how it is sorted. */
    static double sorted(GridColumn column) {
        return least(column) + ARROW;
    }

    /** Wide enough for rows too. */
    double of(GridColumn column, List<GridRow> rows) {
        int longest = column.kind() == Kind.RATE ? RATE.length() : UnitScale.NONE.length();
        for (GridRow row : rows) {
            longest = Math.max(longest, text.of(row, column).length());
        }
        double cells =
                Math.min(longest, MOST) * (column.isNumber() ? DIGIT : LETTER)
                        + (column.isState() ? DOT : 0)
                        + (column.indexPart().filter(part -> part == 0).isPresent() ? MARK : 0);
        return Math.max(least(column), cells + PADDING);
    }
}
