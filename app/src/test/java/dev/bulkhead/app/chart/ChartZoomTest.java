package dev.bulkhead.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ChartZoomTest {
    private static final long NOW = 1_000_000_000L;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.ofEpochMilli(NOW));
    private final ChartViewModel model = new ChartViewModel(now::get);
    private final Series series = new Series();

    ChartZoomTest() {
        series.unit("b/s");
        model.chart(List.of(new ChartLine(series, "in.1", "switch", Duration.ofSeconds(1))));
        model.window(TimeWindow.LAST_MINUTE);
    }

    private TimeAxis shown() {
        return model.time(600, ZoneOffset.UTC);
    }

    @Test
    void zoomingKeepsTheMomentUnderTheMouseWhereItIs() {
        TimeAxis before = shown();
        long moment = before.timeAt(0.25);
        model.zoom(0.5, moment);
        assertThat(model.isZoomed()).isTrue();
        assertThat(shown().toMillis() - shown().fromMillis()).isEqualTo(30_000);
        assertThat(shown().position(moment))
                .isCloseTo(0.25, org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    void whatIsZoomedStandsStillUntilItIsLiveAgain() {
        model.zoom(0.5, NOW - 10_000);
        TimeAxis before = shown();
        now.set(now.get().plusSeconds(100));
        assertThat(shown()).isEqualTo(before);
        model.backToLive();
        assertThat(shown().toMillis()).isGreaterThanOrEqualTo(NOW + 100_000);
        assertThat(model.isZoomed()).isFalse();
    }

    @Test
    void panningMovesByTimeAndZoomHasItsEnds() {
        model.pan(-60_000);
        assertThat(shown().toMillis()).isEqualTo(NOW - 60_000);
        for (int i = 0; i < 100; i++) {
            model.zoom(0.5, NOW);
        }
        assertThat(shown().toMillis() - shown().fromMillis()).isEqualTo(ChartRange.SHORTEST_MILLIS);
        for (int i = 0; i < 100; i++) {
            model.zoom(2, NOW);
        }
        assertThat(shown().toMillis() - shown().fromMillis()).isEqualTo(ChartRange.LONGEST_MILLIS);
    }

    @Test
    void theOldestValuesAreFound() {
        assertThat(series.oldest()).isEqualTo(Long.MAX_VALUE);
        series.add(NOW - 500_000, 1);
        series.add(NOW, 2);
        model.oldest();
        assertThat(shown().fromMillis()).isEqualTo(NOW - 500_000);
    }

    @Test
    void gapsAndMarksAreFoundOneAfterTheOther() {
        series.add(NOW - 50_000, 1);
        series.gap(NOW - 49_000, NOW - 41_000, "worker killed");
        series.add(NOW - 40_000, 1);
        series.gap(NOW - 19_000, NOW - 11_000, "no answer");
        series.add(NOW - 10_000, 1);
        assertThat(model.gapFrom(NOW - 60_000, 1)).map(Gap::reason).contains("worker killed");
        assertThat(model.gapFrom(NOW - 45_000, 1)).map(Gap::reason).contains("no answer");
        assertThat(model.gapFrom(NOW, -1)).map(Gap::reason).contains("no answer");
        assertThat(model.gapFrom(NOW, 1)).isEmpty();
        model.marks().add(new ChartMark(NOW - 5_000, ChartMark.Kind.REBOOT, "switch", "restarted"));
        model.marks().add(new ChartMark(NOW - 4_000, ChartMark.Kind.REBOOT, "other", "restarted"));
        assertThat(model.markFrom(NOW, -1)).map(ChartMark::target).contains("switch");
    }

    @Test
    void marksAreToldOnceBoundedAndByTarget() {
        ChartMarks marks = new ChartMarks();
        marks.add(new ChartMark(NOW, ChartMark.Kind.REBOOT, "a", "a restarted"));
        marks.add(new ChartMark(NOW + 1_000, ChartMark.Kind.REBOOT, "a", "a restarted"));
        marks.add(new ChartMark(NOW + 60_000, ChartMark.Kind.REBOOT, "a", "a restarted"));
        marks.add(new ChartMark(NOW, ChartMark.Kind.NOTIFICATION, "", "linkDown"));
        assertThat(marks.between(0, Long.MAX_VALUE, Set.of("a"))).hasSize(3);
        assertThat(marks.between(0, Long.MAX_VALUE, Set.of("b"))).hasSize(1);
        for (int i = 0; i < 5_000; i++) {
            marks.add(new ChartMark(i * 10_000L, ChartMark.Kind.ALARM, "a", "x"));
        }
        assertThat(marks.between(0, Long.MAX_VALUE, Set.of("a"))).hasSize(2_000);
    }

    @Test
    void csvHasValuesGapsAndMarksAndNoFormula() {
        series.add(NOW - 30_000, 1.5);
        series.gap(NOW - 29_000, NOW - 21_000, "=no answer");
        series.add(NOW - 20_000, 2);
        model.marks()
                .add(new ChartMark(NOW - 5_000, ChartMark.Kind.REBOOT, "switch", "+restarted"));
        String csv = ChartCsv.of(model.look(600, ZoneOffset.UTC));
        assertThat(csv.lines())
                .startsWith("time,target,series,unit,value,min,max,until,note")
                .anyMatch(line -> line.contains("switch,in.1,b/s,1.5,1.5,1.5"))
                .anyMatch(line -> line.endsWith("'=no answer"))
                .anyMatch(line -> line.endsWith("'+restarted"))
                .hasSize(5);
    }

    @Test
    void marksOfThePastAreAmongThem() {
        ChartMark stopped =
                new ChartMark(NOW - 86_400_000, ChartMark.Kind.POLLING, "switch", "ended");
        ChartMark other = new ChartMark(NOW - 86_400_000, ChartMark.Kind.POLLING, "other", "ended");
        model.marks()
                .past(
                        new PastMarks() {
                            @Override
                            public long version() {
                                return 7;
                            }

                            @Override
                            public List<ChartMark> all() {
                                return List.of(stopped, other);
                            }
                        });
        model.marks().add(new ChartMark(NOW - 5_000, ChartMark.Kind.REBOOT, "switch", "restarted"));
        assertThat(model.markFrom(NOW - 10_000, -1)).contains(stopped);
        assertThat(model.marks().between(NOW - 90_000_000, NOW, Set.of("switch")))
                .extracting(ChartMark::text)
                .containsExactly("ended", "restarted");
    }
}
