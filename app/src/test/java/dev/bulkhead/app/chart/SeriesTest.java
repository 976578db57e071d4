package dev.bulkhead.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SeriesTest {
    private final Series series = new Series(100);
    private final SeriesWindow window = new SeriesWindow();

    private void addEachSecond(int count) {
        for (int i = 0; i < count; i++) {
            series.add(i * 1_000L, i);
        }
    }

    @Test
    void keepsTheNewestOneByOne() {
        addEachSecond(100);
        series.copyTo(window, 0, 100_000);
        assertThat(window.size).isEqualTo(100);
        assertThat(window.means[99]).isEqualTo(99);
    }

    @Test
    void mergesWhatIsPushedOutAndKeepsItsPeaks() {
        Random random = new Random(1);
        double greatest = 0;
        for (int i = 0; i < 3_000; i++) {
            double value = random.nextInt(1_000) == 0 ? 1_000 + random.nextInt(1_000) : 1;
            greatest = Math.max(greatest, value);
            series.add(i * 1_000L, value);
        }
        Statistics all = series.statistics(0, 3_000_000).orElseThrow();
        assertThat(all.max()).isEqualTo(greatest);
        assertThat(all.min()).isEqualTo(1);
        assertThat(all.count()).isEqualTo(3_000);
    }

    @Test
    void averagesEachValueOnceHoweverMuchWasMerged() {
        addEachSecond(2_000);
        Statistics all = series.statistics(0, 2_000_000).orElseThrow();
        assertThat(all.average()).isCloseTo(999.5, within(1e-6));
    }

    @Test
    void isBounded() {
        addEachSecond(500_000);
        series.copyTo(window, 0, 500_000_000L);
        assertThat(window.size).isLessThan(400);
    }

    @Test
    void aWidenedSeriesKeepsMoreOneByOne() {
        addEachSecond(50);
        series.widen(Series.CHARTED_POINTS);
        addEachSecondFrom(50, 3_600);
        series.copyTo(window, 0, 3_600_000);
        assertThat(window.size).isEqualTo(3_600);
    }

    private void addEachSecondFrom(int first, int end) {
        for (int i = first; i < end; i++) {
            series.add(i * 1_000L, i);
        }
    }

    @Test
    void aGapReachesFromTheValueBeforeToTheValueAfter() {
        series.add(1_000, 1);
        series.gap(1_500, 1_500, "worker killed");
        series.gap(1_000, 3_000, "worker killed");
        series.add(5_000, 2);
        assertThat(series.gaps(0, 10_000)).containsExactly(new Gap(1_000, 5_000, "worker killed"));
        series.copyTo(window, 0, 10_000);
        assertThat(window.isBreak(1)).isTrue();
    }

    @Test
    void reasonsWithoutAValueBetweenThemAreOneGap() {
        series.add(1_000, 1);
        series.gap(2_000, 2_000, "no answer");
        series.gap(3_000, 3_000, "no answer");
        series.gap(4_000, 4_000, "agent restarted");
        series.add(5_000, 2);
        series.add(6_000, 2);
        series.gap(7_000, 7_000, "no answer");
        assertThat(series.gaps(0, 10_000))
                .containsExactly(
                        new Gap(1_000, 5_000, "no answer, agent restarted"),
                        new Gap(6_000, 7_000, "no answer"));
    }

    @Test
    void manyGapsAreBounded() {
        for (int i = 0; i < 1_000; i++) {
            series.add(i * 2_000L, 1);
            series.gap(i * 2_000L + 1_000, i * 2_000L + 1_000, "no answer");
        }
        assertThat(series.gaps(0, Long.MAX_VALUE)).hasSize(200);
    }

    @Test
    void timeOnlyGoesForward() {
        series.add(10_000, 1);
        series.add(4_000, 2);
        series.copyTo(window, 0, 20_000);
        assertThat(window.times[1]).isEqualTo(10_001);
    }

    @Test
    void copiesOneSpanOnEitherSide() {
        addEachSecond(50);
        series.copyTo(window, 10_500, 20_500);
        assertThat(window.times[0]).isEqualTo(10_000);
        assertThat(window.times[window.size - 1]).isEqualTo(21_000);
    }

    @Test
    void findsTheNearestValueAcrossABreak() {
        series.add(1_000, 1);
        series.gap(1_500, 1_500, "no answer");
        series.add(9_000, 2);
        series.copyTo(window, 0, 10_000);
        assertThat(window.means[window.nearest(2_000)]).isEqualTo(1);
        assertThat(window.means[window.nearest(8_000)]).isEqualTo(2);
        assertThat(window.means[window.nearest(20_000)]).isEqualTo(2);
        window.clear();
        assertThat(window.nearest(0)).isEqualTo(-1);
    }
}
