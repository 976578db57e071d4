package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.StartPoint;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.mibs.smi.Oid;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snmp4j.PDU;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.VariableBinding;

class TableJobTest {
    private static final Oid TABLE = Oid.parse("1.3.6.1.4.1.1.1");

    private static List<Oid> columns(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(TABLE::append).toList();
    }

    private static JobProbe table(FakeAgent agent, int columns, WalkOptions options) {
        return JobProbe.run(new JobSpec.Table(agent.target(), columns(columns), options));
    }

    /** Column and instance of each cell, in order. */
    private static List<String> cells(JobProbe table) {
        return table.names().stream().map(n -> n.substring(TABLE.toString().length() + 1)).toList();
    }

    private static List<String> rowMajor(int columns, int rows) {
        List<String> cells = new ArrayList<>();
        for (int row = 1; row <= rows; row++) {
            for (int column = 1; column <= columns; column++) {
                cells.add(column + "." + row);
            }
        }
        return cells;
    }

    @ParameterizedTest
    @CsvSource({"V1, 3, 10", "V2C, 1, 10", "V2C, 3, 0", "V2C, 3, 4", "V2C, 30, 25", "V2C, 5, 500"})
    void wholeRowsComeInOrder(SnmpVersion version, int columns, int repetitions)
            throws IOException {
        try (FakeAgent agent = FakeAgent.table(version, columns, 23)) {
            agent.variables.put(new OID("1.3.6.1.4.1.2.0"), 0);
            JobProbe table =
                    table(agent, columns, WalkOptions.DEFAULT.withMaxRepetitions(repetitions));
            table.assertFinished();
            assertThat(cells(table)).isEqualTo(rowMajor(columns, 23));
        }
    }

    /** Answers each second request before the one that came before it. */
    private static final class Swapping implements FakeAgent.Script {
        private @Nullable PDU kept;
        private boolean first = true;

        @Override
        public List<PDU> answers(FakeAgent self, PDU request) {
            PDU answer = self.answer(request);
            if (first) {
                first = false;
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20)); // a slow path
                return List.of(answer);
            }
            PDU earlier = kept;
            if (earlier == null) {
                kept = answer;
                return List.of();
            }
            kept = null;
            return List.of(answer, earlier);
        }
    }

    @Test
    void columnsOfASlowAgentAreAskedForAtOnceAndStillComeInRows() throws IOException {
        try (FakeAgent agent = FakeAgent.table(SnmpVersion.V2C, 36, 10).behave(new Swapping())) {
            JobProbe table = table(agent, 36, WalkOptions.DEFAULT);
            table.assertFinished();
            assertThat(cells(table)).isEqualTo(rowMajor(36, 10));
            assertThat(agent.requests).hasSize(3);
        }
    }

    @Test
    void silenceToSeveralRequestsBringsBackOneAtATime() throws IOException {
        boolean[] slow = {true};
        int[] lost = {0};
        try (FakeAgent agent =
                FakeAgent.table(SnmpVersion.V2C, 36, 10)
                        .behave((self, request) -> {
                            if (slow[0]) {
                                slow[0] = false;
                                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                            } else if (lost[0] < 2) {
                                lost[0]++;
                                return List.of();
                            }
                            return List.of(self.answer(request));
                        })) {
            JobProbe table = table(agent, 36, WalkOptions.DEFAULT);
            table.assertFinished();
            assertThat(cells(table)).isEqualTo(rowMajor(36, 10));
        }
    }

    @Test
    void everySampleHoldsWholeRows() throws IOException {
        try (FakeAgent agent = FakeAgent.table(SnmpVersion.V2C, 4, 50)) {
            JobProbe table = table(agent, 4, WalkOptions.DEFAULT);
            assertThat(table.samples).allMatch(sample -> sample.varBinds().size() % 4 == 0);
        }
    }

    @Test
    void sparseColumnsLeaveHoles() throws IOException {
        try (FakeAgent agent = FakeAgent.table(SnmpVersion.V2C, 3, 30)) {
            for (int row = 1; row <= 30; row++) {
                if (row != 7 && row != 29) {
                    agent.variables.remove(new OID("1.3.6.1.4.1.1.1.2." + row));
                }
            }
            agent.variables.remove(new OID("1.3.6.1.4.1.1.1.1.1"));
            List<String> expected = rowMajor(3, 30);
            expected.removeIf(cell ->
                    cell.equals("1.1")
                            || (cell.startsWith("2.")
                                    && !cell.equals("2.7")
                                    && !cell.equals("2.29")));
            JobProbe table = table(agent, 3, WalkOptions.DEFAULT.withMaxRepetitions(4));
            table.assertFinished();
            assertThat(cells(table)).isEqualTo(expected);
        }
    }

    @Test
    void aColumnThatIsNotThereIsLeftOut() throws IOException {
        try (FakeAgent agent = FakeAgent.table(SnmpVersion.V2C, 2, 3)) {
            JobProbe table = table(agent, 4, WalkOptions.DEFAULT);
            table.assertFinished();
            assertThat(cells(table)).isEqualTo(rowMajor(2, 3));
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "5", "7"})
    void anAnswerCutAnywhereIsCompleted(int most) throws IOException {
        try (FakeAgent agent =
                FakeAgent.table(SnmpVersion.V2C, 3, 11)
                        .behave((self, request) -> {
                            PDU answer = self.answer(request);
                            while (answer.size() > most) {
                                answer.remove(answer.size() - 1);
                            }
                            return List.of(answer);
                        })) {
            JobProbe table = table(agent, 3, WalkOptions.DEFAULT);
            table.assertFinished();
            assertThat(cells(table)).isEqualTo(rowMajor(3, 11));
        }
    }

    @Test
    void tooBigIsAskedForInSmallerParts() throws IOException {
        try (FakeAgent agent =
                FakeAgent.table(SnmpVersion.V2C, 6, 9)
                        .behave((self, request) ->
                                List.of(
                                        request.size() * request.getMaxRepetitions() > 2
                                                ? FakeAgent.error(request, PDU.tooBig, 0)
                                                : self.answer(request)))) {
            JobProbe table = table(agent, 6, WalkOptions.DEFAULT);
            table.assertFinished();
            assertThat(cells(table)).isEqualTo(rowMajor(6, 9));
        }
    }

    @Test
    void aTableGoesOnBehindARow() throws IOException {
        try (FakeAgent agent = FakeAgent.table(SnmpVersion.V2C, 2, 9)) {
            StartPoint start = new StartPoint(0, 0, 0, Optional.of(Oid.of(6)), 12);
            JobProbe table =
                    JobProbe.start(
                                    new JobSpec.Table(
                                            agent.target(), columns(2), WalkOptions.DEFAULT),
                                    start)
                            .awaitEnd();
            assertThat(cells(table)).containsExactly("1.7", "2.7", "1.8", "2.8", "1.9", "2.9");
        }
    }

    @Test
    void anInstanceThatComesAgainEndsTheTable() throws IOException {
        try (FakeAgent agent =
                FakeAgent.table(SnmpVersion.V2C, 1, 9)
                        .behave((self, request) -> {
                            PDU answer = FakeAgent.response(request);
                            answer.add(FakeAgent.varBind("1.3.6.1.4.1.1.1.1.1", 1));
                            return List.of(answer);
                        })) {
            JobProbe table = table(agent, 1, WalkOptions.DEFAULT);
            assertThat(table.failure()).isInstanceOf(Failure.NotIncreasing.class);
            assertThat(agent.requests).hasSize(2);
        }
    }

    @Test
    void theLimitOfValuesEndsTheTable() throws IOException {
        try (FakeAgent agent = FakeAgent.table(SnmpVersion.V2C, 2, 100)) {
            JobProbe table = table(agent, 2, new WalkOptions(5, true, 20, Duration.ZERO));
            assertThat(table.failure()).isEqualTo(new Failure.LimitReached("20 values"));
            assertThat(table.names()).hasSize(20);
        }
    }

    private static final OID UP_TIME = new OID("1.3.6.1.2.1.1.3.0");

    private static JobProbe timed(FakeAgent agent, int columns, int repetitions) {
        return JobProbe.run(
                new JobSpec.Table(
                        agent.target(),
                        columns(columns),
                        WalkOptions.DEFAULT.withMaxRepetitions(repetitions),
                        true));
    }

    /** An agent whose clock goes on by a second with each request. */
    private static FakeAgent ticking(SnmpVersion version, int columns, int rows)
            throws IOException {
        FakeAgent agent = FakeAgent.table(version, columns, rows);
        int[] seconds = {0};
        return agent.behave((self, request) -> {
            PDU answer = self.answer(request);
            if (!answer.getVariableBindings().isEmpty() && answer.get(0).getOid().equals(UP_TIME)) {
                answer.set(0, new VariableBinding(UP_TIME, new TimeTicks(++seconds[0] * 100L)));
            }
            return List.of(answer);
        });
    }

    @ParameterizedTest
    @CsvSource({"V1, 3, 10", "V2C, 1, 10", "V2C, 3, 0", "V2C, 3, 4", "V2C, 5, 500"})
    void theAgentsTimeComesWithEachRow(SnmpVersion version, int columns, int repetitions)
            throws IOException {
        try (FakeAgent agent = ticking(version, columns, 23)) {
            agent.variables.put(UP_TIME, 0);
            JobProbe table = timed(agent, columns, repetitions);
            table.assertFinished();
            assertThat(cells(table)).isEqualTo(rowMajor(columns, 23));
            assertThat(table.samples).allMatch(sample -> sample.upTimeTicks().isPresent());
            assertThat(table.samples).extracting(sample -> sample.upTimeTicks().get()).isSorted();
        }
    }

    @Test
    void aRowHasTheTimeOfItsFirstCell() throws IOException {
        try (FakeAgent agent = ticking(SnmpVersion.V2C, 20, 2)) {
            agent.variables.put(UP_TIME, 0);
            JobProbe table = timed(agent, 20, 25);
            table.assertFinished();
            assertThat(agent.requests).hasSizeGreaterThan(1);
            assertThat(table.samples.getFirst().upTimeTicks()).contains(100L);
        }
    }

    @ParameterizedTest
    @CsvSource({"V1, 10", "V2C, 0", "V2C, 25"})
    void aTableIsReadFromAnAgentThatHidesItsTime(SnmpVersion version, int repetitions)
            throws IOException {
        try (FakeAgent agent = FakeAgent.table(version, 3, 7)) {
            JobProbe table = timed(agent, 3, repetitions);
            table.assertFinished();
            assertThat(cells(table)).isEqualTo(rowMajor(3, 7));
            assertThat(table.samples).allMatch(sample -> sample.upTimeTicks().isEmpty());
        }
    }

    @Test
    void anAgentWithRoomForOneVariableGivesTheTableAndNoTime() throws IOException {
        try (FakeAgent agent =
                FakeAgent.table(SnmpVersion.V2C, 2, 5)
                        .behave((self, request) ->
                                List.of(
                                        request.size() > 1
                                                ? FakeAgent.error(request, PDU.tooBig, 0)
                                                : self.answer(request)))) {
            agent.variables.put(UP_TIME, 0);
            JobProbe table = timed(agent, 2, 0);
            table.assertFinished();
            assertThat(cells(table)).isEqualTo(rowMajor(2, 5));
        }
    }

    @Test
    void anAgentThatRepeatsTheTimeTooGivesTheWholeTable() throws IOException {
        try (FakeAgent agent =
                FakeAgent.table(SnmpVersion.V2C, 2, 5)
                        .behave((self, request) -> {
                            request.setNonRepeaters(0);
                            return List.of(self.answer(request));
                        })) {
            agent.variables.put(UP_TIME, 0);
            agent.variables.put(new OID("1.3.6.1.2.1.1.4.0"), 0);
            JobProbe table = timed(agent, 2, 10);
            table.assertFinished();
            assertThat(cells(table)).isEqualTo(rowMajor(2, 5));
        }
    }
}
