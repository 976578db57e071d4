package dev.bulkhead.app.chart;

import java.time.ZoneOffset;
import java.util.Arrays;

/** Paints the lines of a chart onto a {@link Raster}, the first one over all others. */
final class PlotPainter {
    private static final int HATCH_PERIOD = 8;

    /** How much smooth line a repaint may cost, in widths of the raster for all lines together. */
    private static final double SMOOTH_WIDTHS = 60;

    private final Raster raster;
    private final LinePainter lines;
    private final int[] gapsAt;

    PlotPainter(Raster raster) {
        this.raster = raster;
        lines = new LinePainter(raster, new TimeAxis(0, 1, ZoneOffset.UTC));
        gapsAt = new int[raster.width()];
    }

    Raster raster() {
        return raster;
    }

    /**
     * Paints everything anew.
     *
     * @param lineWidth in pixels
     */
    void paint(ChartPicture picture, PlotColours colours, double lineWidth) {
        raster.clear();
        lines.over(picture.time());
        lines.longPath(SMOOTH_WIDTHS / Math.max(2, picture.lines().size()));
        hatch(picture, colours);
        for (int line = picture.lines().size() - 1; line >= 0; line--) {
            lines.of(picture.window(line), picture.axis(line));
            if (line == 0) {
                lines.fill(colours.fillOf(line));
            }
            lines.stroke(colours.line(line), lineWidth);
        }
    }

    /** Hatches the times at which no line has values. */
    private void hatch(ChartPicture picture, PlotColours colours) {
        Arrays.fill(gapsAt, 0);
        for (int line = 0; line < picture.lines().size(); line++) {
            for (Gap gap : picture.gaps(line)) {
                count(picture.time(), gap);
            }
        }
        for (int x = 0; x < raster.width(); x++) {
            if (gapsAt[x] > 0 && gapsAt[x] >= picture.lines().size()) {
                for (int y = Math.floorMod(-x, HATCH_PERIOD);
                        y < raster.height();
                        y += HATCH_PERIOD) {
                    raster.dot(x, y, colours.hatch());
                }
            }
        }
    }

    private void count(TimeAxis time, Gap gap) {
        int from = (int) Math.ceil(time.position(gap.fromMillis()) * raster.width());
        int to = (int) Math.floor(time.position(gap.toMillis()) * raster.width());
        for (int x = Math.max(0, from); x < Math.min(raster.width(), to); x++) {
            gapsAt[x]++;
        }
    }
}
