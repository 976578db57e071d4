package dev.bulkhead.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColumnSpansTest {
    private static final TimeAxis TIME = new TimeAxis(0, 60_000, ZoneOffset.UTC);
    private static final int COLUMNS = 100;

    private final SeriesWindow window = new SeriesWindow();
    private final ColumnSpans spans = new ColumnSpans();

    private void add(long time, double value) {
        window.add(time, value, value, value);
    }

    private static int column(long time) {
        return (int) (time * COLUMNS / 60_000);
    }

    @Test
    void noPeakIsLostHoweverManyPointsThereAre() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            fillAtRandom(random, 1 + random.nextInt(5_000));
            spans.fill(window, TIME, COLUMNS);
            for (int i = 0; i < window.size; i++) {
                int column = column(window.times[i]);
                if (column < COLUMNS && !window.isBreak(i)) {
                    assertThat(spans.least(column)).isLessThanOrEqualTo(window.mins[i]);
                    assertThat(spans.greatest(column)).isGreaterThanOrEqualTo(window.maxs[i]);
                }
            }
        }
    }

    @Test
    void nothingIsInventedBeyondThePoints() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            fillAtRandom(random, 2 + random.nextInt(300));
            spans.fill(window, TIME, COLUMNS);
            for (int x = 0; x < COLUMNS; x++) {
                if (!spans.isEmpty(x)) {
                    assertThat(spans.least(x)).isBetween(-1000.0, 1000.0);
                    assertThat(spans.greatest(x)).isBetween(-1000.0, 1000.0);
                }
            }
        }
    }

    @Test
    void neighboursTouchWhereTheLineGoesOn() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            window.clear();
            for (long time = 0; time <= 60_000; time += 1 + random.nextInt(5_000)) {
                add(time, random.nextDouble());
            }
            spans.fill(window, TIME, COLUMNS);
            int last = Math.min(COLUMNS - 1, column(window.times[window.size - 1]));
            for (int x = 1; x <= last; x++) {
                assertThat(spans.least(x)).isLessThanOrEqualTo(spans.greatest(x - 1) + 1e-9);
                assertThat(spans.greatest(x)).isGreaterThanOrEqualTo(spans.least(x - 1) - 1e-9);
            }
        }
    }

    private void fillAtRandom(Random random, int points) {
        window.clear();
        long[] times = random.longs(points, -1_000, 61_000).sorted().distinct().toArray();
        for (long time : times) {
            if (random.nextInt(50) == 0) {
                window.add(time, Double.NaN, Double.NaN, Double.NaN);
            } else {
                add(Math.max(0, time), random.nextDouble() * 2_000 - 1_000);
            }
        }
    }

    @Test
    void aBreakLeavesColumnsEmpty() {
        add(0, 1);
        add(15_000, 1);
        window.add(15_001, Double.NaN, Double.NaN, Double.NaN);
        add(45_000, 2);
        add(59_000, 2);
        spans.fill(window, TIME, COLUMNS);
        assertThat(spans.isEmpty(column(30_000))).isTrue();
        assertThat(spans.isEmpty(column(10_000))).isFalse();
        assertThat(spans.isEmpty(column(50_000))).isFalse();
    }
}
