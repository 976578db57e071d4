package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Fingerprint;
import dev.bulkhead.engine.job.PeerTrust;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Failure.NoSecureSession.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which no TLS or DTLS session comes about has a name. */
class SecureRefusalTest {
    private static final PeerTrust NOBODY =
            new PeerTrust(List.of(), Optional.empty(), Optional.empty());

    private static Failure.NoSecureSession refusal(Target target) {
        Failure failure = failure(target);
        assertThat(failure).isInstanceOf(Failure.NoSecureSession.class);
        return (Failure.NoSecureSession) failure;
    }

    private static Failure failure(Target target) {
        return JobProbe.run(SecureJobTest.get(target)).failure();
    }

    private static Target target(Transport transport, int port, Duration timeout) {
        return new Target(transport, "127.0.0.1", port, Certificates.manager(), timeout, 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "DTLS"})
    void whoIsNotTrustedShowsAFingerprintThatCanBePinned(Transport transport) throws IOException {
        try (CertificateAgent agent = CertificateAgent.start(transport, "agent")) {
            Failure.NoSecureSession refusal =
                    refusal(agent.target(Certificates.credential("manager", NOBODY)));

            assertThat(refusal.reason()).isEqualTo(Reason.NOT_TRUSTED);
            Matcher shown = Pattern.compile("SHA-256 ([0-9A-F:]{95})").matcher(refusal.detail());
            assertThat(shown.find()).isTrue();
            PeerTrust pinned = Certificates.pin(Fingerprint.parse(shown.group(1)));
            JobProbe.run(
                            SecureJobTest.get(
                                    agent.target(Certificates.credential("manager", pinned))))
                    .assertFinished();
        }
    }

    @Test
    void anotherFingerprintIsNotTrusted() throws IOException {
        PeerTrust pinned = Certificates.pin(Fingerprint.parse("04" + "ab".repeat(32)));
        try (CertificateAgent agent = CertificateAgent.start(Transport.TLS, "agent")) {
            Failure.NoSecureSession refusal =
                    refusal(agent.target(Certificates.credential("manager", pinned)));

            assertThat(refusal.reason()).isEqualTo(Reason.NOT_TRUSTED);
            assertThat(refusal.detail()).contains("not SHA-256 AB:AB:AB");
        }
    }

    @Test
    void aForeignAuthorityVouchesForNobody() throws IOException {
        PeerTrust foreign =
                new PeerTrust(
                        Certificates.identity("stranger").chain(),
                        Optional.empty(),
                        Optional.empty());
        try (CertificateAgent agent = CertificateAgent.start(Transport.TLS, "agent")) {
            Failure.NoSecureSession refusal =
                    refusal(agent.target(Certificates.credential("manager", foreign)));

            assertThat(refusal.reason()).isEqualTo(Reason.NOT_TRUSTED);
            assertThat(refusal.detail())
                    .contains("CN=agent", "CN=Bulkhead test authority", "SHA-256 ");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "DTLS"})
    void anotherNameIsToldWithTheNamesThatAreRight(Transport transport) throws IOException {
        try (CertificateAgent agent = CertificateAgent.start(transport, "elsewhere")) {
            Failure.NoSecureSession refusal = refusal(agent.target());

            assertThat(refusal.reason()).isEqualTo(Reason.WRONG_NAME);
            assertThat(refusal.detail())
                    .contains("is for elsewhere.example, *.lab.example, not for 127.0.0.1");
        }
    }

    @Test
    void theNameThatIsExpectedMayDifferFromTheHost() throws IOException {
        PeerTrust expecting =
                new PeerTrust(
                        Certificates.authority().authorities(),
                        Optional.empty(),
                        Optional.of("sw1.lab.example"));
        try (CertificateAgent agent = CertificateAgent.start(Transport.TLS, "elsewhere")) {
            JobProbe.run(
                            SecureJobTest.get(
                                    agent.target(Certificates.credential("manager", expecting))))
                    .assertFinished();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "DTLS"})
    void anExpiredCertificateIsToldWithItsDay(Transport transport) throws IOException {
        try (CertificateAgent agent = CertificateAgent.start(transport, "expired")) {
            Failure.NoSecureSession refusal = refusal(agent.target());

            assertThat(refusal.reason()).isEqualTo(Reason.EXPIRED);
            assertThat(refusal.detail()).containsPattern("expired on 20\\d\\d-\\d\\d-\\d\\d");
        }
    }

    /** In TLS 1.3 the refusal comes after our side of the handshake is done. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void anAlertAboutOurCertificateIsUnderstood(String version) throws Exception {
        try (JavaServer server = new JavaServer(version)) {
            Credential.Tsm stranger = Certificates.credential("stranger", Certificates.authority());
            Target target =
                    new Target(
                            Transport.TLS,
                            "127.0.0.1",
                            server.port(),
                            stranger,
                            Duration.ofSeconds(5),
                            0);
            Failure.NoSecureSession refusal = refusal(target);

            assertThat(refusal.reason()).isEqualTo(Reason.REFUSED_OURS);
            assertThat(refusal.message()).contains("it refused our certificate: certificate_un");
        }
    }

    /** SNMP4J sends no alert: it hangs up, or says nothing. */
    @Test
    void anAgentThatHangsUpOnOurCertificateIsUnderstood() throws IOException {
        Credential.Tsm stranger = Certificates.credential("stranger", Certificates.authority());
        try (CertificateAgent agent = CertificateAgent.start(Transport.TLS, "agent")) {
            Target target =
                    new Target(
                            Transport.TLS,
                            "127.0.0.1",
                            agent.port(),
                            stranger,
                            Duration.ofSeconds(3),
                            0);
            assertThat(failure(target).message()).contains("our certificate");
        }
    }

    /** Over DTLS SNMP4J falls silent. */
    @Test
    void anAgentThatFallsSilentAtOurCertificateIsUnderstood() throws IOException {
        Credential.Tsm stranger = Certificates.credential("stranger", Certificates.authority());
        try (CertificateAgent agent = CertificateAgent.start(Transport.DTLS, "agent")) {
            Target target =
                    new Target(
                            Transport.DTLS,
                            "127.0.0.1",
                            agent.port(),
                            stranger,
                            Duration.ofMillis(800),
                            0);
            assertThat(refusal(target).message())
                    .contains("as it does if our certificate is refused");
        }
    }

    @Test
    void plainSnmpAtThePortIsTold() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            answerOnce(server, new byte[] {0x30, 0x03, 0x02, 0x01, 0x01});

            assertThat(refusal(target(Transport.TLS, server.getLocalPort(), Duration.ofSeconds(5))))
                    .returns(Reason.NOT_TLS, Failure.NoSecureSession::reason);
        }
    }

    @Test
    void aPortThatHangsUpOnTlsIsTold() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            answerOnce(server, new byte[0]);

            assertThat(refusal(target(Transport.TLS, server.getLocalPort(), Duration.ofSeconds(5))))
                    .returns(Reason.NOT_TLS, Failure.NoSecureSession::reason);
        }
    }

    private static void answerOnce(ServerSocket server, byte[] answer) {
        Thread.ofPlatform()
                .daemon()
                .name("plain")
                .start(() -> {
                    try (Socket socket = server.accept();
                            InputStream in = socket.getInputStream()) {
                        in.readNBytes(50);
                        in.skipNBytes(in.available());
                        socket.getOutputStream().write(answer);
                        socket.shutdownOutput();
                        in.transferTo(java.io.OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        // The other side has gone.
                    }
                });
    }

    @Test
    void aHandshakeWithoutAnswerIsTold() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DatagramSocket alsoMute = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Duration short_ = Duration.ofMillis(300);
            assertThat(refusal(target(Transport.TLS, mute.getLocalPort(), short_)))
                    .returns(Reason.TIMED_OUT, Failure.NoSecureSession::reason);
            assertThat(refusal(target(Transport.DTLS, alsoMute.getLocalPort(), short_)))
                    .returns(Reason.TIMED_OUT, Failure.NoSecureSession::reason);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "DTLS"})
    void aPortWhereNobodyListensIsToldAtOnce(Transport transport) throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0);
                DatagramSocket alsoClosed = new DatagramSocket(0)) {
            port = transport == Transport.TLS ? closed.getLocalPort() : alsoClosed.getLocalPort();
        }
        assertThat(
                        JobProbe.run(
                                        SecureJobTest.get(
                                                target(transport, port, Duration.ofSeconds(5))))
                                .failure()
                                .message())
                .contains("no program listens at this port");
    }
}
