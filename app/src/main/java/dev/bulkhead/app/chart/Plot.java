package dev.bulkhead.app.chart;

import dev.bulkhead.app.fx.Showing;
import dev.bulkhead.app.i18n.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * The plot of a chart, in three layers: grid and labels on a canvas, the lines in a pixel buffer,
 * the cross-hair on a second canvas, which is all that a moving mouse repaints.
 *
 * <p>Colours and fonts come from CSS: {@code chart-line-0} and so on, {@code chart-grid}, {@code
 * chart-tick}, {@code chart-cross}, {@code chart-hatch}. JavaFX's thread.
 */
final class Plot extends Region {
    /** How many line colours the style sheet has. */
    static final int COLOURS = 8;

    private static final double AXIS = 72;
    private static final double TOP = 14;
    private static final double RIGHT = 28;
    private static final double BOTTOM = 28;
    private static final double LINE_WIDTH = 1.6;
    private static final int FILL = 31;
    private static final double PIXELS_PER_TIME_TICK = 140;
    private static final double NEAR = 8;

    private final ChartViewModel model;
    private final Canvas grid = new Canvas();
    private final PixelView pixels = new PixelView();
    private final Canvas cross = new Canvas();
    private final Readout readout = new Readout();
    private final List<Swatch> lineColours = new ArrayList<>();
    private final Swatch gridColour = new Swatch("chart-grid", this::repaint);
    private final Swatch hatchColour = new Swatch("chart-hatch", this::repaint);
    private final Swatch crossColour = new Swatch("chart-cross", this::repaint);
    private final PlotMarks marks = new PlotMarks(this::repaint);
    private final Text tick = new Text();
    private Runnable onChange = () -> {};
    private @Nullable PlotPainter painter;
    private ChartPicture picture;
    private double pointer = Double.NaN;

    Plot(ChartViewModel model) {
        this.model = model;
        picture = model.look(1, ZoneId.systemDefault());
        setId("chart-plot");
        getStyleClass().add("chart-plot");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleHelp(Words.text("chart.plot.help"));
        tick.getStyleClass().add("chart-tick");
        tick.setManaged(false);
        tick.setOpacity(0);
        tick.fontProperty().subscribe((_, _) -> repaint());
        tick.fillProperty().subscribe((_, _) -> repaint());
        for (int i = 0; i < COLOURS; i++) {
            lineColours.add(new Swatch("chart-line-" + i, this::repaint));
        }
        getChildren().addAll(lineColours);
        getChildren().addAll(marks.swatches());
        getChildren().addAll(gridColour, hatchColour, crossColour, tick);
        getChildren().addAll(grid, pixels, cross, readout);
        var _ = new PlotHands(this, model);
    }

    /** What is shown. */
    ChartPicture picture() {
        return picture;
    }

    /** Called after the user has changed what is shown. */
    void onChange(Runnable action) {
        onChange = action;
    }

    /** The model shows something else now. */
    void changed() {
        repaint();
        onChange.run();
    }

    /** Where the cross-hair is; NaN if there is none. */
    double pointer() {
        return pointer;
    }

    long momentAt(double x) {
        return picture.time().timeAt((x - left()) / plotWidth());
    }

    /** Says what the cross-hair points at to those who cannot see it. */
    void say() {
        setAccessibleText(
                readout.isVisible() ? readout.words() : PlotWords.of(picture, model.window()));
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    double left() {
        return AXIS;
    }

    double plotWidth() {
        int moreAxes = Math.max(0, picture.axes().size() - 1);
        return Math.max(1, snapSizeX(getWidth() - AXIS - Math.max(RIGHT, moreAxes * AXIS)));
    }

    private double plotHeight() {
        return Math.max(1, snapSizeY(getHeight() - TOP - BOTTOM));
    }

    @Override
    protected void layoutChildren() {
        repaint();
    }

    /** Looks at the model again and paints everything. */
    void repaint() {
        if (getWidth() < AXIS + RIGHT || getHeight() < TOP + BOTTOM) {
            return;
        }
        double scale = Showing.outputScale(this);
        picture = model.look((int) Math.round(plotWidth() * scale), ZoneId.systemDefault());
        resize(grid);
        resize(cross);
        paintGrid(grid.getGraphicsContext2D());
        Raster raster = pixels.raster(plotWidth(), plotHeight(), scale);
        if (painter == null || painter.raster() != raster) {
            painter = new PlotPainter(raster);
        }
        painter.paint(picture, colours(), LINE_WIDTH * scale);
        pixels.painted();
        pixels.relocate(left(), TOP);
        paintCross();
        if (!readout.isVisible()) {
            setAccessibleText(PlotWords.of(picture, model.window()));
        }
    }

    /** The right edge of the next picture; it moves by whole pixels. */
    long nextTo() {
        int columns = (int) Math.round(plotWidth() * Showing.outputScale(this));
        return model.time(columns, ZoneId.systemDefault()).toMillis();
    }

    private void resize(Canvas canvas) {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
        }
    }

    private PlotColours colours() {
        return new PlotColours(
                lineColours.stream().map(Swatch::argb).toList(), FILL, hatchColour.argb());
    }

    private void paintGrid(GraphicsContext g) {
        g.clearRect(0, 0, getWidth(), getHeight());
        g.setFont(tick.getFont());
        g.setStroke(gridColour.colour());
        g.setLineWidth(1);
        g.setTextBaseline(VPos.CENTER);
        List<ValueAxis> axes = picture.axes();
        for (int i = 0; i < axes.size(); i++) {
            paintAxis(g, axes.get(i), i);
        }
        g.setTextAlign(TextAlignment.CENTER);
        TimeAxis time = picture.time();
        Duration step = time.step((int) (plotWidth() / PIXELS_PER_TIME_TICK));
        List<Long> ticks = time.ticks(step);
        List<String> labels = time.labels(ticks, step, LocalDate.now(time.zone()));
        for (int i = 0; i < ticks.size(); i++) {
            double x = left() + time.position(ticks.get(i)) * plotWidth();
            g.fillText(labels.get(i), x, TOP + plotHeight() + 14);
        }
        Rectangle2D plot = new Rectangle2D(left(), TOP, plotWidth(), plotHeight());
        PlotMarks.paintGaps(g, picture, plot, lineColours);
        marks.paint(g, picture, plot);
    }

    private void paintAxis(GraphicsContext g, ValueAxis axis, int index) {
        g.setFill(tick.getFill());
        g.setTextAlign(index == 0 ? TextAlignment.RIGHT : TextAlignment.LEFT);
        double x = index == 0 ? left() - 8 : left() + plotWidth() + 8 + (index - 1) * AXIS;
        for (double value : axis.ticks()) {
            double y = TOP + (1 - axis.position(value)) * plotHeight();
            if (index == 0) {
                double line = Math.floor(y) + 0.5;
                g.strokeLine(left(), line, left() + plotWidth(), line);
            }
            g.fillText(axis.label(value), x, y);
        }
    }

    /** Moves the cross-hair; NaN takes it away. */
    void point(double x) {
        boolean inside = x >= left() && x <= left() + plotWidth();
        pointer = inside ? x : Double.NaN;
        paintCross();
    }

    private void paintCross() {
        GraphicsContext g = cross.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        if (Double.isNaN(pointer) || picture.lines().isEmpty()) {
            readout.setVisible(false);
            return;
        }
        long moment = picture.time().timeAt((pointer - left()) / plotWidth());
        double x = Math.floor(pointer) + 0.5;
        g.setStroke(crossColour.colour());
        g.setLineDashes(4, 3);
        g.strokeLine(x, TOP, x, TOP + plotHeight());
        for (int line = 0; line < picture.lines().size(); line++) {
            mark(g, line, moment);
        }
        readout.show(
                picture,
                moment,
                PlotMarks.near(picture, (pointer - left()) / plotWidth(), plotWidth()));
        double right = x + 12;
        boolean fits = right + readout.getWidth() <= getWidth() - 4;
        readout.relocate(fits ? right : x - 12 - readout.getWidth(), TOP + 18);
    }

    /** A dot where a line is at its point nearest to a moment. */
    private void mark(GraphicsContext g, int line, long moment) {
        SeriesWindow window = picture.window(line);
        int at = window.nearest(moment);
        if (at < 0 || picture.gapAt(line, moment).isPresent()) {
            return;
        }
        double x = left() + picture.time().position(window.times[at]) * plotWidth();
        double y = TOP + (1 - picture.axis(line).position(window.means[at])) * plotHeight();
        if (Math.abs(x - pointer) < NEAR && x <= left() + plotWidth()) {
            Color colour = lineColours.get(line % COLOURS).colour();
            g.setFill(colour);
            g.fillOval(x - 3, y - 3, 6, 6);
        }
    }
}
