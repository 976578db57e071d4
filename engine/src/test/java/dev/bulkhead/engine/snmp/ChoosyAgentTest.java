package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.VariableBinding;

/** Agents that answer some kinds of requests only, or not as they should. */
class ChoosyAgentTest {
    private static final Oid TABLE = Oid.parse("1.3.6.1.4.1.1.1");
    private static final Oid COLUMN = TABLE.append(1);
    private static final Duration TIMEOUT = Duration.ofMillis(200);

    private static FakeAgent agent(FakeAgent.Script script) throws IOException {
        return FakeAgent.table(SnmpVersion.V2C, 3, 20).behave(script);
    }

    private static Target impatient(FakeAgent agent) {
        return agent.target(TIMEOUT, 1);
    }

    private static JobProbe get(Target target, int count) {
        List<Oid> names = IntStream.rangeClosed(1, count).mapToObj(COLUMN::append).toList();
        return JobProbe.run(new JobSpec.Get(target, new JobSpec.Get.Mode.Exact(), names));
    }

    private static JobProbe walk(Target target) {
        return JobProbe.run(new JobSpec.Walk(target, List.of(TABLE), WalkOptions.DEFAULT));
    }

    private static void assertFirst(JobProbe get, int count) {
        get.assertFinished();
        assertThat(get.varBinds())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, count)
                                .mapToObj(i ->
                                        new VarBind(
                                                COLUMN.append(i), new SmiValue.Integer32(1000 + i)))
                                .toList());
    }

    @Test
    void oneThatDropsRequestsWithSeveralVariablesIsAskedForEach() throws IOException {
        try (FakeAgent agent =
                agent((self, request) ->
                        request.size() > 1 ? List.of() : List.of(self.answer(request)))) {
            assertFirst(get(impatient(agent), 5), 5);
            assertThat(agent.requests).extracting(PDU::size).containsExactly(5, 5, 1, 1, 1, 1, 1);
        }
    }

    @Test
    void whatAPollFindsOutIsRemembered() throws IOException {
        try (FakeAgent agent =
                agent((self, request) ->
                        request.size() > 1 ? List.of() : List.of(self.answer(request)))) {
            JobSpec.Poll.Item item =
                    new JobSpec.Poll.Item(
                            impatient(agent), List.of(COLUMN.append(1), COLUMN.append(2)));
            JobProbe poll =
                    JobProbe.run(
                            new JobSpec.Poll(
                                    List.of(item), new Schedule(Duration.ofSeconds(1), 3)));
            assertThat(poll.samples).hasSize(3).allMatch(s -> s.varBinds().size() == 2);
            assertThat(agent.requests.stream().filter(request -> request.size() > 1)).hasSize(2);
        }
    }

    @Test
    void oneThatDropsGetBulkIsWalkedByGetNext() throws IOException {
        try (FakeAgent agent =
                agent((self, request) ->
                        request.getType() == PDU.GETBULK
                                ? List.of()
                                : List.of(self.answer(request)))) {
            JobProbe walk = walk(impatient(agent));
            walk.assertFinished();
            assertThat(walk.names()).hasSize(60).doesNotHaveDuplicates();
            assertThat(agent.requests.stream().filter(r -> r.getType() == PDU.GETBULK)).hasSize(2);
        }
    }

    @Test
    void aTableOfOneThatAnswersOneVariableByGetNextOnlyIsWhole() throws IOException {
        try (FakeAgent agent =
                agent((self, request) ->
                        request.getType() == PDU.GETBULK || request.size() > 1
                                ? List.of()
                                : List.of(self.answer(request)))) {
            List<Oid> columns = List.of(TABLE.append(1), TABLE.append(2), TABLE.append(3));
            JobProbe table =
                    JobProbe.run(new JobSpec.Table(impatient(agent), columns, WalkOptions.DEFAULT));
            table.assertFinished();
            assertThat(table.names()).hasSize(60).doesNotHaveDuplicates();
        }
    }

    @Test
    void genErrAndEmptyAnswersToGetBulkMeanGetNext() throws IOException {
        try (FakeAgent agent =
                agent((self, request) ->
                        List.of(
                                request.getType() == PDU.GETBULK
                                        ? FakeAgent.error(request, PDU.genErr, 1)
                                        : self.answer(request)))) {
            JobProbe walk = walk(impatient(agent));
            walk.assertFinished();
            assertThat(walk.names()).hasSize(60);
        }
        try (FakeAgent agent =
                agent((self, request) ->
                        List.of(
                                request.getType() == PDU.GETBULK
                                        ? FakeAgent.response(request)
                                        : self.answer(request)))) {
            JobProbe walk = walk(impatient(agent));
            walk.assertFinished();
            assertThat(walk.names()).hasSize(60);
        }
    }

    @Test
    void aSilentOneIsATimeoutInTheUsualTimeAndOneDatagramMore() throws IOException {
        try (FakeAgent agent = agent((self, request) -> List.of())) {
            JobProbe get = get(impatient(agent), 5);
            assertThat(get.failure())
                    .isEqualTo(
                            new Failure.Timeout(
                                    agent.target().address(), TIMEOUT.multipliedBy(2), 1));
            assertThat(agent.requests).extracting(PDU::size).containsExactly(5, 5, 1);
        }
    }

    @Test
    void aLostAnswerDoesNotMakeAnAgentChoosy() throws IOException {
        try (FakeAgent agent =
                agent((self, request) ->
                        self.requests.size() < 2 ? List.of() : List.of(self.answer(request)))) {
            assertFirst(get(impatient(agent), 5), 5);
            assertThat(agent.requests).extracting(PDU::size).startsWith(5, 5);
        }
    }

    @Test
    void valuesAreTakenByTheirNames() throws IOException {
        try (FakeAgent agent =
                agent((self, request) -> {
                    PDU answer = self.answer(request);
                    List<VariableBinding> all = new ArrayList<>(answer.getAll());
                    Collections.reverse(all);
                    PDU reversed = FakeAgent.response(request);
                    all.forEach(reversed::add);
                    return List.of(reversed);
                })) {
            assertFirst(get(agent.target(), 5), 5);
            assertThat(agent.requests).hasSize(1);
        }
    }

    @Test
    void whatAnAnswerLacksIsAskedForAgain() throws IOException {
        try (FakeAgent agent =
                agent((self, request) -> {
                    PDU first = FakeAgent.response(request);
                    first.add(self.answer(request).get(0));
                    return List.of(first);
                })) {
            assertFirst(get(agent.target(), 5), 5);
            assertThat(agent.requests).extracting(PDU::size).containsExactly(5, 1, 1, 1, 1);
        }
    }

    @Test
    void oneVariableWithAnErrorDoesNotCostTheOthers() throws IOException {
        try (FakeAgent agent =
                agent((self, request) -> {
                    for (int i = 0; i < request.size(); i++) {
                        if (request.get(i).getOid().last() == 3) {
                            return List.of(FakeAgent.error(request, PDU.authorizationError, i + 1));
                        }
                    }
                    return List.of(self.answer(request));
                })) {
            JobProbe get = get(agent.target(), 5);
            assertThat(get.varBinds()).hasSize(4);
            assertThat(get.failure().message())
                    .contains("authorizationError")
                    .contains(COLUMN.append(3).toDottedString());
        }
    }

    @Test
    void anAgentThatAlwaysFailsIsNotAskedForEver() throws IOException {
        try (FakeAgent agent =
                agent((self, request) -> List.of(FakeAgent.error(request, PDU.genErr, 1)))) {
            JobProbe get = get(agent.target(), 20);
            assertThat(get.failure()).isInstanceOf(Failure.ErrorResponse.class);
            assertThat(agent.requests).hasSizeLessThanOrEqualTo(10);
        }
    }

    @Test
    void aWalkGoesOnBehindAHole() throws IOException {
        try (FakeAgent agent =
                agent((self, request) -> {
                    PDU answer = self.answer(request);
                    PDU holed = FakeAgent.response(request);
                    answer.getAll()
                            .forEach(each ->
                                    holed.add(
                                            each.getOid().last() == 7
                                                    ? new VariableBinding(
                                                            each.getOid(), Null.noSuchInstance)
                                                    : each));
                    return List.of(holed);
                })) {
            JobProbe walk = walk(agent.target());
            walk.assertFinished();
            assertThat(walk.names()).hasSize(57);
            assertThat(walk.varBinds()).noneMatch(v -> v.value() instanceof Marker);
            List<Oid> columns = List.of(TABLE.append(1), TABLE.append(2));
            JobProbe table =
                    JobProbe.run(new JobSpec.Table(agent.target(), columns, WalkOptions.DEFAULT));
            table.assertFinished();
            assertThat(table.names()).hasSize(38);
        }
    }

    @Test
    void aRootThatMayNotBeReadDoesNotCostTheNext() throws IOException {
        try (FakeAgent agent =
                agent((self, request) ->
                        List.of(
                                request.get(0).getOid().get(8) == 2
                                        ? FakeAgent.error(request, PDU.authorizationError, 1)
                                        : self.answer(request)))) {
            List<Oid> roots = List.of(TABLE.append(1), TABLE.append(2), TABLE.append(3));
            JobProbe walk =
                    JobProbe.run(
                            new JobSpec.Walk(
                                    agent.target(),
                                    roots,
                                    WalkOptions.DEFAULT.withMaxRepetitions(5)));
            assertThat(walk.names()).hasSize(40);
            assertThat(walk.failure().message()).contains("authorizationError");
        }
    }

    @Test
    void samplesOfAPollKeepTheirPlaces() throws IOException {
        try (FakeAgent agent =
                agent((self, request) ->
                        request.size() > 1 ? List.of() : List.of(self.answer(request)))) {
            JobSpec.Poll.Item item =
                    new JobSpec.Poll.Item(
                            impatient(agent), List.of(COLUMN.append(9), COLUMN.append(2)));
            JobProbe poll =
                    JobProbe.run(
                            new JobSpec.Poll(
                                    List.of(item), new Schedule(Duration.ofSeconds(1), 1)));
            assertThat(poll.samples)
                    .flatExtracting(Sample::varBinds)
                    .extracting(VarBind::name)
                    .containsExactly(COLUMN.append(9), COLUMN.append(2));
        }
    }
}
