package dev.bulkhead.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TableViewModelTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final long WRAP = 1L << 32;

    private final FakeTable table = new FakeTable();

    @Test
    void rowsOfAFirstReadingAreShownAsTheyCome() {
        table.model.refresh();
        table.gives(FakeTable.row(3, 0, 1), FakeTable.row(4, 0, 1));
        table.model.tick();
        assertThat(table.model.rows()).hasSize(2);
        table.gives(FakeTable.row(7, 0, 1));
        table.model.tick();
        assertThat(table.model.rows())
                .extracting(GridRow::key)
                .containsExactly(List.of("3"), List.of("4"), List.of("7"));
    }

    @Test
    void aRowKeepsItsPlaceFromReadingToReading() {
        table.reads(FakeTable.row(3, 0, 1), FakeTable.row(4, 0, 1));
        GridRow before = table.shown(0);
        table.reads(FakeTable.row(3, 5, 2), FakeTable.row(4, 0, 1));
        assertThat(table.shown(0)).isSameAs(before);
        assertThat(table.text(0, "ifOperStatus")).isEqualTo("down");
    }

    @Test
    void aChangeIsFreshAndFades() {
        table.reads(FakeTable.row(3, 0, 1), FakeTable.row(4, 0, 1));
        assertThat(table.freshness(0, "ifOperStatus")).isZero();
        table.reads(FakeTable.row(3, 0, 2), FakeTable.row(4, 0, 1));
        assertThat(table.freshness(0, "ifOperStatus")).isEqualTo(CellChange.STEPS);
        assertThat(table.freshness(1, "ifOperStatus")).isZero();
        table.clock.advance(Duration.ofSeconds(3));
        assertThat(table.freshness(0, "ifOperStatus")).isEqualTo(2);
        assertThat(table.model.takeNews()).isTrue();
        table.clock.advance(Duration.ofSeconds(6));
        assertThat(table.freshness(0, "ifOperStatus")).isZero();
        table.model.takeNews();
        assertThat(table.model.takeNews()).as("nothing is repainted for nothing").isFalse();
    }

    @Test
    void aCounterThatGoesOnIsNoNewsButOneThatStoodStillIs() {
        table.reads(FakeTable.row(3, 100, 1), FakeTable.row(4, 100, 1));
        table.reads(FakeTable.row(3, 200, 1), FakeTable.row(4, 100, 1));
        table.reads(FakeTable.row(3, 300, 1), FakeTable.row(4, 101, 1));
        assertThat(table.freshness(0, "ifInOctets")).isZero();
        assertThat(table.freshness(1, "ifInOctets")).isPositive();
    }

    @Test
    void rowsThatComeOrGoAreMarkedAndThenTakenAway() {
        table.reads(FakeTable.row(3, 0, 1), FakeTable.row(4, 0, 1));
        assertThat(table.shown(0).came()).as("not news in a first reading").isEmpty();
        table.pass(SECOND);
        table.reads(FakeTable.row(3, 0, 1), FakeTable.row(9, 0, 1));
        assertThat(table.model.rows())
                .extracting(row -> row.instance().toString())
                .containsExactly("3", "4", "9");
        assertThat(table.shown(1).gone()).contains(table.clock.instant());
        assertThat(table.shown(2).came()).contains(table.clock.instant());
        table.pass(TableGrid.GONE_SHOWN.plus(SECOND));
        table.model.tick();
        assertThat(table.model.rows())
                .extracting(row -> row.instance().toString())
                .containsExactly("3", "9");
    }

    @Test
    void aReadingThatWasCancelledSaysNothingOfRowsItDidNotReach() {
        table.reads(FakeTable.row(3, 0, 1), FakeTable.row(4, 0, 1));
        table.model.refresh();
        table.gives(FakeTable.row(3, 0, 1));
        assertThat(table.model.cancel()).isTrue();
        table.jobs.last().finishes();
        table.model.tick();
        assertThat(table.shown(1).gone()).isEmpty();
    }

    @Test
    void ratesAreOfTheAgentsTimeInBits() {
        table.reads(FakeTable.row(3, 1_000, 1));
        table.pass(Duration.ofSeconds(2));
        table.reads(FakeTable.row(3, 251_000, 1));
        assertThat(rate()).isEqualTo(1_000_000);
        assertThat(table.text(0, "ifInOctets.rate")).isEqualTo("1.00 Mb/s");
        assertThat(table.model.columns())
                .extracting(GridColumn::id)
                .contains("ifInOctets.rate", "ifInOctets.trend", "ifOutOctets.rate");
    }

    private double rate() {
        return trace().rate();
    }

    private CounterTrace trace() {
        return table.model
                .text()
                .trace(table.shown(0), table.column("ifInOctets.rate"))
                .orElseThrow();
    }

    /** Two readings a second apart, so that the counter's pace is known. */
    private void steadyUpTo(long last) {
        table.reads(FakeTable.row(3, last - 200_000, 1));
        table.pass(SECOND);
        table.reads(FakeTable.row(3, last - 100_000, 1));
        table.pass(SECOND);
        table.reads(FakeTable.row(3, last, 1));
        table.pass(SECOND);
    }

    @Test
    void aWrapIsCountedAcross() {
        steadyUpTo(WRAP - 40_000);
        table.reads(FakeTable.row(3, 60_000, 1));
        assertThat(rate()).isEqualTo(800_000);
        assertThat(trace().series().isInGap()).isFalse();
    }

    @Test
    void aResetIsAGapThatSaysWhyAndNoSpike() {
        steadyUpTo(5_000_000);
        table.reads(FakeTable.row(3, 10, 1));
        assertThat(rate()).isNaN();
        assertThat(trace().reason()).isNotEmpty();
        assertThat(trace().series().isInGap()).isTrue();
        assertThat(table.text(0, "ifInOctets.rate")).isEqualTo("–");
    }

    @Test
    void aReadingThatFailsBreaksTheLineAndRatesBeginAnew() {
        steadyUpTo(5_000_000);
        table.model.refresh();
        table.jobs.last().fails(FakeTable.SILENCE);
        table.pass(SECOND);
        assertThat(trace().series().isInGap()).isTrue();
        table.reads(FakeTable.row(3, 9_000_000, 1));
        assertThat(rate()).as("nobody knows what was between").isNaN();
        table.pass(SECOND);
        table.reads(FakeTable.row(3, 9_100_000, 1));
        assertThat(rate()).isEqualTo(800_000);
    }

    @Test
    void theAgentsTimeIsAskedAlongAndCountersFirst() {
        table.model.refresh();
        JobSpec.Table spec = (JobSpec.Table) table.jobs.last().spec();
        assertThat(spec.timed()).isTrue();
        assertThat(spec.columns().getFirst()).isEqualTo(FakeTable.IN_OCTETS);
        assertThat(spec.columns()).contains(FakeTable.DESCR).doesNotHaveDuplicates();
    }

    @Test
    void aSlowDeviceIsNotAskedAgainBeforeItHasAnswered() {
        table.model.intervalProperty().set(RefreshInterval.EVERY_SECOND);
        table.model.tick();
        assertThat(table.jobs.all()).hasSize(1);
        for (int i = 0; i < 20; i++) {
            table.pass(SECOND);
            table.model.tick();
            table.model.refresh();
        }
        assertThat(table.jobs.all()).hasSize(1);
        table.jobs.last().finishes();
        table.model.tick();
        assertThat(table.jobs.all()).hasSize(2);
    }

    @Test
    void aPeriodCountsFromReadingToReading() {
        table.model.intervalProperty().set(RefreshInterval.EVERY_5_SECONDS);
        table.model.tick();
        table.jobs.last().finishes();
        table.pass(Duration.ofSeconds(4));
        table.model.tick();
        assertThat(table.jobs.all()).hasSize(1);
        table.pass(SECOND);
        table.model.tick();
        assertThat(table.jobs.all()).hasSize(2);
    }

    @Test
    void aPausedTableIsNotReadAndItsLinesBreak() {
        table.model.intervalProperty().set(RefreshInterval.EVERY_SECOND);
        steadyUpTo(1_000_000);
        int before = table.jobs.all().size();
        table.model.pausedProperty().set(true);
        table.pass(Duration.ofSeconds(30));
        table.model.tick();
        assertThat(table.jobs.all()).hasSize(before);
        assertThat(trace().series().isInGap()).isTrue();
    }

    @Test
    void valuesOfADeviceThatFallsSilentStayAndAreOld() {
        table.reads(FakeTable.row(3, 0, 1));
        table.pass(SECOND);
        table.model.refresh();
        table.jobs.last().fails(FakeTable.SILENCE);
        table.model.tick();
        assertThat(table.text(0, "ifOperStatus")).isEqualTo("up");
        assertThat(table.model.isOld(table.shown(0))).isTrue();
        assertThat(table.model.devices().getFirst().failure()).contains(FakeTable.SILENCE);
        table.pass(SECOND);
        table.reads(FakeTable.row(3, 0, 1));
        assertThat(table.model.isOld(table.shown(0))).isFalse();
        assertThat(table.model.devices().getFirst().failure()).isEmpty();
    }

    @Test
    void whatIsOldStaysSoWhileItIsReadAgainByItself() {
        table.model.intervalProperty().set(RefreshInterval.EVERY_SECOND);
        table.model.tick();
        table.gives(FakeTable.row(3, 0, 1));
        table.jobs.last().finishes();
        table.pass(SECOND);
        table.model.tick();
        table.jobs.last().fails(FakeTable.SILENCE);
        table.pass(SECOND);
        table.model.tick();
        assertThat(table.model.devices().getFirst().isReading()).isTrue();
        assertThat(table.model.isOld(table.shown(0))).isTrue();
        assertThat(table.model.devices().getFirst().failure()).contains(FakeTable.SILENCE);
    }

    @Test
    void theDoctorExaminesASilentDeviceOnce() {
        table.model.intervalProperty().set(RefreshInterval.EVERY_SECOND);
        for (int i = 0; i < 5; i++) {
            table.model.tick();
            table.jobs.all().stream()
                    .filter(job -> job.spec() instanceof JobSpec.Table && !job.isDone())
                    .toList()
                    .forEach(job -> job.fails(FakeTable.SILENCE));
            table.model.tick();
            table.pass(SECOND);
        }
        assertThat(table.jobs.all())
                .filteredOn(job -> job.spec() instanceof JobSpec.Doctor)
                .hasSize(1);
        assertThat(table.model.devices().getFirst().examination()).isPresent();
    }

    @Test
    void severalDevicesStandInOneGridAndOneSilenceIsItsOwn() {
        table.reads(FakeTable.row(3, 0, 1));
        assertThat(table.model.add(FakeTable.device("sw-2"))).isTrue();
        assertThat(table.model.add(FakeTable.device("sw-2"))).isFalse();
        table.gives(FakeTable.row(3, 0, 2), FakeTable.row(4, 0, 2));
        table.jobs.last().finishes();
        table.model.add(FakeTable.device("sw-3"));
        table.jobs.last().fails(FakeTable.SILENCE);
        table.model.tick();
        assertThat(table.model.columns().getFirst().kind()).isEqualTo(GridColumn.Kind.DEVICE);
        assertThat(table.model.rows())
                .extracting(row -> row.device().label() + "/" + row.instance())
                .containsExactly("sw-1/3", "sw-2/3", "sw-2/4");
        assertThat(table.model.devices())
                .extracting(device -> device.failure().isPresent())
                .containsExactly(false, false, true);
        table.model.remove(FakeTable.device("sw-2"));
        table.model.remove(FakeTable.device("sw-3"));
        assertThat(table.model.rows()).hasSize(1);
        assertThat(table.model.columns().getFirst().name()).isEqualTo("ifIndex");
    }

    @Test
    void theLastDeviceStays() {
        table.model.remove(table.model.gridDevices().getFirst());
        assertThat(table.model.gridDevices()).hasSize(1);
    }

    @Test
    void rowsAreFilteredByWhatTheyShow() {
        table.reads(FakeTable.row(3, 0, 1), FakeTable.row(4, 0, 2), FakeTable.row(5, 0, 2));
        table.model.filterProperty().set("DOWN");
        assertThat(table.model.rows())
                .extracting(row -> row.instance().toString())
                .containsExactly("4", "5");
        assertThat(table.model.size()).isEqualTo(3);
    }

    @Test
    void rowsAreSortedByNumbersAndWhatIsMissingComesLast() {
        table.reads(
                FakeTable.row(3, 9, 1),
                FakeTable.row(4, 100, 1),
                List.of(FakeTable.cell(FakeTable.OPER_STATUS, 5, new SmiValue.Integer32(1))),
                FakeTable.row(6, 20, 1));
        table.model.sort(List.of(new RowOrder.Key(table.column("ifInOctets"), false)));
        assertThat(table.model.rows())
                .extracting(row -> row.instance().toString())
                .containsExactly("4", "6", "3", "5");
        table.model.sort(List.of(new RowOrder.Key(table.column("ifInOctets"), true)));
        assertThat(table.model.rows())
                .extracting(row -> row.instance().toString())
                .containsExactly("3", "6", "4", "5");
        table.model.sort(List.of());
        assertThat(table.model.rows())
                .extracting(row -> row.instance().toString())
                .containsExactly("3", "4", "5", "6");
    }

    @Test
    void aSortedTableFollowsItsValues() {
        table.reads(FakeTable.row(3, 1, 1), FakeTable.row(4, 2, 1));
        table.model.sort(List.of(new RowOrder.Key(table.column("ifInOctets"), false)));
        table.model.refresh();
        table.model.tick();
        table.gives(FakeTable.row(3, 5, 1), FakeTable.row(4, 2, 1));
        table.jobs.last().finishes();
        table.model.tick();
        assertThat(table.model.rows())
                .extracting(row -> row.instance().toString())
                .containsExactly("3", "4");
    }

    @Test
    void aRatesCellStandsForItsCounter() {
        table.reads(FakeTable.row(3, 1, 1));
        assertThat(table.model.instance(table.shown(0), table.column("ifInOctets.rate")))
                .contains(FakeTable.IN_OCTETS.append(3));
        assertThat(table.model.instance(table.shown(0), table.column("ifIndex"))).isEmpty();
    }
}
