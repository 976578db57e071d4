package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Endpoint;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.notification.ListenCounts;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.notification.Notification.Sender;
import dev.bulkhead.engine.notification.RefusedMessages;
import dev.bulkhead.engine.notification.RefusedMessages.Reason;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Notifications over TCP (RFC 3430), and senders that harm nobody but themselves. */
class ListenTcpTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofMinutes(1);

    static Stream<Arguments> senders() {
        return Stream.of(
                Arguments.of(Listener.community(SnmpVersion.V1), false),
                Arguments.of(Listener.community(SnmpVersion.V2C), false),
                Arguments.of(Listener.community(SnmpVersion.V2C), true),
                Arguments.of(Listener.user(), false),
                Arguments.of(Listener.user(), true));
    }

    @ParameterizedTest
    @MethodSource("senders")
    void trapsAndInformsOfAllVersionsComeWhole(Credential credential, boolean inform) {
        try (Listener listener = Listener.tcp()) {
            listener.send(credential, inform).assertFinished();

            Notification got = listener.await(1).getFirst();
            assertThat(got.trapOid()).isEqualTo(Listener.LINK_DOWN);
            assertThat(got.upTimeTicks()).isEqualTo(4711);
            assertThat(got.varBinds()).containsExactly(Listener.IF_INDEX);
            assertThat(got.inform()).isEqualTo(inform);
            assertThat(got.source()).startsWith("tcp:127.0.0.1:");
            assertThat(got.sender().version()).isEqualTo(credential.version());
            assertThat(listener.counts().refused()).isZero();
        }
    }

    @Test
    void aTrapOfV3HasItsUser() {
        try (Listener listener = Listener.tcp()) {
            listener.send(Listener.user(), false).assertFinished();

            assertThat(listener.await(1).getFirst().sender())
                    .isInstanceOfSatisfying(
                            Sender.User.class,
                            sender -> {
                                assertThat(sender.securityName()).isEqualTo("ops");
                                assertThat(sender.level()).isEqualTo(SecurityLevel.AUTH_PRIV);
                            });
        }
    }

    @Test
    void severalMessagesMayComeInOneSegment() throws IOException {
        byte[] trap = Listener.message(false);
        try (Listener listener = Listener.tcp();
                Socket sender = listener.connect()) {
            sender.getOutputStream().write(HexFormat.of().parseHex(hex(trap).repeat(50)));

            listener.await(50);
        }
    }

    private static String hex(byte[] octets) {
        return HexFormat.of().formatHex(octets);
    }

    @Test
    void aMessageMayComeOctetByOctet() throws IOException {
        try (Listener listener = Listener.tcp();
                Socket sender = listener.connect()) {
            for (byte octet : Listener.message(false)) {
                sender.getOutputStream().write(octet);
            }

            listener.await(1);
        }
    }

    /** The other connection's message is only processed when the half of this one was read. */
    @Test
    void aMessageMayComeInTwoSegmentsWhileOthersDeliver() throws IOException {
        byte[] trap = Listener.message(false);
        try (Listener listener = Listener.tcp();
                Socket sender = listener.connect();
                Socket other = listener.connect()) {
            sender.getOutputStream().write(trap, 0, 20);
            other.getOutputStream().write(trap);
            listener.await(1);
            sender.getOutputStream().write(trap, 20, trap.length - 20);

            listener.await(2);
        }
    }

    @Test
    void informsAreAnsweredInTheConnectionTheyCameBy() throws IOException {
        byte[] inform = Listener.message(true);
        try (Listener listener = Listener.tcp();
                Socket sender = listener.connect()) {
            sender.getOutputStream().write(HexFormat.of().parseHex(hex(inform).repeat(2)));

            byte[] answers = sender.getInputStream().readNBytes(2 * inform.length);
            byte[] first = Arrays.copyOf(answers, inform.length);
            // The tag of an InformRequest-PDU becomes that of a Response-PDU (RFC 3416 §3).
            assertThat(hex(first)).isEqualTo(hex(inform).replaceFirst("a6", "a2"));
        }
    }

    private static void assertDelivers(Socket connection, Listener listener, int notifications)
            throws IOException {
        connection.getOutputStream().write(Listener.message(false));
        listener.await(notifications);
    }

    private static void assertClosed(Socket connection) throws IOException {
        try {
            assertThat(connection.getInputStream().read()).isEqualTo(-1);
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "474554202f, what it sent is no SNMP message",
        "3083010000, claims to be 65536 octets long",
        "30847f7f7f7f, claims to be",
        "3089ffffffffffffffffff, cannot be read"
    })
    void whatIsNoMessageEndsItsConnectionAlone(String sent, String told) throws IOException {
        try (Listener listener = Listener.tcp();
                Socket bad = listener.connect();
                Socket good = listener.connect()) {
            bad.getOutputStream().write(HexFormat.of().parseHex(sent));

            assertThat(listener.awaitRefusal()).startsWith("tcp:127.0.0.1 ").contains(told);
            assertClosed(bad);
            assertDelivers(good, listener, 1);
            assertThat(listener.counts())
                    .isEqualTo(
                            new ListenCounts(
                                    2, RefusedMessages.of(Reason.MALFORMED, 1), 0, 0, 0, 0));
        }
    }

    @Test
    void aMessageThatCannotBeDecodedIsCountedAndItsConnectionGoesOn() throws IOException {
        try (Listener listener = Listener.tcp();
                Socket sender = listener.connect()) {
            sender.getOutputStream().write(HexFormat.of().parseHex("3003020101"));

            assertDelivers(sender, listener, 1);
            assertThat(listener.counts())
                    .isEqualTo(
                            new ListenCounts(
                                    2, RefusedMessages.of(Reason.MALFORMED, 1), 0, 0, 0, 0));
        }
    }

    @Test
    void aMessageThatDoesNotEndEndsItsConnectionAlone() throws IOException {
        byte[] trap = Listener.message(false);
        try (Listener listener = Listener.tcp(10_000, Listener.limits(1000, 50, SHORT));
                Socket bad = listener.connect();
                Socket good = listener.connect()) {
            bad.getOutputStream().write(trap, 0, trap.length - 1);

            assertClosed(bad);
            assertThat(listener.awaitRefusal()).contains("the rest of its message did not come");
            assertDelivers(good, listener, 1);
        }
    }

    @Test
    void aConnectionThatSaysNothingIsClosed() throws IOException {
        ConnectionLimits usual = ConnectionLimits.USUAL;
        ConnectionLimits hasty =
                new ConnectionLimits(
                        1000, 50, 100, usual.halfOpen(), SHORT, SHORT, Duration.ofMillis(300));
        try (Listener listener = Listener.tcp(10_000, hasty);
                Socket idle = listener.connect()) {
            assertClosed(idle);
            assertThat(listener.probe.refusals).isEmpty();
        }
    }

    @Test
    void oneSourceMayHaveSoManyConnectionsAndNoMore() throws IOException {
        try (Listener listener = Listener.tcp(10_000, Listener.limits(1000, 2, LONG));
                Socket first = listener.connect();
                Socket second = listener.connect()) {
            try (Socket third = listener.connect()) {
                assertClosed(third);
            }
            assertThat(listener.awaitRefusal())
                    .isEqualTo("tcp:127.0.0.1 it has 2 connections open already");
            assertThat(listener.counts().sessionsRefused()).isEqualTo(1);

            assertDelivers(first, listener, 1);
            assertDelivers(second, listener, 2);
        }
    }

    @Test
    void aConnectionThatEndedMakesRoom() throws IOException {
        try (Listener listener = Listener.tcp(10_000, Listener.limits(1000, 1, LONG))) {
            for (int i = 1; i <= 5; i++) {
                try (Socket sender = listener.connect()) {
                    assertDelivers(sender, listener, i);
                    sender.shutdownOutput();
                    assertClosed(sender);
                }
            }
            assertThat(listener.counts().sessionsRefused()).isZero();
        }
    }

    @Test
    void allTogetherMayHaveSoManyConnectionsAndNoMore() throws IOException {
        try (Listener listener = Listener.tcp(10_000, Listener.limits(2, 50, LONG));
                Socket first = listener.connect();
                Socket second = listener.connect();
                Socket third = listener.connect()) {
            assertClosed(third);
            assertThat(listener.awaitRefusal()).contains("2 connections are open");
            assertDelivers(first, listener, 1);
            assertDelivers(second, listener, 2);
        }
    }

    @Test
    void oneSourceHasALimit() throws IOException {
        byte[] trap = Listener.message(false);
        try (Listener listener = Listener.tcp(3, ConnectionLimits.USUAL);
                Socket sender = listener.connect()) {
            sender.getOutputStream().write(HexFormat.of().parseHex(hex(trap).repeat(200)));

            ListenCounts counts = listener.await(c -> c.received() == 200);
            assertThat(counts.overLimit()).isBetween(150L, 197L);
        }
    }

    /** Who asks for answers and reads none would fill the heap with them. */
    @Test
    void whoDoesNotReadItsAnswersIsCutOff() throws IOException {
        VarBind large =
                new VarBind(Listener.IF_INDEX.name(), new SmiValue.OctetString(new byte[60_000]));
        byte[] inform = Listener.message(true, large);
        try (Listener listener = Listener.tcp(1 << 30, ConnectionLimits.USUAL);
                Socket deaf = listener.connect();
                Socket good = listener.connect()) {
            assertThat(writesUntilCutOff(deaf.getOutputStream(), inform)).isLessThan(5_000);

            Awaitility.await("what it had sent")
                    .until(() -> listener.counts().received() == taken(listener));
            good.getOutputStream().write(Listener.message(true));
            assertThat(good.getInputStream().read()).isEqualTo(0x30);
        }
    }

    private static long taken(Listener listener) {
        return listener.probe.notifications.size() + listener.counts().droppedByQueue();
    }

    private static int writesUntilCutOff(OutputStream out, byte[] octets) {
        int writes = 0;
        try {
            while (writes < 5_000) {
                out.write(octets);
                writes++;
            }
        } catch (IOException e) {
            return writes;
        }
        return writes;
    }

    @Test
    void aPortThatIsTakenIsToldWithTheCommandThatShowsWhoHasIt() {
        try (Listener listener = Listener.tcp()) {
            JobProbe second =
                    JobProbe.run(
                            new JobSpec.Listen(
                                    List.of(
                                            new Endpoint(
                                                    Transport.TCP, "127.0.0.1", listener.port())),
                                    List.of(),
                                    1));

            assertThat(second.failure())
                    .isInstanceOfSatisfying(
                            Failure.LocalProblem.class,
                            told -> {
                                assertThat(told.what()).contains("tcp:127.0.0.1:");
                                assertThat(told.advice())
                                        .contains("ss -ltnp 'sport = :" + listener.port());
                            });
        }
    }

    @Test
    void aPortOfTheAdministratorsIsToldWithTheCommandThatRedirectsIt() {
        assertThat(
                        ListenAdvice.failure(
                                        new Endpoint(Transport.TCP, "0.0.0.0", 162),
                                        new SocketException("Permission denied"))
                                .toString())
                .contains("-p tcp --dport 162 -j REDIRECT --to-ports 10162");
    }

    @Test
    void aPortIsFreeAgainWhenTheJobHasEnded() throws IOException {
        Listener listener = Listener.tcp();
        int port = listener.port();
        try (Socket sender = listener.connect()) {
            assertDelivers(sender, listener, 1);
            listener.close();
            assertClosed(sender);
        }
        JobProbe second =
                JobProbe.start(
                        new JobSpec.Listen(
                                List.of(new Endpoint(Transport.TCP, "127.0.0.1", port)),
                                List.of(),
                                1));
        second.jobs.cancel(second);
        second.awaitEnd().assertFinished();
    }
}
