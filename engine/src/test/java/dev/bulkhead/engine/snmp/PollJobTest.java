package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.StartPoint;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.VariableBinding;

class PollJobTest {
    private static final Oid ONE = Oid.parse("1.3.6.1.4.1.1.1.1.1");
    private static final Oid MISSING = Oid.parse("1.3.6.1.4.1.1.1.1.999");

    /** So long that a busy machine costs no round. */
    private static final Duration PERIOD = Duration.ofMillis(200);

    private static final OID UP_TIME = new OID("1.3.6.1.2.1.1.3.0");

    /** Answers sysUpTime with 4711. */
    private static FakeAgent agent(SnmpVersion version) throws IOException {
        FakeAgent agent = FakeAgent.table(version, 1, 90);
        agent.variables.put(UP_TIME, 4711);
        return agent.behave(PollJobTest::withUpTime);
    }

    private static List<PDU> withUpTime(FakeAgent self, PDU request) {
        PDU answer = self.answer(request);
        for (int i = 0; i < answer.size(); i++) {
            if (answer.get(i).getOid().equals(UP_TIME) && answer.getErrorStatus() == 0) {
                answer.set(i, new VariableBinding(UP_TIME, new TimeTicks(4711)));
            }
        }
        return List.of(answer);
    }

    private static JobSpec.Poll poll(Schedule schedule, List<Oid> oids, Target... targets) {
        List<JobSpec.Poll.Item> items = new ArrayList<>();
        for (Target target : targets) {
            items.add(new JobSpec.Poll.Item(target, oids));
        }
        return new JobSpec.Poll(items, schedule);
    }

    private static Schedule times(int count) {
        return new Schedule(Duration.ofMillis(100), count);
    }

    private static List<Long> roundsOf(JobProbe poll, int target) {
        return poll.samples.stream()
                .filter(sample -> sample.target() == target)
                .map(Sample::round)
                .toList();
    }

    @Test
    void roundsComeInOrderWithTheAgentsTime() throws IOException {
        try (FakeAgent agent = agent(SnmpVersion.V2C)) {
            JobProbe poll = JobProbe.run(poll(times(5), List.of(ONE), agent.target()));
            poll.assertFinished();
            assertThat(roundsOf(poll, 0)).containsExactly(0L, 1L, 2L, 3L, 4L);
            assertThat(poll.samples).allMatch(s -> s.upTimeTicks().orElse(0L) == 4711L);
            assertThat(poll.samples)
                    .allMatch(s ->
                            s.varBinds()
                                    .equals(
                                            List.of(
                                                    new VarBind(
                                                            ONE, new SmiValue.Integer32(1001)))));
            assertThat(agent.requests).hasSize(5);
        }
    }

    @Test
    void sysUpTimeAskedForByTheUserIsAskedOnce() throws IOException {
        try (FakeAgent agent = agent(SnmpVersion.V2C)) {
            JobProbe poll =
                    JobProbe.run(
                            poll(times(1), List.of(ONE, PolledTarget.SYS_UP_TIME), agent.target()));
            assertThat(poll.samples.getFirst().upTimeTicks()).contains(4711L);
            assertThat(poll.names())
                    .containsExactly(ONE.toString(), PolledTarget.SYS_UP_TIME.toString());
            assertThat(agent.requests.getFirst().size()).isEqualTo(2);
        }
    }

    @Test
    void aV1AgentsMissingNameIsNoSuchObject() throws IOException {
        try (FakeAgent agent = agent(SnmpVersion.V1)) {
            JobProbe poll = JobProbe.run(poll(times(1), List.of(MISSING, ONE), agent.target()));
            assertThat(poll.varBinds())
                    .containsExactly(
                            new VarBind(MISSING, Marker.NO_SUCH_OBJECT),
                            new VarBind(ONE, new SmiValue.Integer32(1001)));
        }
    }

    @Test
    void aTargetThatIsSilentDoesNotHoldUpTheOthers() throws IOException {
        try (FakeAgent good = agent(SnmpVersion.V2C);
                FakeAgent silent = agent(SnmpVersion.V2C).behave((self, request) -> List.of())) {
            JobProbe poll =
                    JobProbe.run(
                            poll(
                                    times(10),
                                    List.of(ONE),
                                    silent.target(Duration.ofMillis(450), 0),
                                    good.target()));
            assertThat(roundsOf(poll, 1))
                    .containsExactlyElementsOf(LongStream.range(0, 10).boxed().toList());
            // Three or four, as the last timeout falls; a few more on a machine that stalls.
            assertThat(roundsOf(poll, 0)).hasSizeBetween(1, 6);
            assertThat(poll.samples.stream().filter(s -> s.target() == 0))
                    .allMatch(s -> s.failure().orElseThrow() instanceof Failure.Timeout);
        }
    }

    @Test
    void aClosedPortFailsEachRoundAndIsBackWhenTheAgentIs() throws IOException {
        FakeAgent first = agent(SnmpVersion.V2C);
        Target target = first.target();
        first.close();
        JobProbe poll = JobProbe.run(poll(times(3), List.of(ONE), target));
        assertThat(poll.samples)
                .hasSize(3)
                .allMatch(s -> s.failure().orElseThrow() instanceof Failure.Unreachable);
    }

    @Test
    void aNameThatDoesNotResolveFailsItsRoundsOnly() throws IOException {
        try (FakeAgent good = agent(SnmpVersion.V2C)) {
            Target nowhere =
                    new Target(
                            "nowhere.invalid",
                            161,
                            good.target().credential(),
                            Duration.ofSeconds(1),
                            0);
            JobProbe poll = JobProbe.run(poll(times(3), List.of(ONE), nowhere, good.target()));
            assertThat(roundsOf(poll, 1)).containsExactly(0L, 1L, 2L);
            assertThat(poll.samples.stream().filter(s -> s.target() == 0))
                    .isNotEmpty()
                    .allMatch(s -> s.failure().orElseThrow() instanceof Failure.UnknownHost);
        }
    }

    @Test
    void manyOidsAreSplitAndTooBigIsRemembered() throws IOException {
        try (FakeAgent agent =
                agent(SnmpVersion.V2C)
                        .behave((self, request) ->
                                request.size() > 20
                                        ? List.of(FakeAgent.error(request, PDU.tooBig, 0))
                                        : withUpTime(self, request))) {
            List<Oid> oids = IntStream.rangeClosed(1, 59).mapToObj(ONE.parent()::append).toList();
            JobProbe poll = JobProbe.run(poll(times(2), oids, agent.target()));
            assertThat(poll.samples).hasSize(2).allMatch(s -> s.varBinds().size() == 59);
            // 60 tooBig, 30 tooBig, four of 15; then four of 15.
            assertThat(agent.requests)
                    .extracting(PDU::size)
                    .containsExactly(60, 30, 15, 15, 15, 15, 15, 15, 15, 15);
        }
    }

    @Test
    void aReplacementGoesOnWithItsRoundOnTheGrid() throws IOException {
        try (FakeAgent agent = agent(SnmpVersion.V2C)) {
            JobProbe poll =
                    JobProbe.start(
                                    poll(times(9), List.of(ONE), agent.target()),
                                    StartPoint.ofRound(6, -30_000_000))
                            .awaitEnd();
            assertThat(roundsOf(poll, 0)).containsExactly(6L, 7L, 8L);
            assertThat(poll.gaps).isEmpty();
        }
    }

    @Test
    void whoComesLateMakesOneRoundAndAGap() throws IOException {
        try (FakeAgent agent = agent(SnmpVersion.V2C)) {
            JobProbe poll =
                    JobProbe.start(
                                    poll(
                                            new Schedule(Duration.ofMillis(100), 12),
                                            List.of(ONE),
                                            agent.target()),
                                    StartPoint.ofRound(0, -1_050_000_000L))
                            .awaitEnd();
            assertThat(roundsOf(poll, 0)).containsExactly(10L, 11L);
            assertThat(poll.gaps).containsExactly("paused");
            // From when the first of them was due.
            assertThat(poll.gapLengths.getFirst()).isGreaterThan(Duration.ofMillis(1_040));
        }
    }

    @Test
    void aShortDelayCostsNoRound() throws IOException {
        try (FakeAgent agent = agent(SnmpVersion.V2C)) {
            JobProbe poll =
                    JobProbe.start(
                                    poll(
                                            new Schedule(Duration.ofMillis(200), 6),
                                            List.of(ONE),
                                            agent.target()),
                                    StartPoint.ofRound(0, -500_000_000L))
                            .awaitEnd();
            assertThat(roundsOf(poll, 0)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
            assertThat(poll.gaps).isEmpty();
        }
    }

    @Test
    void aPollWithoutEndEndsWhenCancelled() throws IOException {
        try (FakeAgent agent = agent(SnmpVersion.V2C)) {
            JobProbe poll = JobProbe.start(poll(times(0), List.of(ONE), agent.target()));
            poll.awaitSamples(5);
            poll.jobs.cancel(poll);
            poll.awaitEnd().assertFinished();
        }
    }

    @Test
    void manyTargetsAreAllAsked() throws IOException {
        try (FakeAgent agent = agent(SnmpVersion.V2C)) {
            Target[] targets = new Target[500];
            for (int i = 0; i < targets.length; i++) {
                targets[i] =
                        new Target(
                                "127.0.0.1",
                                agent.target().port(),
                                agent.target().credential(),
                                Duration.ofSeconds(2),
                                1);
            }
            JobProbe poll = JobProbe.run(poll(times(1), List.of(ONE), targets));
            assertThat(poll.samples).hasSize(500).allMatch(s -> s.failure().isEmpty());
            assertThat(poll.samples.stream().map(Sample::target).distinct()).hasSize(500);
        }
    }

    /** One agent under many names, as far as a poll can tell. */
    private static Target[] times(FakeAgent agent, int count) {
        Target[] targets = new Target[count];
        Arrays.fill(targets, agent.target());
        return targets;
    }

    @Test
    void theFirstRoundIsAskedAtOnceHoweverLongTheOthersAre() throws IOException {
        try (FakeAgent agent = agent(SnmpVersion.V2C)) {
            Schedule minutes = new Schedule(Duration.ofMinutes(2), 1);
            JobProbe poll = JobProbe.run(poll(minutes, List.of(ONE), times(agent, 60)));
            assertThat(poll.samples).hasSize(60).allMatch(s -> s.failure().isEmpty());
        }
    }

    /** Whether no target was asked before its place in the spread of 200 ms, 50 ms for ten. */
    private static void assertSpread(JobProbe poll, long round, Instant begin) {
        assertThat(poll.samples)
                .filteredOn(sample -> sample.round() == round)
                .hasSize(40)
                .allSatisfy(sample ->
                        assertThat(sample.time())
                                .isAfterOrEqualTo(begin.plusMillis(50L * (sample.target() / 10))));
    }

    @Test
    void theNextRoundsAreSpreadAndEachTargetKeepsItsPlace() throws IOException {
        try (FakeAgent agent = agent(SnmpVersion.V2C)) {
            Schedule schedule = new Schedule(Duration.ofMillis(400), 3, 1_000, true);
            Instant begin = Instant.now();
            JobProbe poll = JobProbe.run(poll(schedule, List.of(ONE), times(agent, 40)));
            assertSpread(poll, 1, begin.plusMillis(400));
            assertSpread(poll, 2, begin.plusMillis(800));
        }
    }

    @Test
    void aReplacementSpreadsItsFirstRoundToo() throws IOException {
        try (FakeAgent agent = agent(SnmpVersion.V2C)) {
            JobSpec.Poll spec =
                    poll(
                            new Schedule(Duration.ofMillis(400), 7, 1_000, true),
                            List.of(ONE),
                            times(agent, 40));
            Instant begin = Instant.now();
            JobProbe poll = JobProbe.start(spec, StartPoint.ofRound(6, 0)).awaitEnd();
            assertSpread(poll, 6, begin);
        }
    }

    /** How many rounds a target's gaps tell of. */
    private static long missed(JobProbe poll, int target, String reason) {
        return poll.gapsOfOne.stream()
                .filter(gap -> gap.target() == target)
                .peek(gap -> assertThat(gap.reason()).isEqualTo(reason))
                .mapToLong(gap -> 1 + Duration.between(gap.from(), gap.to()).dividedBy(PERIOD))
                .sum();
    }

    @Test
    void aTargetSlowerThanFourRoundsSaysWhichItMissed() throws IOException {
        // The first request is answered when it comes again, after seven and a half rounds.
        try (FakeAgent good = agent(SnmpVersion.V2C);
                FakeAgent slow =
                        agent(SnmpVersion.V2C)
                                .behave((self, request) ->
                                        self.requests.size() == 1
                                                ? List.of()
                                                : withUpTime(self, request))) {
            JobProbe poll =
                    JobProbe.run(
                            poll(
                                    new Schedule(PERIOD, 8),
                                    List.of(ONE),
                                    slow.target(Duration.ofMillis(1500), 1),
                                    good.target()));
            assertThat(poll.samples).allMatch(s -> s.failure().isEmpty());
            long missed = missed(poll, 0, "slow answer");
            assertThat(missed).isPositive();
            assertThat(roundsOf(poll, 0)).doesNotHaveDuplicates().isSorted();
            assertThat(roundsOf(poll, 0).size() + missed).isEqualTo(8);
            assertThat(roundsOf(poll, 0)).startsWith(0L).doesNotContain(1L, 2L, 3L);
            assertThat(missed(poll, 1, "slow answer")).isZero();
            assertThat(poll.gaps).isEmpty();
        }
    }

    @Test
    void aSilentTargetSaysWhichRoundsItMissed() throws IOException {
        try (FakeAgent silent = agent(SnmpVersion.V2C).behave((self, request) -> List.of())) {
            JobProbe poll =
                    JobProbe.run(
                            poll(
                                    new Schedule(PERIOD, 6),
                                    List.of(ONE),
                                    silent.target(Duration.ofMillis(900), 0)));
            long missed = missed(poll, 0, "no answer");
            assertThat(missed).isPositive();
            assertThat(roundsOf(poll, 0).size() + missed).isEqualTo(6);
        }
    }
}
