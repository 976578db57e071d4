package dev.bulkhead.app.chart;

/**
 * Paints one line onto a {@link Raster}.
 *
 * <p>A line whose path is short enough is painted as a smooth thick line; a noisy one, or one with
 * more points than pixels, as one span a pixel column, which costs the same however many points
 * there are and keeps every peak. Not for use by several threads at a time.
 */
final class LinePainter {
    private final Raster raster;
    private final ColumnSpans spans = new ColumnSpans();
    private SeriesWindow window = new SeriesWindow();
    private TimeAxis time;
    private ValueAxis axis;
    private double longPath = 24;

    /** A painter for a raster and a stretch of time. */
    LinePainter(Raster raster, TimeAxis time) {
        this.raster = raster;
        this.time = time;
        axis = ValueAxis.of("", 0, 1, 1);
    }

    /** Another stretch of time from now on. */
    void over(TimeAxis newTime) {
        time = newTime;
    }

    /** Paths longer than so many widths of the raster are painted as spans. */
    void longPath(double widths) {
        longPath = widths;
    }

    /** The line to paint, and the axis that says how high. */
    LinePainter of(SeriesWindow newWindow, ValueAxis newAxis) {
        window = newWindow;
        axis = newAxis;
        return this;
    }

    /** Paints the line, {@code width} pixels thick. */
    void stroke(int argb, double width) {
        if (isShort()) {
            addPieces(width / 2);
            raster.paintLine(argb);
        } else {
            spans.fill(window, time, raster.width());
            paintSpans(argb, width / 2);
        }
    }

    /** Paints the area between the line and zero, or what of the axis is nearest to zero. */
    void fill(int argb) {
        spans.fill(window, time, raster.width());
        double ground = y(Math.clamp(0, axis.low(), axis.high()));
        for (int x = 0; x < spans.width(); x++) {
            if (!spans.isEmpty(x)) {
                double y = y((spans.least(x) + spans.greatest(x)) / 2);
                raster.span(x, Math.min(y, ground), Math.max(y, ground), argb);
            }
        }
    }

    private double x(long moment) {
        return time.position(moment) * raster.width();
    }

    private double y(double value) {
        return (1 - axis.position(value)) * raster.height();
    }

    private boolean isShort() {
        if (window.size > raster.width()) {
            return false;
        }
        double perValue = raster.height() / (axis.high() - axis.low());
        double length = raster.width();
        for (int i = 1; i < window.size; i++) {
            if (!window.isBreak(i) && !window.isBreak(i - 1)) {
                length += Math.abs(window.means[i] - window.means[i - 1]) * perValue;
            }
        }
        return length < longPath * raster.width();
    }

    private void addPieces(double radius) {
        for (int i = 0; i < window.size; i++) {
            if (window.isBreak(i)) {
                continue;
            }
            double x = x(window.times[i]);
            double y = y(window.means[i]);
            boolean joined = i > 0 && !window.isBreak(i - 1);
            if (window.mins[i] < window.maxs[i]) {
                raster.line(x, y(window.mins[i]), x, y(window.maxs[i]), radius);
            }
            if (joined) {
                raster.line(x(window.times[i - 1]), y(window.means[i - 1]), x, y, radius);
            } else if (i + 1 == window.size || window.isBreak(i + 1)) {
                raster.line(x, y, x, y, radius * 2);
            }
        }
    }

    private void paintSpans(int argb, double radius) {
        for (int x = 0; x < spans.width(); x++) {
            if (!spans.isEmpty(x)) {
                double top = y(spans.greatest(x)) - radius;
                double bottom = y(spans.least(x)) + radius;
                raster.span(x, top, bottom, argb);
            }
        }
    }
}
