package dev.bulkhead.app.chart;

import dev.bulkhead.app.fx.Showing;
import dev.bulkhead.app.i18n.Words;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A series in the size of a word: the last five minutes of it, without axes. Made for table cells:
 * painted only when the series, the time by a pixel, or the theme has changed. JavaFX's thread.
 */
public final class Sparkline extends Region {
    /** How much of the past it shows. */
    public static final Duration LENGTH = Duration.ofMinutes(5);

    private static final double WIDTH = 86;
    private static final double HEIGHT = 18;
    private static final double LINE_WIDTH = 1.3;

    private final PixelView view = new PixelView();
    private final Swatch stroke = new Swatch("sparkline-stroke", this::repaint);
    private final SeriesWindow window = new SeriesWindow();
    private @Nullable Series series;
    private long now;
    private Object painted = "";

    public Sparkline() {
        getStyleClass().add("sparkline");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMouseTransparent(true);
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        getStylesheets().add(ChartView.STYLESHEET);
        getChildren().addAll(view, stroke);
    }

    /** Shows a series as of {@code nowMillis}; cheap if nothing has changed. */
    public void show(Series newSeries, long nowMillis) {
        series = newSeries;
        now = nowMillis;
        repaint();
    }

    private void repaint() {
        Series shown = series;
        if (shown == null) {
            return;
        }
        double scale = Showing.outputScale(this);
        long perPixel = LENGTH.toMillis() / (long) WIDTH;
        long to = Math.ceilDiv(now, perPixel) * perPixel;
        Object wanted = new Painted(shown, shown.version(), to, stroke.argb(), scale);
        if (!wanted.equals(painted)) {
            painted = wanted;
            paint(shown, to, scale);
        }
    }

    private void paint(Series shown, long to, double scale) {
        Raster raster = view.raster(WIDTH, HEIGHT, scale);
        TimeAxis time = new TimeAxis(to - LENGTH.toMillis(), to, ZoneOffset.UTC);
        Optional<Statistics> statistics = shown.statistics(time.fromMillis(), to);
        raster.clear();
        statistics.ifPresent(found -> {
            shown.copyTo(window, time.fromMillis(), to);
            new LinePainter(raster, time)
                    .of(window, axis(found, LINE_WIDTH / HEIGHT))
                    .stroke(stroke.argb(), LINE_WIDTH * scale);
        });
        view.painted();
        setAccessibleText(words(shown, statistics));
    }

    /**
     * From least to greatest, with half a line's width to spare; a flat line lies in the middle.
     */
    private static ValueAxis axis(Statistics statistics, double margin) {
        double height = statistics.max() - statistics.min();
        double spare = height == 0 ? Math.max(1, Math.abs(statistics.max())) : height * margin;
        double low = statistics.min() - spare;
        double high = statistics.max() + spare;
        return new ValueAxis(low, high, high - low, UnitScale.of("", 1));
    }

    /** What a screen reader says: {@code 62.3 Mb/s, min 40.8, max 80.2}. */
    static String words(Series series, Optional<Statistics> statistics) {
        return statistics
                .map(s -> {
                    UnitScale scale = UnitScale.of(series.unit(), s.max());
                    return Words.text(
                            "chart.sparkline.accessible",
                            scale.format(s.last()),
                            scale.number(s.min()),
                            scale.number(s.max()));
                })
                .orElseGet(() -> Words.text("chart.sparkline.accessible.none"));
    }

    @Override
    protected void layoutChildren() {
        view.relocate(0, 0);
    }

    /** What decides how a sparkline looks. */
    private record Painted(Series series, long version, long to, int argb, double scale) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Painted that
                    && series == that.series
                    && version == that.version
                    && to == that.to
                    && argb == that.argb
                    && scale == that.scale;
        }

        @Override
        public int hashCode() {
            return Objects.hash(version, to, argb, scale);
        }
    }
}
