package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.AcceptedSender;
import dev.bulkhead.engine.job.CertificateIdentity;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Fingerprint;
import dev.bulkhead.engine.job.ListenCertificates;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.notification.Notification.Sender;
import dev.bulkhead.engine.tsm.CertificateFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notifications over TLS and DTLS (RFC 6353), and who is let in. */
class ListenSecureTest {
    private static final AcceptedSender ANY_OF_OURS = vouched(Optional.empty());

    private static AcceptedSender vouched(Optional<String> name) {
        return new AcceptedSender.VouchedFor(
                Certificates.authority().authorities().getFirst(), name);
    }

    private static CertificateIdentity agent() {
        return CertificateFiles.identity(
                Certificates.file("agent.p12"),
                Optional.empty(),
                Optional.of(new Secret(Certificates.PASSWORD)));
    }

    private static ListenCertificates accepting(AcceptedSender... accepted) {
        return new ListenCertificates(agent(), List.of(accepted));
    }

    private static Fingerprint fingerprint(String identity) {
        return Fingerprint.of(
                Fingerprint.Hash.SHA_256,
                Certificates.identity(identity).chain().getFirst().bytes());
    }

    private static String userOf(Notification notification) {
        return ((Sender.User) notification.sender()).securityName();
    }

    @ParameterizedTest
    @CsvSource({"TLS, false", "TLS, true", "DTLS, false", "DTLS, true"})
    void trapsAndInformsComeWithTheNameOfTheCertificate(Transport transport, boolean inform) {
        try (Listener listener = Listener.secure(transport, accepting(ANY_OF_OURS))) {
            listener.send(Certificates.manager(), inform).assertFinished();

            Notification got = listener.await(1).getFirst();
            assertThat(got.trapOid()).isEqualTo(Listener.LINK_DOWN);
            assertThat(got.varBinds()).containsExactly(Listener.IF_INDEX);
            assertThat(got.inform()).isEqualTo(inform);
            assertThat(got.source()).startsWith(transport.prefix() + ":127.0.0.1:");
            assertThat(got.sender())
                    .isInstanceOfSatisfying(
                            Sender.User.class,
                            user -> {
                                assertThat(user.securityName()).isEqualTo("manager");
                                assertThat(user.level()).isEqualTo(SecurityLevel.AUTH_PRIV);
                            });
            assertThat(listener.counts().refused()).isZero();
            assertThat(listener.probe.refusals).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "DTLS"})
    void whoIsNotAcceptedIsRefusedAndShowsAFingerprintThatCanBePinned(Transport transport) {
        Credential.Tsm stranger = Certificates.credential("stranger", Certificates.authority());
        String refusal;
        try (Listener listener = Listener.secure(transport, accepting(ANY_OF_OURS))) {
            assertThat(listener.send(stranger, true).failure()).isNotNull();

            refusal = listener.awaitRefusal();
            assertThat(refusal)
                    .startsWith(transport.prefix() + ":127.0.0.1 its certificate is not accepted")
                    .contains("CN=stranger");
            assertThat(listener.counts().sessionsRefused()).isPositive();
            assertThat(listener.probe.notifications).isEmpty();

            listener.send(Certificates.manager(), true).assertFinished();
        }
        Matcher shown = Pattern.compile("SHA-256 ([0-9A-F:]{95})").matcher(refusal);
        assertThat(shown.find()).isTrue();
        AcceptedSender pinned =
                new AcceptedSender.Pinned(
                        Fingerprint.parse(shown.group(1)), Optional.of("core-router"));
        try (Listener listener = Listener.secure(transport, accepting(pinned))) {
            listener.send(stranger, true).assertFinished();

            assertThat(userOf(listener.await(1).getFirst())).isEqualTo("core-router");
        }
    }

    @Test
    void nobodyIsAcceptedUnlessNamed() {
        try (Listener listener = Listener.secure(Transport.TLS, accepting())) {
            assertThat(listener.send(Certificates.manager(), true).failure()).isNotNull();

            assertThat(listener.awaitRefusal()).contains(fingerprint("manager").toString());
        }
    }

    @Test
    void theFirstThatFitsDecides() {
        AcceptedSender other =
                new AcceptedSender.Pinned(fingerprint("stranger"), Optional.of("other"));
        AcceptedSender first =
                new AcceptedSender.Pinned(fingerprint("manager"), Optional.of("first"));
        try (Listener listener =
                Listener.secure(
                        Transport.TLS, accepting(other, first, vouched(Optional.of("second"))))) {
            listener.send(Certificates.manager(), false).assertFinished();

            assertThat(userOf(listener.await(1).getFirst())).isEqualTo("first");
        }
    }

    @Test
    void theFirstSubjectAltNameIsTheSecurityName() throws Exception {
        try (Listener listener = Listener.secure(Transport.TLS, accepting(ANY_OF_OURS));
                CertificateNotifier sender = CertificateNotifier.with("agent")) {
            sender.send(listener.port(), false);

            assertThat(userOf(listener.await(1).getFirst())).isEqualTo("localhost");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSenderOnSnmp4jIsUnderstood(boolean inform) throws Exception {
        try (Listener listener = Listener.secure(Transport.TLS, accepting(ANY_OF_OURS));
                CertificateNotifier sender = CertificateNotifier.with("manager")) {
            boolean answered = sender.send(listener.port(), inform);

            Notification got = listener.await(1).getFirst();
            assertThat(got.inform()).isEqualTo(inform);
            assertThat(answered).isEqualTo(inform);
            assertThat(userOf(got)).isEqualTo("manager");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void whoShowsNoCertificateIsRefused(String version) throws Exception {
        try (Listener listener = Listener.secure(Transport.TLS, accepting(ANY_OF_OURS));
                SSLSocket nobody = TlsSender.connectWithoutCertificate(listener.port(), version)) {
            assertEnds(nobody);

            assertThat(listener.awaitRefusal()).contains("it showed no certificate");
        }
    }

    /** Reads to the end, whether it is an alert, a reset or the end. */
    private static void assertEnds(Socket socket) {
        try {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        } catch (IOException e) {
            assertThat(e).isNotInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    /** A community says nothing where a certificate speaks (RFC 6353 §1). */
    @Test
    void aMessageOfV2cInASessionIsRefused() throws Exception {
        try (Listener listener = Listener.secure(Transport.TLS, accepting(ANY_OF_OURS));
                SSLSocket sender = TlsSender.connect(listener.port(), "manager", "TLSv1.3")) {
            sender.getOutputStream().write(Listener.message(false));

            assertThat(listener.await(c -> c.refused() > 0).received()).isEqualTo(1);
            assertThat(listener.probe.notifications).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void messagesMayComeInAnyPieces(String version) throws Exception {
        byte[] trap = CertificateNotifier.message();
        try (Listener listener = Listener.secure(Transport.TLS, accepting(ANY_OF_OURS));
                SSLSocket sender = TlsSender.connect(listener.port(), "manager", version)) {
            OutputStream out = sender.getOutputStream();
            byte[] two = Arrays.copyOf(trap, 2 * trap.length);
            System.arraycopy(trap, 0, two, trap.length, trap.length);
            out.write(two);
            for (byte octet : trap) {
                out.write(octet);
            }

            listener.await(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "474554202f, what it sent is no SNMP message",
        "3083010000, claims to be 65536 octets long"
    })
    void whatIsNoMessageEndsItsSessionAlone(String sent, String told) throws Exception {
        try (Listener listener = Listener.secure(Transport.TLS, accepting(ANY_OF_OURS));
                SSLSocket bad = TlsSender.connect(listener.port(), "manager", "TLSv1.3");
                SSLSocket good = TlsSender.connect(listener.port(), "manager", "TLSv1.3")) {
            good.startHandshake();
            bad.getOutputStream().write(HexFormat.of().parseHex(sent));

            assertThat(listener.awaitRefusal()).startsWith("tls:127.0.0.1 ").contains(told);
            assertEnds(bad);
            good.getOutputStream().write(CertificateNotifier.message());
            listener.await(1);
        }
    }

    /** Its certificate would be another from then on. */
    @Test
    void aSessionThatIsOpenIsNotNegotiatedAgain() throws Exception {
        try (Listener listener = Listener.secure(Transport.TLS, accepting(ANY_OF_OURS));
                SSLSocket sender = TlsSender.connect(listener.port(), "manager", "TLSv1.2")) {
            sender.getOutputStream().write(CertificateNotifier.message());
            listener.await(1);
            negotiateAgain(sender);

            assertThat(listener.awaitRefusal()).contains("negotiate a session again");
        }
    }

    private static void negotiateAgain(SSLSocket sender) {
        try {
            sender.startHandshake();
            assertEnds(sender);
        } catch (IOException e) {
            // So soon.
        }
    }

    @Test
    void plainSnmpAtThePortIsTold() throws IOException {
        try (Listener listener = Listener.secure(Transport.TLS, accepting(ANY_OF_OURS));
                Socket plain = listener.connect()) {
            plain.getOutputStream().write(Listener.message(false));

            assertThat(listener.awaitRefusal()).contains("what it sent is not TLS");
            listener.send(Certificates.manager(), true).assertFinished();
        }
    }

    @Test
    void handshakesThatDoNotEndAreEndedAndOthersDeliver() throws IOException {
        ConnectionLimits hasty = Listener.limits(1000, 50, Duration.ofSeconds(3));
        try (Listener listener = Listener.secure(Transport.TLS, accepting(ANY_OF_OURS), hasty);
                Socket mute = listener.connect();
                Socket slow = listener.connect()) {
            slow.getOutputStream().write(HexFormat.of().parseHex("16030102000100"));
            listener.send(Certificates.manager(), true).assertFinished();

            assertEnds(mute);
            assertEnds(slow);
            assertThat(listener.awaitRefusal()).contains("its handshake did not come to an end");
            assertThat(listener.counts().sessionsRefused()).isEqualTo(2);
        }
    }

    @Test
    void oneSourceMayHaveSoManySessionsAndNoMore() throws Exception {
        ConnectionLimits two = Listener.limits(1000, 2, Duration.ofMinutes(1));
        try (Listener listener = Listener.secure(Transport.TLS, accepting(ANY_OF_OURS), two);
                SSLSocket first = TlsSender.connect(listener.port(), "manager", "TLSv1.3");
                SSLSocket second = TlsSender.connect(listener.port(), "manager", "TLSv1.3");
                Socket third = listener.connect()) {
            assertEnds(third);
            first.getOutputStream().write(CertificateNotifier.message());
            second.getOutputStream().write(CertificateNotifier.message());

            listener.await(2);
            assertThat(listener.awaitRefusal()).contains("it has 2 connections open already");
        }
    }

    @ParameterizedTest(name = "of the sender {0}, of the listener {1}")
    @CsvSource({
        "1, 0", "2, 0", "3, 0", "4, 0", "5, 0", "6, 0", "7, 0", "0, 1", "0, 2", "0, 3", "0, 4",
        "0, 5", "0, 6", "0, 7", "0, 8"
    })
    void aLostDatagramOfTheHandshakeIsSentAgain(int ofSender, int ofListener) throws IOException {
        try (Listener listener = Listener.secure(Transport.DTLS, accepting(ANY_OF_OURS));
                DatagramRelay relay =
                        new DatagramRelay(
                                listener.target(Certificates.manager()),
                                n -> n == ofSender,
                                n -> n == ofListener)) {
            Listener.send(relay.target(), true).assertFinished();

            assertThat(listener.probe.notifications).isNotEmpty();
            assertThat(relay.lost).hasValue(1);
        }
    }

    /** Java sends its ChangeCipherSpec and Finished twice; here all four are lost. */
    @Test
    void theWholeLastFlightMayBeLost() throws IOException {
        try (Listener listener = Listener.secure(Transport.DTLS, accepting(ANY_OF_OURS));
                DatagramRelay relay =
                        new DatagramRelay(
                                listener.target(Certificates.manager()),
                                n -> false,
                                n -> n >= 7 && n <= 10)) {
            Listener.send(relay.target(), true).assertFinished();

            assertThat(relay.lost).hasValue(4);
        }
    }

    /** The end of the first session is lost, so the listener has it still when the next begins. */
    @Test
    void aSenderThatWasRestartedIsHeardAgain() throws IOException {
        try (Listener listener = Listener.secure(Transport.DTLS, accepting(ANY_OF_OURS));
                DatagramRelay relay =
                        new DatagramRelay(
                                listener.target(Certificates.manager()), n -> false, n -> false)) {
            relay.loseAlerts();
            Listener.send(relay.target(), true).assertFinished();
            Listener.send(relay.target(), true).assertFinished();

            // An inform is only answered when it was taken.
            assertThat(listener.probe.notifications)
                    .extracting(Notification::source)
                    .containsOnly(listener.probe.notifications.getFirst().source());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "3003020101", "16fefd", "17fefd000100000000000100020102"})
    void aDatagramOfNoSessionIsCountedAndHarmsNothing(String octets) throws IOException {
        try (Listener listener = Listener.secure(Transport.DTLS, accepting(ANY_OF_OURS));
                DatagramSocket socket = new DatagramSocket()) {
            send(socket, listener.port(), HexFormat.of().parseHex(octets));

            assertThat(listener.await(c -> c.refused() > 0).received()).isEqualTo(1);
            listener.send(Certificates.manager(), true).assertFinished();
        }
    }

    private static void send(DatagramSocket from, int port, byte[] octets) throws IOException {
        from.send(
                new DatagramPacket(
                        octets,
                        octets.length,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
    }

    @Test
    void sessionsOfDtlsThatOnlyBeginAreFewAndOthersGetIn() throws IOException {
        ConnectionLimits usual = ConnectionLimits.USUAL;
        ConnectionLimits few =
                new ConnectionLimits(
                        3, 50, 1000, 4, usual.opening(), usual.message(), usual.idle());
        byte[] hello = DatagramRelay.firstDatagram(Certificates.manager());
        try (Listener listener = Listener.secure(Transport.DTLS, accepting(ANY_OF_OURS), few)) {
            for (int i = 0; i < 20; i++) {
                try (DatagramSocket liar = new DatagramSocket()) {
                    send(liar, listener.port(), hello);
                }
            }
            listener.send(Certificates.manager(), true).assertFinished();

            assertThat(listener.counts().sessionsRefused()).isZero();
        }
    }
}
