package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.StartPoint;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.mibs.smi.Oid;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.snmp4j.PDU;
import org.snmp4j.smi.OID;

class WalkJobTest {
    private static final Oid TABLE = Oid.parse("1.3.6.1.4.1.1.1");
    private static final WalkOptions TEN = WalkOptions.DEFAULT.withMaxRepetitions(10);

    private static JobProbe walk(FakeAgent agent, WalkOptions options, Oid... roots) {
        return JobProbe.run(new JobSpec.Walk(agent.target(), List.of(roots), options));
    }

    @ParameterizedTest
    @CsvSource({"V1, 10", "V2C, 0", "V2C, 1", "V2C, 7", "V2C, 500"})
    void aWalkGivesAllInOrder(SnmpVersion version, int repetitions) throws IOException {
        try (FakeAgent agent = FakeAgent.table(version, 3, 20)) {
            agent.variables.put(new OID("1.3.6.1.4.1.2.0"), 0);
            JobProbe walk = walk(agent, WalkOptions.DEFAULT.withMaxRepetitions(repetitions), TABLE);
            walk.assertFinished();
            assertThat(walk.names())
                    .hasSize(60)
                    .startsWith("1.3.6.1.4.1.1.1.1.1")
                    .endsWith("1.3.6.1.4.1.1.1.3.20");
            assertThat(walk.varBinds()).isSortedAccordingTo((a, b) -> a.name().compareTo(b.name()));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SnmpVersion.class,
            names = {"V1", "V2C"})
    void walkStopsAtEndOfMibView(SnmpVersion version) throws IOException {
        try (FakeAgent agent = FakeAgent.table(version, 1, 5)) {
            JobProbe walk = walk(agent, TEN, Oid.of(1, 3));
            walk.assertFinished();
            assertThat(walk.names()).hasSize(5);
        }
    }

    @Test
    void aV1AgentIsNeverAskedByGetBulk() throws IOException {
        try (FakeAgent agent = FakeAgent.table(SnmpVersion.V1, 1, 5)) {
            walk(agent, TEN, TABLE);
            assertThat(agent.requests).extracting(PDU::getType).containsOnly(PDU.GETNEXT);
        }
    }

    @Test
    void aRootThatIsAnInstanceIsGot() throws IOException {
        try (FakeAgent agent = FakeAgent.table(SnmpVersion.V2C, 2, 2)) {
            JobProbe walk = walk(agent, TEN, TABLE.append(Oid.of(1, 2)));
            walk.assertFinished();
            assertThat(walk.names()).containsExactly("1.3.6.1.4.1.1.1.1.2");
        }
    }

    @Test
    void rootsAreWalkedOneAfterTheOther() throws IOException {
        try (FakeAgent agent = FakeAgent.table(SnmpVersion.V2C, 3, 2)) {
            JobProbe walk = walk(agent, TEN, TABLE.append(3), TABLE.append(1));
            walk.assertFinished();
            assertThat(walk.names())
                    .containsExactly(
                            "1.3.6.1.4.1.1.1.3.1",
                            "1.3.6.1.4.1.1.1.3.2",
                            "1.3.6.1.4.1.1.1.1.1",
                            "1.3.6.1.4.1.1.1.1.2");
            assertThat(walk.rootsDone).isEqualTo(2);
        }
    }

    @Test
    void aWalkGoesOnWhereAnotherWorkerStopped() throws IOException {
        try (FakeAgent agent = FakeAgent.table(SnmpVersion.V2C, 2, 30)) {
            StartPoint start =
                    new StartPoint(0, 0, 1, Optional.of(TABLE.append(Oid.of(2, 10))), 40);
            JobProbe walk =
                    JobProbe.start(
                                    new JobSpec.Walk(
                                            agent.target(),
                                            List.of(TABLE.append(1), TABLE.append(2)),
                                            TEN),
                                    start)
                            .awaitEnd();
            walk.assertFinished();
            assertThat(walk.names()).hasSize(20).startsWith("1.3.6.1.4.1.1.1.2.11");
        }
    }

    @Test
    void anOidThatDoesNotIncreaseEndsAStrictWalk() throws IOException {
        try (FakeAgent agent = loopingAgent()) {
            JobProbe walk = walk(agent, TEN.withMaxRepetitions(0), TABLE);
            assertThat(walk.failure())
                    .isEqualTo(
                            new Failure.NotIncreasing(
                                    agent.target().address(),
                                    TABLE.append(Oid.of(1, 5)),
                                    TABLE.append(Oid.of(1, 3))));
            assertThat(walk.names()).hasSize(5);
        }
    }

    /** After instance 5 of column 1 it gives instance 3 again, for ever. */
    private static FakeAgent loopingAgent() throws IOException {
        return FakeAgent.table(SnmpVersion.V2C, 1, 8)
                .behave((self, request) -> {
                    PDU answer = self.answer(request);
                    if (answer.get(0).getOid().last() == 6) {
                        answer.set(0, FakeAgent.varBind("1.3.6.1.4.1.1.1.1.3", 3));
                    }
                    return List.of(answer);
                });
    }

    @Test
    void aTolerantWalkEndsWhenAnOidComesAgain() throws IOException {
        try (FakeAgent agent = loopingAgent()) {
            WalkOptions tolerant = new WalkOptions(0, false, 10_000, Duration.ZERO);
            JobProbe walk = walk(agent, tolerant, TABLE);
            assertThat(walk.failure()).isInstanceOf(Failure.NotIncreasing.class);
            assertThat(walk.names()).hasSizeBetween(6, 20);
        }
    }

    @Test
    void aTolerantWalkGoesOnAfterADisorder() throws IOException {
        try (FakeAgent agent =
                FakeAgent.table(SnmpVersion.V2C, 1, 8)
                        .behave((self, request) -> {
                            // Order 1, 2, 5, 3, 4, 6: 5 follows 2, 3 follows 5, 6 follows 4.
                            long last = request.get(0).getOid().lastUnsigned();
                            int next =
                                    request.get(0).getOid().size() < 10
                                            ? 1
                                            : switch ((int) last) {
                                                case 1 -> 2;
                                                case 2 -> 5;
                                                case 5 -> 3;
                                                case 3 -> 4;
                                                case 4 -> 6;
                                                default -> 0;
                                            };
                            PDU answer = FakeAgent.response(request);
                            answer.add(
                                    next == 0
                                            ? FakeAgent.varBind("1.3.9", 0)
                                            : FakeAgent.varBind("1.3.6.1.4.1.1.1.1." + next, next));
                            return List.of(answer);
                        })) {
            JobProbe walk = walk(agent, new WalkOptions(0, false, 100, Duration.ZERO), TABLE);
            walk.assertFinished();
            assertThat(walk.names())
                    .extracting(name -> name.substring(name.length() - 1))
                    .containsExactly("1", "2", "5", "3", "4", "6");
        }
    }

    @Test
    void emptyAnswersToBulkAndNextEndTheWalk() throws IOException {
        try (FakeAgent agent =
                FakeAgent.table(SnmpVersion.V2C, 1, 30)
                        .behave((self, request) ->
                                List.of(
                                        self.requests.size() < 3
                                                ? self.answer(request)
                                                : FakeAgent.response(request)))) {
            JobProbe walk = walk(agent, TEN, TABLE);
            assertThat(walk.failure()).isInstanceOf(Failure.BadAnswer.class);
            assertThat(walk.names()).hasSize(20);
            // The last one by GETNEXT: the agent may have no GETBULK.
            assertThat(agent.requests)
                    .extracting(PDU::getType)
                    .containsExactly(PDU.GETBULK, PDU.GETBULK, PDU.GETBULK, PDU.GETNEXT);
        }
    }

    @Test
    void tooBigHalvesTheRepetitions() throws IOException {
        try (FakeAgent agent =
                FakeAgent.table(SnmpVersion.V2C, 1, 40)
                        .behave((self, request) ->
                                List.of(
                                        request.getType() == PDU.GETBULK
                                                        && request.getMaxRepetitions() > 3
                                                ? FakeAgent.error(request, PDU.tooBig, 0)
                                                : self.answer(request)))) {
            JobProbe walk = walk(agent, WalkOptions.DEFAULT.withMaxRepetitions(25), TABLE);
            walk.assertFinished();
            assertThat(walk.names()).hasSize(40);
            assertThat(agent.requests.subList(0, 4))
                    .extracting(PDU::getMaxRepetitions)
                    .containsExactly(25, 12, 6, 3);
        }
    }

    @Test
    void moreIsAskedForWhileAnswersComeWhole() throws IOException {
        try (FakeAgent agent = FakeAgent.table(SnmpVersion.V2C, 1, 400)) {
            JobProbe walk = walk(agent, WalkOptions.DEFAULT, TABLE);
            walk.assertFinished();
            assertThat(walk.names()).hasSize(400);
            assertThat(agent.requests)
                    .extracting(PDU::getMaxRepetitions)
                    .startsWith(25, 50, 100, 200);
        }
    }

    @Test
    void repetitionsThatTheUserGaveStayAsTheyAre() throws IOException {
        try (FakeAgent agent = FakeAgent.table(SnmpVersion.V2C, 1, 100)) {
            walk(agent, TEN, TABLE).assertFinished();
            assertThat(agent.requests).extracting(PDU::getMaxRepetitions).containsOnly(10);
        }
    }

    @Test
    void largerAnswersThatGetLostAreNotAskedForAgain() throws IOException {
        try (FakeAgent agent =
                FakeAgent.table(SnmpVersion.V2C, 1, 200)
                        .behave((self, request) ->
                                request.getMaxRepetitions() > 50
                                        ? List.of()
                                        : List.of(self.answer(request)))) {
            JobProbe walk = walk(agent, WalkOptions.DEFAULT, TABLE);
            walk.assertFinished();
            assertThat(walk.names()).hasSize(200);
            List<Integer> asked =
                    agent.requests.stream().map(PDU::getMaxRepetitions).distinct().toList();
            assertThat(asked).containsExactly(25, 50, 100);
            assertThat(agent.requests.getLast().getMaxRepetitions()).isEqualTo(25);
        }
    }

    @Test
    void agentThatAnswersFewerRowsIsAskedForNoMore() throws IOException {
        try (FakeAgent agent =
                FakeAgent.table(SnmpVersion.V2C, 1, 300)
                        .behave((self, request) -> {
                            PDU answer = self.answer(request);
                            while (answer.size() > 40) {
                                answer.remove(answer.size() - 1);
                            }
                            return List.of(answer);
                        })) {
            JobProbe walk = walk(agent, WalkOptions.DEFAULT, TABLE);
            walk.assertFinished();
            assertThat(walk.names()).hasSize(300);
            assertThat(agent.requests)
                    .extracting(PDU::getMaxRepetitions)
                    .startsWith(25, 50, 40, 40);
        }
    }

    @Test
    void tooBigForOneVariableEndsTheWalk() throws IOException {
        try (FakeAgent agent =
                FakeAgent.table(SnmpVersion.V2C, 1, 4)
                        .behave((self, request) ->
                                List.of(FakeAgent.error(request, PDU.tooBig, 0)))) {
            assertThat(walk(agent, TEN, TABLE).failure())
                    .isInstanceOfSatisfying(
                            Failure.ErrorResponse.class,
                            error -> assertThat(error.status()).isEqualTo(ErrorStatus.TOO_BIG));
        }
    }

    @Test
    void theLimitOfValuesIsKeptExactly() throws IOException {
        try (FakeAgent agent = FakeAgent.table(SnmpVersion.V2C, 1, 40)) {
            JobProbe walk = walk(agent, new WalkOptions(10, true, 17, Duration.ZERO), TABLE);
            assertThat(walk.failure()).isEqualTo(new Failure.LimitReached("17 values"));
            assertThat(walk.names()).hasSize(17);
        }
    }

    @Test
    void theLimitOfTimeEndsAnEndlessWalk() throws IOException {
        AtomicInteger next = new AtomicInteger();
        try (FakeAgent agent =
                new FakeAgent(SnmpVersion.V2C)
                        .behave((self, request) -> {
                            PDU answer = FakeAgent.response(request);
                            answer.add(
                                    FakeAgent.varBind(
                                            "1.3.6.1.4.1.1.1." + next.incrementAndGet(), 1));
                            return List.of(answer);
                        })) {
            WalkOptions options = new WalkOptions(10, true, 0, Duration.ofMillis(100));
            assertThat(walk(agent, options, TABLE).failure())
                    .isEqualTo(new Failure.LimitReached("100 ms"));
        }
    }

    @Test
    void silenceInTheMidstKeepsWhatCame() throws IOException {
        try (FakeAgent agent =
                FakeAgent.table(SnmpVersion.V2C, 1, 40)
                        .behave((self, request) ->
                                self.requests.size() < 3
                                        ? List.of(self.answer(request))
                                        : List.of())) {
            JobProbe walk =
                    JobProbe.run(
                            new JobSpec.Walk(
                                    agent.target(Duration.ofMillis(700), 0), List.of(TABLE), TEN));
            assertThat(walk.failure()).isInstanceOf(Failure.Timeout.class);
            assertThat(walk.names()).hasSize(20);
            assertThat(walk.jobs.counts().timeoutCount()).isEqualTo(1);
        }
    }

    @Test
    void aCancelledWalkEndsWithoutFailure() throws IOException {
        try (FakeAgent agent =
                FakeAgent.table(SnmpVersion.V2C, 1, 5).behave((self, request) -> List.of())) {
            JobProbe walk =
                    JobProbe.start(
                            new JobSpec.Walk(
                                    agent.target(Duration.ofSeconds(20), 0), List.of(TABLE), TEN));
            walk.jobs.cancel(walk);
            walk.awaitEnd().assertFinished();
        }
    }
}
