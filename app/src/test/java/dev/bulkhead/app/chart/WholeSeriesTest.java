package dev.bulkhead.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeSeriesTest {
    /** Values 0, 1, 2... at 0 s, 10 s, 20 s..., a break after the third; all before 100 s. */
    private static final class TenSeconds implements Past {
        private long version;
        private long askedTo;

        @Override
        public long version() {
            return version;
        }

        @Override
        public Stretch look(long fromMillis, long toMillis, long lengthMillis) {
            askedTo = toMillis;
            long[] times = {0, 10_000, 20_000, 20_001, 50_000, 60_000, 200_000};
            double[] points = {0, 1, 2, Double.NaN, 5, 6, 99};
            int[] counts = {1, 1, 1, 0, 1, 1, 1};
            return new Stretch(
                    times,
                    points,
                    points,
                    points,
                    counts,
                    List.of(new Gap(20_000, 50_000, "no answer")));
        }
    }

    private static Series memory() {
        Series series = new Series();
        series.add(100_000, 10);
        series.add(110_000, 11);
        return series;
    }

    @Test
    void thePastStandsBeforeTheMemory() {
        Series series = memory();
        TenSeconds past = new TenSeconds();
        series.past(past);
        SeriesWindow window = new SeriesWindow();
        WholeSeries whole =
                WholeSeries.look(series, window, new TimeAxis(5_000, 120_000, ZoneOffset.UTC));
        assertThat(past.askedTo).isEqualTo(100_000);
        assertThat(window.times)
                .startsWith(0, 10_000, 20_000, 20_001, 50_000, 60_000, 100_000, 110_000);
        assertThat(window.size).isEqualTo(8);
        assertThat(window.isBreak(3)).isTrue();
        assertThat(whole.gaps()).containsExactly(new Gap(20_000, 50_000, "no answer"));
        assertThat(whole.statistics())
                .contains(new Statistics(6, 11, 1, (1 + 2 + 5 + 6 + 10 + 11) / 6.0, 11));
    }

    @Test
    void memoryThatReachesFarEnoughNeedsNoPast() {
        Series series = memory();
        TenSeconds past = new TenSeconds();
        series.past(past);
        SeriesWindow window = new SeriesWindow();
        WholeSeries.look(series, window, new TimeAxis(100_000, 120_000, ZoneOffset.UTC));
        assertThat(past.askedTo).isZero();
        assertThat(window.size).isEqualTo(2);
    }

    @Test
    void whatThePastLearnsChangesTheSeries() {
        Series series = memory();
        TenSeconds past = new TenSeconds();
        long before = series.version();
        series.past(past);
        long known = series.version();
        assertThat(known).isNotEqualTo(before);
        past.version++;
        assertThat(series.version()).isNotEqualTo(known);
    }

    @Test
    void aSeriesWithoutMemoryHasItsPastAlone() {
        Series series = new Series();
        series.past(new TenSeconds());
        SeriesWindow window = new SeriesWindow();
        WholeSeries whole =
                WholeSeries.look(series, window, new TimeAxis(0, 120_000, ZoneOffset.UTC));
        assertThat(window.size).isEqualTo(6);
        assertThat(whole.statistics().orElseThrow().count()).isEqualTo(5);
    }
}
