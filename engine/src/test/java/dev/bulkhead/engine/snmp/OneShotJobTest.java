package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

class OneShotJobTest {
    private static final Oid ONE = Oid.parse("1.3.6.1.4.1.1.1.1.1");
    private static final Oid TWO = Oid.parse("1.3.6.1.4.1.1.1.1.2");
    private static final Oid MISSING = Oid.parse("1.3.6.1.4.1.1.1.1.999");

    private static JobProbe get(FakeAgent agent, JobSpec.Get.Mode mode, Oid... oids) {
        return JobProbe.run(new JobSpec.Get(agent.target(), mode, List.of(oids)));
    }

    private static JobProbe get(FakeAgent agent, Oid... oids) {
        return get(agent, new JobSpec.Get.Mode.Exact(), oids);
    }

    private static FakeAgent agent(SnmpVersion version) throws IOException {
        return FakeAgent.table(version, 1, 100);
    }

    @Test
    void getGivesValuesAndExceptionsInTheOrderAsked() throws IOException {
        try (FakeAgent agent = agent(SnmpVersion.V2C)) {
            JobProbe get = get(agent, TWO, MISSING, ONE);
            get.assertFinished();
            assertThat(get.varBinds())
                    .containsExactly(
                            new VarBind(TWO, new SmiValue.Integer32(1002)),
                            new VarBind(MISSING, Marker.NO_SUCH_OBJECT),
                            new VarBind(ONE, new SmiValue.Integer32(1001)));
        }
    }

    @Test
    void getNextAndGetBulkAskAsTold() throws IOException {
        try (FakeAgent agent = agent(SnmpVersion.V2C)) {
            assertThat(get(agent, new JobSpec.Get.Mode.Next(), ONE).names())
                    .containsExactly(TWO.toString());
            assertThat(get(agent, new JobSpec.Get.Mode.Bulk(0, 3), ONE).names()).hasSize(3);
            assertThat(agent.requests.getLast().getMaxRepetitions()).isEqualTo(3);
        }
    }

    @Test
    void getBulkOfV1IsAProblemOfOurs() throws IOException {
        try (FakeAgent agent = agent(SnmpVersion.V1)) {
            assertThat(get(agent, new JobSpec.Get.Mode.Bulk(0, 3), ONE).failure())
                    .isInstanceOf(Failure.LocalProblem.class);
            assertThat(agent.requests).isEmpty();
        }
    }

    @Test
    void aV1AgentsMissingNameKeepsTheOthers() throws IOException {
        try (FakeAgent agent = agent(SnmpVersion.V1)) {
            JobProbe get = get(agent, ONE, MISSING, TWO);
            assertThat(get.names()).containsExactly(ONE.toString(), TWO.toString());
            assertThat(get.failure())
                    .isEqualTo(
                            new Failure.ErrorResponse(
                                    agent.target().address(),
                                    ErrorStatus.NO_SUCH_NAME,
                                    2,
                                    Optional.of(MISSING)));
        }
    }

    @Test
    void aNameAsLongAsADatagramIsNotTold() throws IOException {
        int[] subIdentifiers = new int[1_000];
        subIdentifiers[0] = 1;
        OID endless = new OID(subIdentifiers);
        try (FakeAgent agent =
                agent(SnmpVersion.V2C)
                        .behave((self, request) -> {
                            PDU answer = FakeAgent.response(request);
                            answer.add(new VariableBinding(endless, new Integer32(1)));
                            return List.of(answer);
                        })) {
            assertThat(get(agent, ONE).failure().message())
                    .contains("a name of 1000 sub-identifiers")
                    .hasSizeLessThan(200);
        }
    }

    @Test
    void tooBigIsAskedForInParts() throws IOException {
        try (FakeAgent agent =
                agent(SnmpVersion.V2C)
                        .behave((self, request) ->
                                List.of(
                                        request.size() > 8
                                                ? FakeAgent.error(request, PDU.tooBig, 0)
                                                : self.answer(request)))) {
            Oid[] many =
                    IntStream.rangeClosed(1, 90).mapToObj(ONE.parent()::append).toArray(Oid[]::new);
            JobProbe get = get(agent, many);
            get.assertFinished();
            assertThat(get.names())
                    .containsExactlyElementsOf(Stream.of(many).map(Oid::toString).toList());
        }
    }

    @Test
    void anAnswerWithFewerVariablesIsCompleted() throws IOException {
        try (FakeAgent agent =
                agent(SnmpVersion.V2C)
                        .behave((self, request) -> {
                            PDU answer = self.answer(request);
                            while (answer.size() > 1) {
                                answer.remove(answer.size() - 1);
                            }
                            return List.of(answer);
                        })) {
            JobProbe get = get(agent, ONE, TWO);
            get.assertFinished();
            assertThat(get.names()).containsExactly(ONE.toString(), TWO.toString());
        }
    }

    @Test
    void aValueUnderAnotherNameIsNotTaken() throws IOException {
        try (FakeAgent agent =
                agent(SnmpVersion.V2C)
                        .behave((self, request) -> {
                            PDU answer = FakeAgent.response(request);
                            answer.add(FakeAgent.varBind("1.3.6.1.4.1.1.1.1.7", 7));
                            return List.of(answer);
                        })) {
            JobProbe get = get(agent, ONE);
            assertThat(get.samples).isEmpty();
            assertThat(get.failure()).isInstanceOf(Failure.BadAnswer.class);
        }
    }

    @Test
    void anAnswerToAnotherRequestIsIgnored() throws IOException {
        try (FakeAgent agent =
                agent(SnmpVersion.V2C)
                        .behave((self, request) -> {
                            PDU foreign = self.answer(request);
                            foreign.setRequestID(
                                    new Integer32(request.getRequestID().getValue() + 1));
                            foreign.set(0, FakeAgent.varBind(ONE.toString(), 666));
                            return List.of(foreign, self.answer(request));
                        })) {
            assertThat(get(agent, ONE).varBinds())
                    .containsExactly(new VarBind(ONE, new SmiValue.Integer32(1001)));
        }
    }

    @Test
    void anAnswerFromAnotherPortIsNone() throws IOException {
        try (FakeAgent agent = agent(SnmpVersion.V2C).replyFromElsewhere()) {
            JobProbe get =
                    JobProbe.run(
                            new JobSpec.Get(
                                    agent.target(Duration.ofMillis(300), 0),
                                    new JobSpec.Get.Mode.Exact(),
                                    List.of(ONE)));
            assertThat(get.samples).isEmpty();
            assertThat(get.failure()).isInstanceOf(Failure.Timeout.class);
        }
    }

    @Test
    void silenceIsATimeoutAfterAllRetries() throws IOException {
        try (FakeAgent agent = agent(SnmpVersion.V2C).behave((self, request) -> List.of())) {
            Target target = agent.target(Duration.ofMillis(50), 2);
            JobProbe get =
                    JobProbe.run(
                            new JobSpec.Get(target, new JobSpec.Get.Mode.Exact(), List.of(ONE)));
            assertThat(get.failure())
                    .isEqualTo(new Failure.Timeout(target.address(), Duration.ofMillis(150), 2));
            assertThat(agent.requests).hasSize(3);
            assertThat(agent.requests)
                    .extracting(request -> request.getRequestID().getValue())
                    .containsOnly(agent.requests.getFirst().getRequestID().getValue());
            assertThat(get.jobs.counts().retryCount()).isEqualTo(2);
            assertThat(get.jobs.counts().requestCount()).isEqualTo(1);
        }
    }

    @Test
    void aLateAnswerToTheFirstTryCounts() throws IOException {
        try (FakeAgent agent =
                agent(SnmpVersion.V2C)
                        .behave((self, request) ->
                                self.requests.size() == 1
                                        ? List.of()
                                        : List.of(self.answer(request)))) {
            Target target = agent.target(Duration.ofMillis(50), 1);
            JobProbe.run(new JobSpec.Get(target, new JobSpec.Get.Mode.Exact(), List.of(ONE)))
                    .assertFinished();
        }
    }

    @Test
    void aClosedPortIsToldAtOnce() throws IOException {
        FakeAgent agent = agent(SnmpVersion.V2C);
        Target target = agent.target(Duration.ofSeconds(8), 1);
        agent.close();
        JobProbe get =
                JobProbe.run(new JobSpec.Get(target, new JobSpec.Get.Mode.Exact(), List.of(ONE)));
        assertThat(get.failure())
                .isEqualTo(
                        new Failure.Unreachable(
                                target.address(), "no program listens at this port"));
    }

    @Test
    void aNameThatDoesNotResolveIsToldSo() throws IOException {
        try (FakeAgent agent = agent(SnmpVersion.V2C)) {
            Target nowhere =
                    new Target(
                            "nowhere.invalid",
                            161,
                            agent.target().credential(),
                            Duration.ofSeconds(1),
                            0);
            assertThat(
                            JobProbe.run(
                                            new JobSpec.Get(
                                                    nowhere,
                                                    new JobSpec.Get.Mode.Exact(),
                                                    List.of(ONE)))
                                    .failure())
                    .isEqualTo(new Failure.UnknownHost("nowhere.invalid"));
        }
    }

    @Test
    void aRefusedSetNamesTheVariable() throws IOException {
        try (FakeAgent agent =
                agent(SnmpVersion.V2C)
                        .behave((self, request) ->
                                List.of(FakeAgent.error(request, PDU.notWritable, 2)))) {
            JobProbe set =
                    JobProbe.run(
                            new JobSpec.Set(
                                    agent.target(),
                                    List.of(
                                            new VarBind(ONE, new SmiValue.Integer32(1)),
                                            new VarBind(TWO, new SmiValue.Gauge32(2)))));
            assertThat(set.failure())
                    .isEqualTo(
                            new Failure.ErrorResponse(
                                    agent.target().address(),
                                    ErrorStatus.NOT_WRITABLE,
                                    2,
                                    Optional.of(TWO)));
            assertThat(agent.requests).hasSize(1);
        }
    }

    @Test
    void anErrorStatusThatNoRfcKnowsIsABadAnswer() throws IOException {
        try (FakeAgent agent =
                agent(SnmpVersion.V2C)
                        .behave((self, request) -> List.of(FakeAgent.error(request, 77, 0)))) {
            assertThat(get(agent, ONE).failure()).isInstanceOf(Failure.BadAnswer.class);
        }
    }
}
