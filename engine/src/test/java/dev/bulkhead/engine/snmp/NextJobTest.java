package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/** A job after another one that asked the same agent. */
class NextJobTest {
    private static final Oid NAME = Oid.parse("1.3.6.1.4.1.1.1.1.1");
    private static final VarBind LATE = new VarBind(NAME, new SmiValue.Integer32(666));
    private static final VarBind RIGHT = new VarBind(NAME, new SmiValue.Integer32(1001));

    private static JobSpec get(Target target) {
        return new JobSpec.Get(target, new JobSpec.Get.Mode.Exact(), List.of(NAME));
    }

    /** What the first request gets with the second one's answer, before it. */
    private static List<PDU> late(FakeAgent agent, PDU second) {
        PDU late = FakeAgent.response(agent.requests.getFirst());
        late.add(new VariableBinding(new OID(NAME.toString()), new Integer32(666)));
        return List.of(late, agent.answer(second));
    }

    @Test
    void aLateAnswerToTheJobBeforeIsNoValueOfThisOne() throws IOException {
        try (FakeAgent agent =
                FakeAgent.table(SnmpVersion.V2C, 1, 1)
                        .behave((self, request) ->
                                self.requests.size() == 1 ? List.of() : late(self, request))) {
            Target target = agent.target(Duration.ofSeconds(5), 1);
            JobProbe first = JobProbe.start(get(target));
            Awaitility.await().until(() -> !agent.requests.isEmpty());
            first.jobs.cancel(first);
            first.awaitDone().assertFinished();
            JobProbe second = first.startNext(get(target)).awaitEnd();
            second.assertFinished();
            assertThat(second.varBinds()).containsExactly(RIGHT).doesNotContain(LATE);
            assertThat(first.samples).isEmpty();
            assertThat(second.jobs.counts().strays().stale()).isEqualTo(1);
            assertThat(second.jobs.counts().varBindCount()).isEqualTo(1);
            assertThat(agent.requests).extracting(PDU::getRequestID).doesNotHaveDuplicates();
        }
    }

    private static long sent(FakeAgent agent, int job) {
        Integer32 id = agent.requests.stream().map(PDU::getRequestID).distinct().toList().get(job);
        return agent.requests.stream().filter(pdu -> pdu.getRequestID().equals(id)).count();
    }

    @Test
    void whatTheJobBeforeHadUnderWayIsNotAskedAgain() throws IOException {
        // Only what comes for the fifth time is answered, if it is of the second job.
        try (FakeAgent agent =
                FakeAgent.table(SnmpVersion.V2C, 1, 1)
                        .behave((self, request) -> {
                            boolean first =
                                    request.getRequestID()
                                            .equals(self.requests.getFirst().getRequestID());
                            return first || sent(self, 1) < 5
                                    ? List.of()
                                    : List.of(self.answer(request));
                        })) {
            JobSpec get = get(agent.target(Duration.ofMillis(100), 20));
            JobProbe first = JobProbe.start(get);
            Awaitility.await().until(() -> !agent.requests.isEmpty());
            first.jobs.cancel(first);
            first.awaitDone();
            long sentByFirst = 1 + first.jobs.counts().retryCount();
            JobProbe second = first.startNext(get).awaitEnd();
            assertThat(second.varBinds()).containsExactly(RIGHT);
            assertThat(sent(agent, 0)).isEqualTo(sentByFirst);
        }
    }

    @Test
    void anAgentThatIsAskedOtherwiseIsReachedOverAnotherSocket() throws IOException {
        try (FakeAgent agent = FakeAgent.table(SnmpVersion.V2C, 1, 1)) {
            JobProbe first = JobProbe.start(get(agent.target())).awaitDone();
            JobProbe same = first.startNext(get(agent.target())).awaitDone();
            JobProbe other = same.startNext(get(agent.target(Duration.ofSeconds(2), 0))).awaitEnd();
            other.assertFinished();
            assertThat(agent.askers.get(1)).isEqualTo(agent.askers.get(0));
            assertThat(agent.askers.get(2)).isNotEqualTo(agent.askers.get(0));
        }
    }
}
