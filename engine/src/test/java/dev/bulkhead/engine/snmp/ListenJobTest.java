package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Endpoint;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.notification.ListenCounts;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.notification.Notification.Sender;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notifications sent by our own job and received by our own listener, over loopback. */
class ListenJobTest {
    private static final Oid LINK_DOWN = Oid.parse("1.3.6.1.6.3.1.1.5.3");
    private static final Oid SPECIFIC = Oid.parse("1.3.6.1.4.1.32473.7.0.9");
    private static final VarBind IF_INDEX =
            new VarBind(Oid.parse("1.3.6.1.2.1.2.2.1.1.4"), new SmiValue.Integer32(4));
    private static final OctetString ENGINE =
            new OctetString(new byte[] {(byte) 0x80, 0, 0x7E, (byte) 0xD9, 5, 9, 9, 9});

    private JobProbe listener = listen(List.of(user("passphrase-1")), 10_000);

    private static JobProbe listen(List<Credential.Usm> users, int limit) {
        JobProbe probe =
                JobProbe.start(
                        new JobSpec.Listen(List.of(new Endpoint("127.0.0.1", 0)), users, limit));
        Awaitility.await("the listener").until(() -> !probe.addresses.isEmpty());
        return probe;
    }

    @AfterEach
    void stop() {
        listener.jobs.cancel(listener);
        listener.awaitEnd();
    }

    private static Credential.Usm user(String passphrase) {
        return Credential.Usm.of(
                "ops",
                SecurityLevel.AUTH_PRIV,
                Optional.of(new Credential.Auth(AuthProtocol.SHA_256, new Secret(passphrase))),
                Optional.of(new Credential.Priv(PrivProtocol.AES_128, new Secret(passphrase))));
    }

    private static Credential community(SnmpVersion version) {
        return new Credential.Community(version, new Secret("notes"));
    }

    private int port() {
        String address = listener.addresses.getFirst();
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private JobProbe notify(Credential credential, boolean inform, Oid trapOid) {
        Target target = new Target("127.0.0.1", port(), credential, Duration.ofSeconds(2), 1);
        return JobProbe.run(new JobSpec.Notify(target, inform, 4711, trapOid, List.of(IF_INDEX)));
    }

    private Notification received() {
        Awaitility.await("a notification").until(() -> !listener.notifications.isEmpty());
        return listener.notifications.getFirst();
    }

    private ListenCounts counts(Predicate<ListenCounts> until) {
        Awaitility.await("counts").until(() -> until.test(listener.jobs.counts().listenCounts()));
        return listener.jobs.counts().listenCounts();
    }

    private void send(byte[] octets) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(
                    new DatagramPacket(
                            octets,
                            octets.length,
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port())));
        }
    }

    @Test
    void aTrapOfV2cComesWithAllItSays() {
        notify(community(SnmpVersion.V2C), false, LINK_DOWN).assertFinished();

        Notification got = received();
        assertThat(got.trapOid()).isEqualTo(LINK_DOWN);
        assertThat(got.upTimeTicks()).isEqualTo(4711);
        assertThat(got.varBinds()).containsExactly(IF_INDEX);
        assertThat(got.inform()).isFalse();
        assertThat(got.v1()).isEmpty();
        assertThat(got.source()).startsWith("127.0.0.1:");
        assertThat(got.sender())
                .isEqualTo(new Sender.Community(SnmpVersion.V2C, new Secret("notes")));
    }

    @Test
    void aGenericTrapOfV1IsTheNotificationOfRfc3584() {
        notify(community(SnmpVersion.V1), false, LINK_DOWN).assertFinished();

        Notification got = received();
        assertThat(got.trapOid()).isEqualTo(LINK_DOWN);
        assertThat(got.v1())
                .contains(new Notification.V1(Oid.parse("1.3.6.1.6.3.1.1.5"), "0.0.0.0", 2, 0));
        assertThat(got.varBinds()).containsExactly(IF_INDEX);
    }

    @Test
    void aSpecificTrapOfV1KeepsItsEnterprise() {
        notify(community(SnmpVersion.V1), false, SPECIFIC).assertFinished();

        Notification got = received();
        assertThat(got.trapOid()).isEqualTo(SPECIFIC);
        assertThat(got.v1().orElseThrow().enterprise()).isEqualTo(Oid.parse("1.3.6.1.4.1.32473.7"));
        assertThat(got.v1().orElseThrow().specificTrap()).isEqualTo(9);
    }

    @Test
    void anInformIsAnswered() {
        JobProbe inform = notify(community(SnmpVersion.V2C), true, LINK_DOWN);

        inform.assertFinished();
        assertThat(inform.samples).hasSize(1);
        assertThat(received().inform()).isTrue();
    }

    @Test
    void aTrapOfV3ComesFromTheSendersOwnEngine() {
        notify(user("passphrase-1"), false, SPECIFIC).assertFinished();

        Notification got = received();
        assertThat(got.trapOid()).isEqualTo(SPECIFIC);
        assertThat(got.sender())
                .isInstanceOfSatisfying(
                        Sender.User.class,
                        sender -> {
                            assertThat(sender.securityName()).isEqualTo("ops");
                            assertThat(sender.level()).isEqualTo(SecurityLevel.AUTH_PRIV);
                            assertThat(sender.engineId().length()).isPositive();
                        });
    }

    @Test
    void aTrapOfV3MayComeFromAnEngineGivenByHand() {
        Credential.Usm plain = user("passphrase-1");
        Credential.Usm given =
                new Credential.Usm(
                        plain.securityName(),
                        plain.level(),
                        plain.auth(),
                        plain.priv(),
                        "context",
                        Optional.empty(),
                        Optional.of(ENGINE),
                        Optional.of(new Credential.BootsTime(3, 100)));
        notify(given, false, SPECIFIC).assertFinished();

        assertThat(received().sender())
                .isEqualTo(new Sender.User("ops", SecurityLevel.AUTH_PRIV, ENGINE, "context"));
    }

    @Test
    void anInformOfV3IsAnsweredAfterDiscovery() {
        notify(user("passphrase-1"), true, LINK_DOWN).assertFinished();

        assertThat(received().inform()).isTrue();
        assertThat(counts(c -> c.received() >= 2).refused()).isZero();
    }

    @Test
    void aWrongPassphraseIsRefusedAndCounted() {
        notify(user("passphrase-2"), false, LINK_DOWN).assertFinished();

        assertThat(counts(c -> c.refused() > 0).refused()).isEqualTo(1);
        assertThat(listener.notifications).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "junk", "0\u0082", "0\u0003\u0002\u0001\u0001"})
    void whatIsNoMessageIsCountedAndHarmsNothing(String octets) throws IOException {
        send(octets.getBytes(StandardCharsets.ISO_8859_1));
        counts(c -> c.refused() == 1);

        notify(community(SnmpVersion.V2C), false, LINK_DOWN).assertFinished();
        assertThat(received().trapOid()).isEqualTo(LINK_DOWN);
    }

    @Test
    void oneSourceHasALimit() throws IOException {
        stop();
        listener = listen(List.of(), 3);
        for (int i = 0; i < 200; i++) {
            send(new byte[] {1});
        }
        ListenCounts counts = counts(c -> c.received() == 200 && c.refused() > 0);

        assertThat(counts.overLimit()).isBetween(150L, 197L);
        assertThat(counts.lost()).isEqualTo(counts.overLimit());
    }

    @Test
    void aPortThatIsTakenIsToldWithTheCommandThatShowsWhoHasIt() {
        JobProbe second =
                JobProbe.run(
                        new JobSpec.Listen(
                                List.of(new Endpoint("127.0.0.1", port())), List.of(), 1));

        assertThat(second.failure())
                .isInstanceOfSatisfying(
                        Failure.LocalProblem.class,
                        told -> assertThat(told.advice()).contains("ss -lunp 'sport = :" + port()));
    }

    @Test
    void aPortOfTheAdministratorsIsToldWithTheCommandThatRedirectsIt() {
        Failure told =
                ListenAdvice.failure(
                        new Endpoint("0.0.0.0", 162), new SocketException("Permission denied"));

        assertThat(told)
                .isEqualTo(
                        new Failure.LocalProblem(
                                "cannot listen at 0.0.0.0:162: Permission denied",
                                "Ports below 1024 are the administrator's. Listen at port 10162 and"
                                        + " let the system redirect to it: sudo iptables -t nat -A"
                                        + " PREROUTING -p udp --dport 162 -j REDIRECT --to-ports"
                                        + " 10162"));
        assertThat(
                        ListenAdvice.failure(
                                        new Endpoint("192.0.2.1", 1162),
                                        new BindException("Cannot assign requested address"))
                                .toString())
                .contains("Give an address of this machine");
    }

    @Test
    void linuxTellsWhatItDropped() {
        String line =
                "  421: 00000000:00A2 00000000:0000 07 00000000:00000000 00:00000000 00000000     0"
                        + "        0 123 2 0000000000000000 77";
        assertThat(KernelDrops.dropsIn(line, Set.of(162))).isEqualTo(77);
        assertThat(KernelDrops.dropsIn(line, Set.of(161))).isZero();
        assertThat(KernelDrops.dropsIn("  sl  local_address rem_address drops", Set.of())).isZero();
    }
}
