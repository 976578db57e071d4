package dev.bulkhead.app.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bulkhead.app.chart.Gap;
import dev.bulkhead.app.chart.Statistics;
import dev.bulkhead.engine.ExitReason;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobTotals;
import dev.bulkhead.engine.WorkerStatus;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.notification.ListenCounts;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.StrayCounts;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PollingViewModelTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Oid IN_OCTETS_9 = Oid.parse("1.3.6.1.2.1.2.2.1.10.9");
    private static final Oid HC_IN_OCTETS_9 = Oid.parse("1.3.6.1.2.1.31.1.1.1.6.9");
    private static final Oid DISCONTINUITY_9 = Oid.parse("1.3.6.1.2.1.31.1.1.1.19.9");
    private static final Oid HIGH_SPEED_9 = Oid.parse("1.3.6.1.2.1.31.1.1.1.15.9");
    private static final Oid SPEED_9 = Oid.parse("1.3.6.1.2.1.2.2.1.5.9");
    private static final Oid NAME_9 = Oid.parse("1.3.6.1.2.1.31.1.1.1.1.9");
    private static final Oid NAMES = Oid.parse("1.3.6.1.2.1.31.1.1.1.1");
    private static final Oid LOAD = Oid.parse("1.3.6.1.4.1.1.2.0");
    private static final Oid SYS_NAME = Oid.parse("1.3.6.1.2.1.1.5.0");

    private final SettableClock clock = new SettableClock();
    private final RecordedJobs jobs = new RecordedJobs();
    private final PollingViewModel model =
            new PollingViewModel(
                    jobs,
                    new TestNames()
                            .with("ifInOctets", "1.3.6.1.2.1.2.2.1.10", BaseType.COUNTER32, "")
                            .with("ifHCInOctets", "1.3.6.1.2.1.31.1.1.1.6", BaseType.COUNTER64, "")
                            .with("load", "1.3.6.1.4.1.1.2", BaseType.INTEGER32, "percent"),
                    clock);
    private long ticks = 1_000_000;

    private static Target target(String host) {
        return target(host, SnmpVersion.V2C);
    }

    private static Target target(String host, SnmpVersion version) {
        return new Target(
                host, 161, new Credential.Community(version, new Secret("public")), SECOND, 1);
    }

    private PollRow add(Oid instance) {
        PollRow row = model.add(target("10.0.0.1"), "switch", List.of(instance), SECOND).get(0);
        jobs.last().started(clock.instant(), 1234, 0);
        return row;
    }

    /** A second passes, for the agent as well, and it answers. */
    private void answer(Map<Oid, SmiValue> values) {
        clock.advance(SECOND);
        ticks += 100;
        jobs.last().answer(0, clock.instant(), ticks, values);
    }

    private void answer(Oid instance, SmiValue value) {
        answer(Map.of(instance, value));
    }

    private PollState state(PollRow row) {
        return row.state(clock.instant());
    }

    private Statistics all(PollRow row) {
        return row.series().statistics(0, Long.MAX_VALUE).orElseThrow();
    }

    private List<String> gapReasons(PollRow row) {
        return row.series().gaps(0, Long.MAX_VALUE).stream().map(Gap::reason).toList();
    }

    @Test
    void oneStartIsOneJobOfAllItsTargets() {
        PollItem first = new PollItem(target("10.0.0.1"), "a", List.of(LOAD));
        PollItem second = new PollItem(target("10.0.0.2"), "b", List.of(LOAD, SYS_NAME));
        List<PollRow> rows = model.add(List.of(first, second), SECOND);
        assertThat(rows).hasSize(3);
        assertThat(jobs.jobs).hasSize(1);
        assertThat(jobs.last().spec().items())
                .containsExactly(
                        new JobSpec.Poll.Item(first.target(), List.of(LOAD)),
                        new JobSpec.Poll.Item(second.target(), List.of(LOAD, SYS_NAME)));
        assertThat(jobs.last().spec().schedule().every()).isEqualTo(SECOND);
    }

    @Test
    void whatIsPolledAlreadyKeepsItsRow() {
        PollRow row = add(LOAD);
        List<PollRow> again =
                model.add(target("10.0.0.1"), "switch", List.of(LOAD, SYS_NAME), SECOND);
        assertThat(again.get(0)).isSameAs(row);
        assertThat(model.rows()).hasSize(2);
        assertThat(jobs.last().spec().items().get(0).oids()).containsExactly(SYS_NAME);
    }

    @Test
    void interfaceCountersAreAskedWithTheirDiscontinuityNameAndSpeed() {
        model.add(target("10.0.0.1"), "switch", List.of(HC_IN_OCTETS_9, LOAD), SECOND);
        assertThat(jobs.last().spec().items().get(0).oids())
                .containsExactly(
                        HC_IN_OCTETS_9, LOAD, DISCONTINUITY_9, NAME_9, HIGH_SPEED_9, SPEED_9);
    }

    @Test
    void version1IsAskedForNothingThatCouldFailTheWholeRequest() {
        model.add(target("10.0.0.1", SnmpVersion.V1), "old", List.of(IN_OCTETS_9), SECOND);
        assertThat(jobs.last().spec().items().get(0).oids()).containsExactly(IN_OCTETS_9);
    }

    @Test
    void octetsBecomeBitsASecondByTheAgentsTime() {
        PollRow row = add(HC_IN_OCTETS_9);
        answer(HC_IN_OCTETS_9, new SmiValue.Counter64(1_000_000));
        assertThat(row.series().isEmpty()).isTrue();
        clock.advance(Duration.ofMillis(300)); // the answer is late, the agent's time is not
        answer(HC_IN_OCTETS_9, new SmiValue.Counter64(2_000_000));
        assertThat(row.point()).isCloseTo(8_000_000, within(1e-6));
        assertThat(row.series().unit()).isEqualTo("b/s");
        assertThat(row.isCounter()).isTrue();
    }

    @Test
    void numbersAreDrawnAsTheyAreAndTextsAreNot() {
        PollRow load = add(LOAD);
        answer(LOAD, new SmiValue.Integer32(17));
        assertThat(load.point()).isEqualTo(17);
        assertThat(load.series().unit()).isEqualTo("%");
        assertThat(load.isCounter()).isFalse();
        PollRow name = add(SYS_NAME);
        answer(SYS_NAME, new SmiValue.OctetString(new byte[] {'a'}));
        assertThat(name.series().isEmpty()).isTrue();
        assertThat(state(name)).isEqualTo(PollState.OK);
    }

    @Test
    void a32BitWrapMakesNoSpikeAndNoGap() {
        PollRow row = add(IN_OCTETS_9);
        long counter = (1L << 32) - 10_500;
        for (int i = 0; i < 20; i++) {
            answer(IN_OCTETS_9, new SmiValue.Counter32((counter + i * 1_000L) % (1L << 32)));
        }
        assertThat(all(row).max()).isCloseTo(8_000, within(1e-6));
        assertThat(all(row).min()).isCloseTo(8_000, within(1e-6));
        assertThat(gapReasons(row)).isEmpty();
    }

    @Test
    void aResetIsAGapAndNoSpike() {
        PollRow row = add(HC_IN_OCTETS_9);
        for (int i = 0; i < 10; i++) {
            answer(HC_IN_OCTETS_9, new SmiValue.Counter64(900_000_000 + i * 1_000L));
        }
        ticks = 50; // rebooted
        for (int i = 0; i < 10; i++) {
            answer(HC_IN_OCTETS_9, new SmiValue.Counter64(i * 1_000L));
        }
        assertThat(all(row).max()).isCloseTo(8_000, within(1e-6));
        assertThat(gapReasons(row)).containsExactly("agent restarted");
    }

    @Test
    void aDiscontinuityIsAGapAndNoSpike() {
        PollRow row = add(HC_IN_OCTETS_9);
        for (int i = 0; i < 10; i++) {
            Map<Oid, SmiValue> values = new LinkedHashMap<>();
            values.put(HC_IN_OCTETS_9, new SmiValue.Counter64(i < 5 ? i * 1_000L : 77_000_000));
            values.put(DISCONTINUITY_9, new SmiValue.TimeTicks(i < 5 ? 0 : 4_711));
            answer(values);
        }
        assertThat(all(row).max()).isCloseTo(8_000, within(1e-6));
        assertThat(gapReasons(row)).containsExactly("discontinuity");
    }

    private static SmiValue name(String text) {
        return new SmiValue.OctetString(text.getBytes(StandardCharsets.UTF_8));
    }

    private PollRow reindexed() {
        PollRow row = add(HC_IN_OCTETS_9);
        for (int i = 0; i < 3; i++) {
            answer(
                    Map.of(
                            HC_IN_OCTETS_9,
                            new SmiValue.Counter64(i * 1_000L),
                            NAME_9,
                            name("Gi1/0/9")));
        }
        answer(Map.of(HC_IN_OCTETS_9, new SmiValue.Counter64(77_000_000), NAME_9, name("Gi2/0/1")));
        return row;
    }

    @Test
    void aReindexedRowGoesOnAtItsNewIndex() {
        PollRow row = reindexed();
        RecordedJobs.Job poll = jobs.jobs.get(0);
        RecordedJobs.Job search = jobs.last();
        assertThat(search.table().columns()).containsExactly(NAMES);
        poll.answer( // another's counter: not drawn
                0,
                clock.instant(),
                ticks + 100,
                Map.of(
                        HC_IN_OCTETS_9,
                        new SmiValue.Counter64(77_500_000),
                        NAME_9,
                        name("Gi2/0/1")));
        assertThat(row.point()).isNaN();
        search.answer(
                0,
                clock.instant(),
                0,
                Map.of(NAME_9, name("Gi2/0/1"), NAMES.append(12), name("Gi1/0/9")));
        search.finished(clock.instant());
        Oid moved = Oid.parse("1.3.6.1.2.1.31.1.1.1.6.12");
        assertThat(row.instance()).isEqualTo(moved);
        assertThat(poll.cancelled).isTrue();
        assertThat(jobs.last().spec().items().get(0).oids()).startsWith(moved);
        answer(Map.of(moved, new SmiValue.Counter64(3_000), NAMES.append(12), name("Gi1/0/9")));
        answer(Map.of(moved, new SmiValue.Counter64(4_000), NAMES.append(12), name("Gi1/0/9")));
        assertThat(all(row).max()).isCloseTo(8_000, within(1e-6));
        assertThat(gapReasons(row)).containsExactly("re-indexed");
    }

    @Test
    void aRowThatIsFoundNowhereStaysAtItsIndexAfterAGap() {
        PollRow row = reindexed();
        jobs.last().answer(0, clock.instant(), 0, Map.of(NAME_9, name("Gi2/0/1")));
        jobs.last().finished(clock.instant());
        assertThat(row.instance()).isEqualTo(HC_IN_OCTETS_9);
        assertThat(jobs.jobs).hasSize(2);
        assertThat(jobs.jobs.get(0).cancelled).isFalse();
        assertThat(gapReasons(row)).containsExactly("re-indexed");
    }

    @Test
    void statesFollowAnswersAndTime() {
        PollRow row = add(LOAD);
        assertThat(state(row)).isEqualTo(PollState.STARTING);
        answer(LOAD, new SmiValue.Integer32(1));
        assertThat(state(row)).isEqualTo(PollState.OK);
        clock.advance(Duration.ofSeconds(3));
        assertThat(state(row)).isEqualTo(PollState.LATE);
        assertThat(row.age(clock.instant())).contains(Duration.ofSeconds(3));
        jobs.last()
                .failure(
                        0,
                        clock.instant(),
                        new Failure.Timeout("10.0.0.1:161", Duration.ofSeconds(2), 1));
        assertThat(state(row)).isEqualTo(PollState.NO_ANSWER);
        assertThat(gapReasons(row)).containsExactly("no answer");
        answer(LOAD, SmiValue.Marker.NO_SUCH_INSTANCE);
        assertThat(state(row)).isEqualTo(PollState.MISSING);
        answer(LOAD, new SmiValue.Integer32(1));
        assertThat(state(row)).isEqualTo(PollState.OK);
    }

    @Test
    void aKilledWorkerIsAGapWithItsReasonAndANote() {
        PollRow row = add(LOAD);
        answer(LOAD, new SmiValue.Integer32(1));
        Instant lost = clock.instant().plusMillis(500);
        clock.advance(SECOND);
        jobs.last()
                .say(
                        new JobEvent.Restarting(
                                jobs.last().id(),
                                lost,
                                1234,
                                ExitReason.KILLED,
                                "signal 9",
                                Duration.ofMillis(100),
                                List.of()));
        assertThat(state(row)).isEqualTo(PollState.RESTARTING);
        Instant back = lost.plusMillis(1_200);
        jobs.last().started(back, 1240, 1);
        jobs.last().say(new JobEvent.Gap(jobs.last().id(), back, lost, back, "worker killed"));
        clock.advance(SECOND);
        answer(LOAD, new SmiValue.Integer32(2));
        assertThat(state(row)).isEqualTo(PollState.OK);
        assertThat(gapReasons(row)).containsExactly("worker killed");
        JobNote.WorkerLost note = (JobNote.WorkerLost) model.note().orElseThrow();
        assertThat(note.back()).contains(back);
        assertThat(note.gap()).contains(new JobNote.GapTimes(lost, back));
        assertThat(PollText.note(note))
                .contains("switch: worker 1234 killed at")
                .contains("back after 1.2 s")
                .contains("no values from");
        model.dismissNotes();
        assertThat(model.note()).isEmpty();
    }

    @Test
    void aCounterMakesNoRateAcrossALostWorker() {
        PollRow row = add(HC_IN_OCTETS_9);
        for (int i = 0; i < 5; i++) {
            answer(HC_IN_OCTETS_9, new SmiValue.Counter64(i * 1_000L));
        }
        Instant now = clock.instant();
        jobs.last().say(new JobEvent.Gap(jobs.last().id(), now, now, now, "backpressure"));
        answer(HC_IN_OCTETS_9, new SmiValue.Counter64(1_000_000_000));
        assertThat(row.point()).isNaN();
        answer(HC_IN_OCTETS_9, new SmiValue.Counter64(1_000_001_000));
        assertThat(row.point()).isCloseTo(8_000, within(1e-6));
        assertThat(gapReasons(row)).containsExactly("backpressure");
        assertThat(model.note()).containsInstanceOf(JobNote.RoundsLost.class);
    }

    @Test
    void roundsThatOneTargetMissedAreItsOwnGapAndNoEndOfItsRate() {
        PollItem slow = new PollItem(target("10.0.0.1"), "a", List.of(HC_IN_OCTETS_9));
        PollItem other = new PollItem(target("10.0.0.2"), "b", List.of(LOAD));
        List<PollRow> rows = model.add(List.of(slow, other), SECOND);
        jobs.last().started(clock.instant(), 1234, 0);
        answer(HC_IN_OCTETS_9, new SmiValue.Counter64(0));
        answer(HC_IN_OCTETS_9, new SmiValue.Counter64(1_000));
        Instant now = clock.instant();
        jobs.last()
                .say(
                        new JobEvent.Gap(
                                jobs.last().id(), now, now, now, "slow answer", Optional.of(0)));
        answer(HC_IN_OCTETS_9, new SmiValue.Counter64(2_000));
        assertThat(gapReasons(rows.get(0))).containsExactly("slow answer");
        assertThat(rows.get(0).point()).isCloseTo(8_000, within(1e-6));
        assertThat(gapReasons(rows.get(1))).isEmpty();
        assertThat(model.note()).isEmpty();
    }

    @Test
    void aJobGivenUpEndsItsRowsAndSaysWhy() {
        PollRow row = add(LOAD);
        jobs.last()
                .say(
                        new JobEvent.Failed(
                                jobs.last().id(),
                                clock.instant(),
                                new Failure.WorkerLost("killed 5 times in a minute"),
                                new JobTotals(0, 0, 0, SECOND, ListenCounts.ZERO)));
        assertThat(state(row)).isEqualTo(PollState.ENDED);
        assertThat(PollText.note(model.note().orElseThrow())).contains("killed 5 times");
    }

    @Test
    void pausingEndsTheWorkersAndResumingStartsAnew() {
        PollRow row = add(LOAD);
        answer(LOAD, new SmiValue.Integer32(1));
        RecordedJobs.Job first = jobs.last();
        model.pauseAll();
        assertThat(first.cancelled).isTrue();
        assertThat(state(row)).isEqualTo(PollState.PAUSED);
        assertThat(model.isPaused()).isTrue();
        model.resumeAll();
        assertThat(jobs.jobs).hasSize(2);
        assertThat(model.isPaused()).isFalse();
        first.answer(0, clock.instant(), ticks, Map.of(LOAD, new SmiValue.Integer32(99)));
        answer(LOAD, new SmiValue.Integer32(2));
        assertThat(all(row).max()).as("the cancelled job is not listened to").isEqualTo(2);
        assertThat(gapReasons(row)).containsExactly("paused");
    }

    @Test
    void removingTheLastRowCancelsTheJob() {
        PollRow row = add(LOAD);
        model.remove(List.of(row));
        assertThat(jobs.last().cancelled).isTrue();
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void removingOneRowOfSeveralGoesOnWithTheOthersWithoutAGap() {
        List<PollRow> rows =
                model.add(target("10.0.0.1"), "switch", List.of(LOAD, HC_IN_OCTETS_9), SECOND);
        RecordedJobs.Job first = jobs.last();
        answer(HC_IN_OCTETS_9, new SmiValue.Counter64(0));
        answer(HC_IN_OCTETS_9, new SmiValue.Counter64(1_000));
        model.remove(List.of(rows.get(0)));
        assertThat(first.cancelled).isTrue();
        assertThat(jobs.last().spec().items().get(0).oids()).doesNotContain(LOAD);
        answer(HC_IN_OCTETS_9, new SmiValue.Counter64(2_000));
        assertThat(all(rows.get(1)).count()).isEqualTo(2);
        assertThat(gapReasons(rows.get(1))).isEmpty();
    }

    @Test
    void theSummaryCountsStatesDevicesAndWorkers() {
        add(LOAD);
        model.add(target("10.0.0.2"), "other", List.of(LOAD), SECOND);
        jobs.jobs.get(0).worker = Optional.of(worker(100));
        jobs.jobs.get(1).worker = Optional.of(worker(50));
        PollSummary summary = model.summary();
        assertThat(summary.objects()).isEqualTo(2);
        assertThat(summary.devices()).isEqualTo(2);
        assertThat(summary.count(PollState.STARTING)).isEqualTo(2);
        assertThat(summary.workers().count()).isEqualTo(2);
        assertThat(summary.workers().residentBytes()).isEqualTo(90L << 20);
        assertThat(model.workersOf(model.rows().subList(0, 1)).pid()).hasValue(1234);
        clock.advance(Duration.ofSeconds(5));
        jobs.jobs.get(0).worker = Optional.of(worker(112));
        assertThat(model.summary().requestsPerSecond()).isCloseTo(2.4, within(1e-9));
    }

    private static WorkerStatus worker(long requests) {
        return new WorkerStatus(
                1234,
                "running",
                Optional.of(45L << 20),
                Optional.empty(),
                Optional.empty(),
                requests,
                Optional.empty(),
                0,
                0,
                StrayCounts.ZERO,
                0,
                0,
                ListenCounts.ZERO);
    }

    @Test
    void closingCancelsAll() {
        add(LOAD);
        add(SYS_NAME);
        model.close();
        assertThat(jobs.jobs).allMatch(job -> job.cancelled);
    }
}
