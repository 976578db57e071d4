package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.snmp4j.PDU;
import org.snmp4j.SNMP4JSettings;
import org.snmp4j.SNMP4JSettings.Snmp4jConfirmedRequestEmptyContextEngineIdStrategy;

/** Jobs over TLS and DTLS (RFC 6353), asked of SNMP4J's own transports. */
class SecureJobTest {
    private static final Oid TABLE = Oid.parse("1.3.6.1.4.1.1.1");
    private static final Oid ONE = TABLE.append(1).append(1);

    static JobSpec walk(Target target) {
        return new JobSpec.Walk(target, List.of(TABLE), WalkOptions.DEFAULT);
    }

    static JobSpec get(Target target) {
        return new JobSpec.Get(target, new JobSpec.Get.Mode.Exact(), List.of(ONE));
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "DTLS"})
    void aWalkComesThrough(Transport transport) throws IOException {
        try (CertificateAgent agent = CertificateAgent.start(transport, "agent")) {
            JobProbe walk = JobProbe.run(walk(agent.target()));

            walk.assertFinished();
            assertThat(walk.varBinds()).hasSize(300);
        }
    }

    @ParameterizedTest
    @CsvSource({"TLS, ::1", "TLS, localhost", "DTLS, ::1", "DTLS, localhost"})
    void theCertificateMustBeForTheHostAsTyped(Transport transport, String host)
            throws IOException {
        String at = host.equals("localhost") ? "127.0.0.1" : host;
        try (CertificateAgent agent = CertificateAgent.start(transport, "agent", 0, at)) {
            JobProbe.run(get(agent.target(host, Certificates.manager()))).assertFinished();
        }
    }

    /** In DTLS it must go in one datagram, longer than those of the handshake. */
    @ParameterizedTest
    @EnumSource(names = {"TLS", "DTLS"})
    void aLongMessageComesThroughWhole(Transport transport) throws IOException {
        VarBind text = new VarBind(ONE, new SmiValue.OctetString(new byte[6_000]));
        try (CertificateAgent agent = CertificateAgent.start(transport, "agent")) {
            JobProbe set = JobProbe.run(new JobSpec.Set(agent.target(), List.of(text)));

            set.assertFinished();
            assertThat(set.varBinds()).containsExactly(text);
        }
    }

    @Test
    void whatDtlsCannotCarryIsTold() throws IOException {
        VarBind text = new VarBind(ONE, new SmiValue.OctetString(new byte[20_000]));
        try (CertificateAgent agent = CertificateAgent.start(Transport.DTLS, "agent")) {
            assertThat(
                            JobProbe.run(new JobSpec.Set(agent.target(), List.of(text)))
                                    .failure()
                                    .message())
                    .contains("DTLS carries 16384 at most");
        }
    }

    @Test
    void theContextEngineIsAskedForOnce() throws IOException {
        try (CertificateAgent agent = CertificateAgent.start(Transport.TLS, "agent")) {
            JobProbe.run(walk(agent.target())).assertFinished();

            assertThat(agent.contexts())
                    .startsWith("80:00:00:00:06", "80:00:13:70:05:07:07:07")
                    .filteredOn("80:00:00:00:06"::equals)
                    .hasSize(1);
        }
    }

    @Test
    void aGivenContextEngineIsNotAskedFor() throws IOException {
        Credential.Tsm manager = Certificates.manager();
        SmiValue.OctetString id =
                new SmiValue.OctetString(new byte[] {(byte) 0x80, 0, 0x13, 0x70, 5, 1});
        Credential.Tsm given =
                new Credential.Tsm(manager.identity(), manager.trust(), "ctx", Optional.of(id));
        try (CertificateAgent agent = CertificateAgent.start(Transport.TLS, "agent")) {
            JobProbe.run(get(agent.target(given))).assertFinished();

            assertThat(agent.contexts()).containsExactly("80:00:13:70:05:01");
        }
    }

    @Test
    void anAgentThatDoesNotKnowDiscoveryIsAskedWithoutContextEngine() throws IOException {
        var usual = SNMP4JSettings.getEmptyContextEngineIdStrategy();
        try (CertificateAgent agent =
                CertificateAgent.start(Transport.TLS, "agent").knowNothingOfDiscovery()) {
            SNMP4JSettings.setEmptyContextEngineIdStrategy(
                    Snmp4jConfirmedRequestEmptyContextEngineIdStrategy
                            .incomingUseAuthoritativeEngineId);
            JobProbe.run(get(agent.target())).assertFinished();

            assertThat(agent.contexts()).last().isEqualTo("80:00:13:70:05:07:07:07");
        } finally {
            SNMP4JSettings.setEmptyContextEngineIdStrategy(usual);
        }
    }

    private static JobSpec poll(Transport transport, int port) {
        Target target =
                new Target(
                        transport,
                        "127.0.0.1",
                        port,
                        Certificates.manager(),
                        Duration.ofMillis(500),
                        0);
        return new JobSpec.Poll(
                List.of(new JobSpec.Poll.Item(target, List.of(ONE))),
                new Schedule(Duration.ofMillis(100), 0));
    }

    private static void awaitAnotherAnswer(JobProbe probe) {
        int before = probe.samples.size();
        Awaitility.await("another answer")
                .atMost(Duration.ofSeconds(10))
                .until(() ->
                        probe.samples.stream()
                                .skip(before + 1L)
                                .anyMatch(sample -> sample.failure().isEmpty()));
    }

    @Test
    void aPollGoesOnWhenTheAgentHasEndedTheSession() throws IOException {
        try (CertificateAgent agent = CertificateAgent.start(Transport.TLS, "agent");
                JobProbe probe = JobProbe.start(poll(Transport.TLS, agent.port()))) {
            probe.awaitSamples(2);
            agent.hangUp();
            awaitAnotherAnswer(probe);

            assertThat(agent.peers).hasSize(2);
        }
    }

    /** It knows nothing of the session, and says nothing. */
    @Test
    void aPollGoesOnWhenTheAgentHasRestarted() throws IOException {
        CertificateAgent first = CertificateAgent.start(Transport.DTLS, "agent");
        int port = first.port();
        try (JobProbe probe = JobProbe.start(poll(Transport.DTLS, port))) {
            probe.awaitSamples(2);
            first.close();
            try (CertificateAgent second =
                    CertificateAgent.start(Transport.DTLS, "agent", port, "127.0.0.1")) {
                awaitAnotherAnswer(probe);
                assertThat(second.requests).isNotEmpty();
            }
        }
    }

    @ParameterizedTest(name = "request {0}, answer {1}")
    @CsvSource({"1, 0", "2, 0", "3, 0", "0, 1", "0, 2", "0, 3"})
    void aLostDatagramOfTheHandshakeIsSentAgain(int request, int answer) throws IOException {
        try (CertificateAgent agent = CertificateAgent.start(Transport.DTLS, "agent");
                DatagramRelay relay =
                        new DatagramRelay(agent.target(), n -> n == request, n -> n == answer)) {
            JobProbe.run(get(relay.target())).assertFinished();

            assertThat(relay.lost).hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "DTLS"})
    void anInformIsConfirmed(Transport transport) throws IOException {
        try (CertificateAgent agent = CertificateAgent.start(transport, "agent")) {
            JobProbe.run(new JobSpec.Notify(agent.target(), true, 1, ONE, List.of()))
                    .assertFinished();

            assertThat(agent.requests).singleElement().returns(PDU.INFORM, PDU::getType);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "DTLS"})
    void aTrapArrives(Transport transport) throws IOException {
        try (CertificateAgent agent = CertificateAgent.start(transport, "agent")) {
            JobProbe.run(new JobSpec.Notify(agent.target(), false, 1, ONE, List.of()))
                    .assertFinished();

            Awaitility.await("the trap").until(() -> !agent.requests.isEmpty());
            assertThat(agent.requests).singleElement().returns(PDU.NOTIFICATION, PDU::getType);
        }
    }

    @Test
    void silenceAfterTheHandshakeIsNamed() throws IOException {
        try (CertificateAgent agent = CertificateAgent.start(Transport.TLS, "agent").stayMute()) {
            Target target =
                    new Target(
                            Transport.TLS,
                            "127.0.0.1",
                            agent.port(),
                            Certificates.manager(),
                            Duration.ofMillis(800),
                            0);
            assertThat(JobProbe.run(get(target)).failure())
                    .isInstanceOf(Failure.Report.class)
                    .asString()
                    .contains("maps our certificate to no user");
        }
    }
}
