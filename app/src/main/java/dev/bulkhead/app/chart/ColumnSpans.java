package dev.bulkhead.app.chart;

import java.util.Arrays;

/**
 * The least and greatest value of a line in each pixel column.
 *
 * <p>However many points fall into a column, none of its peaks is lost; where points are sparse,
 * the straight line between them fills the columns, so that neighbours always touch. Used again and
 * again to spare the garbage collector.
 */
final class ColumnSpans {
    private double[] least = new double[0];
    private double[] greatest = new double[0];
    private int width;

    /** Takes the part of a series that an axis of {@code columns} pixels shows. */
    void fill(SeriesWindow window, TimeAxis time, int columns) {
        clear(columns);
        double perMilli = (double) columns / (time.toMillis() - time.fromMillis());
        int previous = -1;
        for (int i = 0; i < window.size; i++) {
            if (window.isBreak(i)) {
                previous = -1;
                continue;
            }
            double x = (window.times[i] - time.fromMillis()) * perMilli;
            include((int) Math.floor(x), window.mins[i], window.maxs[i]);
            if (previous >= 0) {
                double left = (window.times[previous] - time.fromMillis()) * perMilli;
                join(left, window.means[previous], x, window.means[i]);
            }
            previous = i;
        }
    }

    private void clear(int columns) {
        if (least.length < columns) {
            least = new double[columns];
            greatest = new double[columns];
        }
        width = columns;
        Arrays.fill(least, 0, columns, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, 0, columns, Double.NEGATIVE_INFINITY);
    }

    /** The line from a point to the next: its height wherever it passes from column to column. */
    private void join(double x0, double y0, double x1, double y1) {
        int first = Math.max(0, (int) Math.floor(x0) + 1);
        int last = Math.min(width, (int) Math.floor(x1));
        double slope = (y1 - y0) / (x1 - x0);
        for (int edge = first; edge <= last; edge++) {
            double y = y0 + slope * (edge - x0);
            include(edge - 1, y, y);
            include(edge, y, y);
        }
    }

    private void include(int column, double min, double max) {
        if (column >= 0 && column < width) {
            least[column] = Math.min(least[column], min);
            greatest[column] = Math.max(greatest[column], max);
        }
    }

    int width() {
        return width;
    }

    boolean isEmpty(int column) {
        return least[column] > greatest[column];
    }

    double least(int column) {
        return least[column];
    }

    double greatest(int column) {
        return greatest[column];
    }
}
