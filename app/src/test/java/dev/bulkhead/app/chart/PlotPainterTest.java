package dev.bulkhead.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlotPainterTest {
    private static final int RED = 0xFFFF0000;
    private static final int BLUE = 0xFF0000FF;
    private static final int HATCH = 0xFF00FF00;
    private static final PlotColours COLOURS = new PlotColours(List.of(RED, BLUE), 31, HATCH);
    private static final TimeAxis TIME = new TimeAxis(0, 100_000, ZoneOffset.UTC);

    private final Raster raster = new Raster(200, 100);
    private final PlotPainter painter = new PlotPainter(raster);
    private final ChartPicture picture = new ChartPicture();

    private static ChartLine line(Series series) {
        return new ChartLine(series, "ifInOctets.1", "switch", Duration.ofSeconds(1));
    }

    private void paint(Series... series) {
        picture.look(List.of(series).stream().map(PlotPainterTest::line).toList(), TIME);
        painter.paint(picture, COLOURS, 1.6);
    }

    private static Series constant(double value) {
        Series series = new Series();
        for (int i = 0; i < 100; i++) {
            series.add(i * 1_000L, value);
        }
        return series;
    }

    private boolean hasColour(int x, int argb) {
        for (int y = 0; y < raster.height(); y++) {
            if (isMostly(raster.pixel(x, y), argb)) {
                return true;
            }
        }
        return false;
    }

    /** Smooth edges leave few pixels in the full colour. */
    private static boolean isMostly(int pixel, int argb) {
        int own = pixel & argb & 0xFFFFFF;
        int other = pixel & ~argb & 0xFFFFFF;
        return pixel >>> 24 > 150 && own != 0 && own > 3 * other;
    }

    @Test
    void aLineIsDrawnAtItsHeightAndFilledToTheGround() {
        Series half = constant(5);
        half.add(100_001, 10);
        paint(half);
        assertThat(isMostly(raster.pixel(100, 49), RED)).isTrue();
        assertThat(raster.pixel(100, 20)).isZero();
        assertThat(raster.pixel(100, 80) >>> 24).isBetween(29, 32);
    }

    @Test
    void onlyTheFirstLineIsFilled() {
        paint(constant(2), constant(10));
        assertThat(raster.pixel(100, 50)).isZero();
        assertThat(raster.pixel(100, 95) >>> 24).isBetween(29, 32);
        assertThat(hasColour(100, BLUE)).isTrue();
    }

    @Test
    void noiseIsPaintedAsSpansThatKeepEveryPeak() {
        Series noise = new Series(5_000);
        Random random = new Random(3);
        for (int i = 0; i < 4_000; i++) {
            noise.add(i * 25L, i == 2_000 ? 100 : random.nextDouble() * 10);
        }
        paint(noise);
        assertThat(raster.pixel(100, 1)).isEqualTo(RED);
        assertThat(raster.pixel(102, 1)).isZero();
    }

    @Test
    void aGapIsLeftBlankAndHatched() {
        Series broken = new Series();
        broken.add(0, 5);
        broken.add(20_000, 5);
        broken.gap(20_000, 60_000, "worker killed");
        broken.add(80_000, 5);
        broken.add(100_000, 5);
        paint(broken);
        assertThat(hasColour(20, RED)).isTrue();
        assertThat(hasColour(100, RED)).isFalse();
        assertThat(hasColour(100, HATCH)).isTrue();
        assertThat(hasColour(20, HATCH)).isFalse();
        assertThat(Readout.value(picture, 0, 50_000)).isEqualTo("worker killed");
    }

    @Test
    void aGapOfOneLineIsNotHatchedWhileAnotherGoesOn() {
        Series broken = new Series();
        broken.add(0, 5);
        broken.gap(20_000, 60_000, "no answer");
        paint(broken, constant(3));
        assertThat(hasColour(100, HATCH)).isFalse();
        assertThat(hasColour(100, BLUE)).isTrue();
    }

    @Test
    void aSingleValueIsADot() {
        Series one = new Series();
        one.add(50_000, 5);
        one.gap(60_000, 60_000, "no answer");
        paint(one);
        assertThat(hasColour(100, RED)).isTrue();
    }

    @Test
    void linesOfOtherUnitsGetAnAxisOfTheirOwn() {
        Series percent = constant(17);
        percent.unit("%");
        Series traffic = constant(62_000_000);
        traffic.unit("b/s");
        paint(traffic, percent);
        assertThat(picture.axes()).hasSize(2);
        assertThat(picture.axis(1).high()).isLessThan(100);
        assertThat(picture.axis(0).high()).isGreaterThan(60_000_000);
    }

    @Test
    void spansAndLinesStayInsideTheRaster() {
        Random random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            raster.line(far(random), far(random), far(random), far(random), 0.8);
            raster.span(random.nextInt(200), far(random), far(random), RED);
        }
        raster.paintLine(RED);
        assertThat(raster.pixel(100, 50) >>> 24).isEqualTo(255);
    }

    private static double far(Random random) {
        return random.nextDouble() * 2_000 - 900;
    }

    @Test
    void aSlantedLineIsSmoothAndAsThickAsAsked() {
        raster.line(10, 10, 110, 60, 0.8);
        raster.paintLine(RED);
        double covered = 0;
        for (int y = 0; y < raster.height(); y++) {
            covered += (raster.pixel(60, y) >>> 24) / 255.0;
        }
        assertThat(covered).isBetween(1.6, 2.0);
    }
}
