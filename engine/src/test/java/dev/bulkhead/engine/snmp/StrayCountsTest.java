package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.StrayCounts;
import dev.bulkhead.engine.simulator.Simulator;
import dev.bulkhead.engine.snmp.TamperingRelay.Tampering;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;

/** Messages that answer nothing are dropped, and told apart. */
class StrayCountsTest {
    private static final Oid SYS_NAME = Oid.parse("1.3.6.1.2.1.1.5.0");
    private static final int VERSION_OCTET = 4;
    private static final Credential COMMUNITY =
            new Credential.Community(SnmpVersion.V2C, new Secret("public"));
    private static final Credential.Usm USER =
            Credential.Usm.of(
                    "stray",
                    SecurityLevel.AUTH_NO_PRIV,
                    Optional.of(
                            new Credential.Auth(AuthProtocol.SHA_1, new Secret("a-passphrase"))),
                    Optional.empty());

    private static Simulator simulator;

    @BeforeAll
    static void open() throws Exception {
        simulator =
                Simulator.open(
                        List.of(
                                new SimulatedDevice(
                                        "stray",
                                        new SimulatedDevice.Model.Switch(),
                                        "127.0.0.1",
                                        0,
                                        new Secret("public"),
                                        new Secret("private"),
                                        List.of(USER),
                                        Optional.empty())));
    }

    @AfterAll
    static void close() {
        simulator.close();
    }

    private static int agentPort() {
        String address = simulator.addresses().getFirst();
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    /** Polls three rounds, all of which must come; then what came beside them. */
    private static StrayCounts strays(Credential credential, Tampering tampering) throws Exception {
        try (TamperingRelay relay = new TamperingRelay(agentPort(), tampering)) {
            Target target =
                    new Target("127.0.0.1", relay.port(), credential, Duration.ofSeconds(2), 0);
            JobSpec.Poll poll =
                    new JobSpec.Poll(
                            List.of(new JobSpec.Poll.Item(target, List.of(SYS_NAME))),
                            new Schedule(Duration.ofMillis(100), 0));
            try (JobProbe probe = JobProbe.start(poll)) {
                probe.awaitSamples(3);
                assertThat(probe.samples).allMatch(sample -> sample.failure().isEmpty());
                Awaitility.await("a stray message")
                        .atMost(Duration.ofSeconds(5))
                        .until(() -> !probe.jobs.counts().strays().equals(StrayCounts.ZERO));
                return probe.jobs.counts().strays();
            }
        }
    }

    /** What a GET fails with whose every answer is tampered with. */
    private static String complaint(Tampering tampering) throws Exception {
        try (TamperingRelay relay = new TamperingRelay(agentPort(), tampering)) {
            Target target =
                    new Target("127.0.0.1", relay.port(), COMMUNITY, Duration.ofMillis(300), 0);
            JobSpec.Get get =
                    new JobSpec.Get(target, new JobSpec.Get.Mode.Exact(), List.of(SYS_NAME));
            return JobProbe.run(get).failure().message();
        }
    }

    @Test
    void silenceTellsOfWhatCameInstead() throws Exception {
        assertThat(complaint(a -> List.of(changed(a, VERSION_OCTET, -1))))
                .contains("no answer", "as v1");
        assertThat(complaint(a -> List.of(changed(a, VERSION_OCTET + 3, 1))))
                .contains("no answer", "another community");
        assertThat(complaint(a -> List.of(Arrays.copyOf(a, a.length - 3))))
                .contains("no answer", "cannot be read");
        assertThat(complaint(a -> List.of())).contains("no answer").doesNotContain("but");
    }

    private static byte[] changed(byte[] answer, int at, int by) {
        byte[] other = answer.clone();
        other[at] += (byte) by;
        return other;
    }

    private static void assertOnly(StrayCounts counts, long some) {
        assertThat(some).isPositive();
        assertThat(counts.stale() + counts.foreign() + counts.wrongKind() + counts.malformed())
                .isEqualTo(some);
    }

    @Test
    void aSecondAnswerIsStale() throws Exception {
        StrayCounts counts = strays(COMMUNITY, answer -> List.of(answer, answer));
        assertOnly(counts, counts.stale());
    }

    @Test
    void aSecondAuthenticAnswerIsStale() throws Exception {
        StrayCounts counts = strays(USER, answer -> List.of(answer, answer));
        assertOnly(counts, counts.stale());
    }

    @Test
    void anAnswerOfAnotherVersionIsOfTheWrongKind() throws Exception {
        StrayCounts counts = strays(COMMUNITY, a -> List.of(changed(a, VERSION_OCTET, -1), a));
        assertOnly(counts, counts.wrongKind());
    }

    @Test
    void anAnswerOfAVersionThatNobodyKnowsIsOfTheWrongKind() throws Exception {
        StrayCounts counts = strays(COMMUNITY, a -> List.of(changed(a, VERSION_OCTET, 100), a));
        assertOnly(counts, counts.wrongKind());
    }

    @Test
    void anAnswerWithAWrongDigestIsOfTheWrongKind() throws Exception {
        StrayCounts counts = strays(USER, a -> List.of(changed(a, a.length - 1, 1), a));
        // The reports of discovery have no digest: of them the second is stale.
        assertThat(counts.wrongKind()).isPositive();
        assertThat(counts.foreign() + counts.malformed()).isZero();
    }

    @Test
    void whatIsNoMessageIsMalformed() throws Exception {
        StrayCounts counts = strays(COMMUNITY, a -> List.of(new byte[] {1, 2, 3}, a));
        assertOnly(counts, counts.malformed());
    }

    @Test
    void aMessageThatIsCutOffIsMalformed() throws Exception {
        for (Credential credential : List.of(COMMUNITY, USER)) {
            StrayCounts counts = strays(credential, a -> List.of(Arrays.copyOf(a, 20), a));
            assertOnly(counts, counts.malformed());
        }
    }

    @Test
    void anAnswerForAnotherAgentsRequestIsForeign() throws Exception {
        try (FakeAgent silent = new FakeAgent(SnmpVersion.V2C).behave((self, r) -> List.of());
                FakeAgent forger = new FakeAgent(SnmpVersion.V2C)) {
            forger.behave((self, request) -> {
                Awaitility.await("a request to the other").until(() -> !silent.requests.isEmpty());
                PDU forged = self.answer(silent.requests.getFirst());
                return List.of(forged, self.answer(request));
            });
            Duration patience = Duration.ofSeconds(2);
            JobSpec.Poll poll =
                    new JobSpec.Poll(
                            List.of(
                                    new JobSpec.Poll.Item(
                                            silent.target(patience, 0), List.of(SYS_NAME)),
                                    new JobSpec.Poll.Item(
                                            forger.target(patience, 0), List.of(SYS_NAME))),
                            new Schedule(Duration.ofMillis(100), 1));
            try (JobProbe probe = JobProbe.start(poll)) {
                probe.awaitSamples(1);
                assertThat(probe.samples.getFirst().target()).isEqualTo(1);
                StrayCounts counts = probe.jobs.counts().strays();
                assertThat(counts).isEqualTo(new StrayCounts(0, 1, 0, 0));
            }
        }
    }
}
