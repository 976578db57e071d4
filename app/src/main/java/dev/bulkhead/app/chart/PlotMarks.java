package dev.bulkhead.app.chart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * Paints what happened into a plot: above it a shape for each event, by its kind, with a line down;
 * at its foot a bar for each gap, in the colour of its line.
 */
final class PlotMarks {
    private static final double SIZE = 8;
    private static final double BAR = 3;
    private static final int MOST_BARS = 8;
    private static final double REACH = 6;

    private final Map<ChartMark.Kind, Swatch> colours = new EnumMap<>(ChartMark.Kind.class);

    PlotMarks(Runnable changed) {
        for (ChartMark.Kind kind : ChartMark.Kind.values()) {
            colours.put(kind, new Swatch("chart-mark-" + kind.key(), changed));
        }
    }

    /** To be added to the plot, so that CSS reaches them. */
    List<Node> swatches() {
        return new ArrayList<>(colours.values());
    }

    /** The events beside a moment, as near as a mouse can point. */
    static List<ChartMark> near(ChartPicture picture, double position, double width) {
        return picture.marks().stream()
                .filter(mark ->
                        Math.abs(picture.time().position(mark.timeMillis()) - position) * width
                                <= REACH)
                .toList();
    }

    void paint(GraphicsContext g, ChartPicture picture, Rectangle2D plot) {
        g.setLineWidth(1);
        Map<ChartMark.Kind, Double> painted = new EnumMap<>(ChartMark.Kind.class);
        for (ChartMark mark : picture.marks()) {
            double x =
                    Math.floor(
                                    plot.getMinX()
                                            + picture.time().position(mark.timeMillis())
                                                    * plot.getWidth())
                            + 0.5;
            // A thousand marks of a week may share a pixel.
            if (Double.valueOf(x).equals(painted.put(mark.kind(), x))) {
                continue;
            }
            Color colour = colour(mark.kind());
            g.setStroke(colour.deriveColor(0, 1, 1, 0.55));
            g.strokeLine(x, plot.getMinY(), x, plot.getMaxY());
            g.setFill(colour);
            shape(g, mark.kind(), x, plot.getMinY() - SIZE / 2 - 1);
        }
    }

    private Color colour(ChartMark.Kind kind) {
        Swatch swatch = colours.get(kind);
        return swatch == null ? Color.GRAY : swatch.colour();
    }

    private static void shape(GraphicsContext g, ChartMark.Kind kind, double x, double y) {
        double r = SIZE / 2;
        switch (kind) {
            case REBOOT ->
                    g.fillPolygon(
                            new double[] {x - r, x + r, x}, new double[] {y + r, y + r, y - r}, 3);
            case WORKER -> g.fillRect(x - r + 1, y - r + 1, SIZE - 2, SIZE - 2);
            case ALARM -> g.fillOval(x - r, y - r, SIZE, SIZE);
            case NOTIFICATION ->
                    g.fillPolygon(
                            new double[] {x - r, x, x + r, x},
                            new double[] {y, y - r, y, y + r},
                            4);
            case POLLING -> {
                g.fillRect(x - r + 1, y - r + 1, 2, SIZE - 2);
                g.fillRect(x + 1, y - r + 1, 2, SIZE - 2);
            }
        }
    }

    /** Bars at the foot where single lines have no values. */
    static void paintGaps(
            GraphicsContext g, ChartPicture picture, Rectangle2D plot, List<Swatch> colours) {
        int bars = Math.min(MOST_BARS, picture.lines().size());
        for (int line = 0; line < bars; line++) {
            g.setFill(colours.get(line % colours.size()).colour());
            double y = plot.getMaxY() - BAR * (line + 1);
            for (Gap gap : picture.gaps(line)) {
                double from = Math.max(0, picture.time().position(gap.fromMillis()));
                double to = Math.min(1, picture.time().position(gap.toMillis()));
                double width = Math.max(1, (to - from) * plot.getWidth());
                g.fillRect(plot.getMinX() + from * plot.getWidth(), y, width, BAR - 1);
            }
        }
    }
}
