package dev.bulkhead.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ChartViewModelTest {
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-03-02T12:00:00Z"));
    private final ChartViewModel model = new ChartViewModel(now::get);

    private static ChartLine line(Series series) {
        return new ChartLine(series, "ifInOctets.1", "switch", Duration.ofSeconds(1));
    }

    @Test
    void aSeriesIsChartedOnce() {
        Series series = new Series();
        model.chart(List.of(line(series)));
        model.chart(List.of(line(series), line(new Series())));
        assertThat(model.lines()).hasSize(2);
        model.remove(List.of(model.lines().get(0)));
        assertThat(model.lines()).hasSize(1);
    }

    @Test
    void timeMovesByWholePixels() {
        TimeAxis before = model.time(600, ZoneOffset.UTC);
        assertThat(before.toMillis() - before.fromMillis()).isEqualTo(600_000);
        now.set(now.get().plusMillis(1));
        TimeAxis after = model.time(600, ZoneOffset.UTC);
        assertThat(after.toMillis() - before.toMillis()).isEqualTo(1_000);
        now.set(now.get().plusMillis(500));
        assertThat(model.time(600, ZoneOffset.UTC)).isEqualTo(after);
    }

    @Test
    void aPauseHoldsThePictureWhileValuesAreCollected() {
        Series series = new Series();
        model.chart(List.of(line(series)));
        model.pause(true);
        long version = model.version();
        now.set(now.get().plusSeconds(60));
        series.add(now.get().toEpochMilli(), 5);
        assertThat(model.version()).isEqualTo(version);
        assertThat(model.look(600, ZoneOffset.UTC).statistics(0)).isEmpty();
        model.pause(false);
        assertThat(model.look(600, ZoneOffset.UTC).statistics(0)).isPresent();
    }

    @Test
    void statisticsAreThoseOfTheWindow() {
        Series series = new Series();
        long end = now.get().toEpochMilli();
        series.add(end - 120_000, 100);
        series.add(end - 30_000, 1);
        series.add(end - 10_000, 3);
        model.chart(List.of(line(series)));
        model.window(TimeWindow.LAST_MINUTE);
        assertThat(model.look(600, ZoneOffset.UTC).statistics(0))
                .contains(new Statistics(2, 3, 1, 2, 3));
        model.window(TimeWindow.LAST_10_MINUTES);
        assertThat(model.look(600, ZoneOffset.UTC).statistics(0).orElseThrow().max())
                .isEqualTo(100);
    }
}
