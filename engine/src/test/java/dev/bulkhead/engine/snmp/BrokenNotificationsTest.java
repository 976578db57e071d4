package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Endpoint;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.notification.RefusedMessages;
import dev.bulkhead.engine.notification.RefusedMessages.Reason;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notifications with a variable that is broken: the rest is used, and the broken one named. */
class BrokenNotificationsTest {
    private static final Oid LINK_DOWN = Oid.parse("1.3.6.1.6.3.1.1.5.3");
    private static final Oid IF_INDEX = Oid.parse("1.3.6.1.2.1.2.2.1.1.4");
    private static final Oid IF_DESCR = Oid.parse("1.3.6.1.2.1.2.2.1.2.4");

    /** sysUpTime.0 = 7, snmpTrapOID.0 = linkDown. */
    private static final String UP_TIME = "300d 06082b06010201010300 430107";

    private static final String TRAP_OID = "3017 060a2b060106030101040100 06092b0601060301010503";
    private static final String INDEX_4 = "300f 060a2b06010201020201 0104 020104";

    /** ifDescr.4 whose INTEGER has twelve octets, which none has. */
    private static final String BROKEN =
            "301a 060a2b06010201020201 0204 020c 010203040506070809101112";

    /** A variable without a name. */
    private static final String NAMELESS = "3003 020104";

    private JobProbe listener;
    private DatagramSocket socket;

    @BeforeEach
    void listen() throws IOException {
        listen(
                Credential.Usm.of(
                        "open", SecurityLevel.NO_AUTH_NO_PRIV, Optional.empty(), Optional.empty()));
    }

    private void listen(Credential.Usm user) throws IOException {
        listener =
                JobProbe.start(
                        new JobSpec.Listen(
                                List.of(new Endpoint("127.0.0.1", 0)), List.of(user), 10_000));
        Awaitility.await("the listener").until(() -> !listener.addresses.isEmpty());
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        socket.setSoTimeout(10_000);
    }

    @AfterEach
    void stop() {
        socket.close();
        listener.jobs.cancel(listener);
        listener.awaitEnd();
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private static byte[] wrap(int tag, byte[]... parts) {
        BerWriter writer = new BerWriter();
        for (int i = parts.length - 1; i >= 0; i--) {
            writer.octets(parts[i]);
        }
        writer.wrap(tag, 0);
        return writer.toByteArray();
    }

    private static byte[] list(String... varBinds) {
        return wrap(0x30, hex(String.join("", varBinds)));
    }

    private static byte[] pdu(int type, String... varBinds) {
        return wrap(type, hex("02012a 020100 020100"), list(varBinds));
    }

    private static byte[] v2c(byte[] pdu) {
        return wrap(0x30, hex("020101 0401 78"), pdu);
    }

    /** noAuthNoPriv of the user {@code open}. */
    private static byte[] v3(byte[] pdu) {
        byte[] engine = hex("0408 8000000005010203");
        byte[] security = wrap(0x30, engine, hex("020101 020101 0404 6f70656e 0400 0400"));
        byte[] header = wrap(0x30, hex("020107 02027fff 040100 020103"));
        return wrap(
                0x30,
                hex("020103"),
                header,
                wrap(0x04, security),
                wrap(0x30, engine, hex("0400"), pdu));
    }

    private void send(byte[] message) throws IOException {
        String address = listener.addresses.getFirst();
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        socket.send(
                new DatagramPacket(
                        message,
                        message.length,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
    }

    private Notification received() {
        Awaitility.await("a notification")
                .alias("refused: " + listener.jobs.counts().listenCounts())
                .until(() -> !listener.notifications.isEmpty());
        return listener.notifications.getFirst();
    }

    private static void assertNamesTheBroken(Notification got) {
        assertThat(got.varBinds()).extracting(VarBind::name).containsExactly(IF_DESCR, IF_INDEX);
        assertThat(got.varBinds().get(0).value()).isInstanceOf(SmiValue.Malformed.class);
        assertThat(got.varBinds().get(1).value()).isEqualTo(new SmiValue.Integer32(4));
        assertThat(got.loss()).isEmpty();
    }

    @Test
    void theRestOfATrapOfV2cIsUsed() throws IOException {
        send(v2c(pdu(0xA7, UP_TIME, TRAP_OID, BROKEN, INDEX_4)));
        assertThat(received().trapOid()).isEqualTo(LINK_DOWN);
        assertThat(received().upTimeTicks()).isEqualTo(7);
        assertNamesTheBroken(received());
    }

    @Test
    void theRestOfATrapOfV1IsUsed() throws IOException {
        byte[] head = hex("06062b0601040109 4004 7f000001 020106 020109 430107");
        send(wrap(0x30, hex("020100 0401 78"), wrap(0xA4, head, list(BROKEN, INDEX_4))));
        assertThat(received().v1().orElseThrow().specificTrap()).isEqualTo(9);
        assertNamesTheBroken(received());
    }

    @Test
    void theRestOfATrapOfV3IsUsed() throws IOException {
        send(v3(pdu(0xA7, UP_TIME, TRAP_OID, BROKEN, INDEX_4)));
        assertThat(received().sender())
                .isInstanceOfSatisfying(
                        Notification.Sender.User.class,
                        user -> assertThat(user.securityName()).isEqualTo("open"));
        assertNamesTheBroken(received());
    }

    @Test
    void anInformThatWasUsedIsAnsweredWithNullForWhatIsBroken() throws IOException {
        send(v2c(pdu(0xA6, UP_TIME, TRAP_OID, BROKEN, INDEX_4)));
        DatagramPacket answer = new DatagramPacket(new byte[2000], 2000);
        socket.receive(answer);
        assertThat(HexFormat.of().formatHex(answer.getData(), 0, answer.getLength()))
                .contains("a2", "02012a020100020100", "060a2b060102010202010204" + "0500");
        assertThat(received().inform()).isTrue();
        assertNamesTheBroken(received());
    }

    @Test
    void aVariableWithoutANameIsToldAsLeftOut() throws IOException {
        send(v2c(pdu(0xA7, UP_TIME, TRAP_OID, NAMELESS, INDEX_4)));
        assertThat(received().varBinds()).extracting(VarBind::name).containsExactly(IF_INDEX);
        assertThat(received().loss()).contains("a name");
    }

    @Test
    void aPlainMessageOfAUserWhoHasKeysIsRefused() throws IOException {
        Credential.Usm safe =
                Credential.Usm.of(
                        "open",
                        SecurityLevel.AUTH_NO_PRIV,
                        Optional.of(
                                new Credential.Auth(
                                        AuthProtocol.SHA_256, new Secret("passphrase-1"))),
                        Optional.empty());
        stop();
        listen(safe);
        send(v3(pdu(0xA7, UP_TIME, TRAP_OID)));
        Awaitility.await("a refusal")
                .until(() -> listener.jobs.counts().listenCounts().refused() == 1);
        assertThat(listener.jobs.counts().listenCounts().refusedBy())
                .isEqualTo(RefusedMessages.of(Reason.WRONG_LEVEL, 1));
        assertThat(listener.notifications).isEmpty();
    }

    @Test
    void whatIsRefusedIsCountedByItsReason() throws IOException {
        send(hex("3003020101"));
        send(v2c(pdu(0xA0, INDEX_4)));
        send(v2c(hex("a7820fff")));
        byte[] stranger = v3(pdu(0xA7, UP_TIME, TRAP_OID));
        for (int i = 0; i + 4 < stranger.length; i++) {
            if (stranger[i] == 'o' && stranger[i + 1] == 'p' && stranger[i + 2] == 'e') {
                stranger[i] = 'O';
            }
        }
        send(stranger);
        RefusedMessages expected =
                RefusedMessages.of(Reason.MALFORMED, 2)
                        .plus(RefusedMessages.of(Reason.UNEXPECTED, 1))
                        .plus(RefusedMessages.of(Reason.UNKNOWN_USER, 1));
        Awaitility.await("counts")
                .until(() -> listener.jobs.counts().listenCounts().refused() == 4);
        assertThat(listener.jobs.counts().listenCounts().refusedBy()).isEqualTo(expected);
        assertThat(expected.words())
                .isEqualTo("2 malformed, 1 no notifications, 1 of unknown users");
    }
}
