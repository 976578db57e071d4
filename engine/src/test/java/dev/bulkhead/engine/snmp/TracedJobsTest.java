package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.AddressBlock;
import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Endpoint;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.simulator.Simulator;
import dev.bulkhead.engine.simulator.SimulatorException;
import dev.bulkhead.engine.trace.Packet;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Packets of jobs that have no session: sweeps, doctors and listeners. */
class TracedJobsTest {
    private static final Oid LINK_DOWN = Oid.parse("1.3.6.1.6.3.1.1.5.3");
    private static final Oid SYS_NAME = Oid.parse("1.3.6.1.2.1.1.5.0");
    private static final VarBind IF_INDEX =
            new VarBind(Oid.parse("1.3.6.1.2.1.2.2.1.1.4"), new SmiValue.Integer32(4));
    private static final Credential COMMUNITY =
            new Credential.Community(SnmpVersion.V2C, new Secret("hush-hush"));
    private static final Credential.Usm USER =
            Credential.Usm.of(
                    "ops",
                    SecurityLevel.AUTH_PRIV,
                    Optional.of(
                            new Credential.Auth(AuthProtocol.SHA_256, new Secret("passphrase-1"))),
                    Optional.of(
                            new Credential.Priv(PrivProtocol.AES_128, new Secret("passphrase-2"))));

    private final List<Packet> packets = new CopyOnWriteArrayList<>();

    private JobProbe startTraced(JobSpec spec) {
        JobProbe idle = new JobProbe(new SnmpJobs());
        idle.jobs.trace(Optional.of(packets::add));
        return idle.startNext(spec);
    }

    private static Simulator device() throws SimulatorException {
        return Simulator.open(
                List.of(
                        new SimulatedDevice(
                                "traced",
                                new SimulatedDevice.Model.Switch(),
                                "127.0.0.1",
                                0,
                                new Secret("hush-hush"),
                                new Secret("never"),
                                List.of(USER),
                                Optional.empty())));
    }

    private static int port(List<String> addresses) {
        String address = addresses.getFirst();
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private static Target target(int port, Credential credential) {
        return new Target("127.0.0.1", port, credential, Duration.ofSeconds(2), 1);
    }

    private Packet awaitPacket(boolean sent, String... words) {
        return Awaitility.await(String.join(" ", words) + " among " + packets)
                .until(
                        () ->
                                packets.stream()
                                        .filter(packet -> packet.sent() == sent)
                                        .filter(packet ->
                                                List.of(words).stream()
                                                        .allMatch(packet.summary()::contains))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private void assertNoCommunity() {
        assertThat(packets)
                .noneMatch(
                        p -> new String(p.octets(), StandardCharsets.ISO_8859_1).contains("hush"));
    }

    private void tell(int port, Credential credential, boolean inform) {
        JobProbe.run(
                        new JobSpec.Notify(
                                target(port, credential), inform, 7, LINK_DOWN, List.of(IF_INDEX)))
                .assertFinished();
    }

    @Test
    void aListenerShowsInformsDecryptedAndTheirAcknowledgements() {
        try (JobProbe listener =
                startTraced(
                        new JobSpec.Listen(
                                List.of(new Endpoint("127.0.0.1", 0)), List.of(USER), 10_000))) {
            Awaitility.await("the listener").until(() -> !listener.addresses.isEmpty());
            int port = port(listener.addresses);
            tell(port, USER, true);
            tell(port, USER, false);
            tell(port, COMMUNITY, true);

            assertThat(awaitPacket(false, "authPriv", "user \"ops\"", "INFORM").varBinds())
                    .contains(IF_INDEX);
            assertThat(awaitPacket(true, "authPriv", "user \"ops\"", "RESPONSE").varBinds())
                    .contains(IF_INDEX);
            assertThat(awaitPacket(false, "authPriv", "user \"ops\"", "TRAP").varBinds())
                    .contains(IF_INDEX);
            awaitPacket(true, "REPORT");
            awaitPacket(false, "v2c INFORM");
            awaitPacket(true, "v2c RESPONSE");
            assertNoCommunity();
        }
    }

    @Test
    void aListenerThatIsTracedLaterShowsWhatComesThen() {
        try (JobProbe listener =
                JobProbe.start(
                        new JobSpec.Listen(
                                List.of(new Endpoint("127.0.0.1", 0)), List.of(USER), 10_000))) {
            Awaitility.await("the listener").until(() -> !listener.addresses.isEmpty());
            tell(port(listener.addresses), COMMUNITY, true);
            listener.jobs.trace(Optional.of(packets::add));
            Awaitility.await("the tap")
                    .until(() -> {
                        tell(port(listener.addresses), USER, false);
                        return !packets.isEmpty();
                    });
            assertThat(awaitPacket(false, "user \"ops\"", "TRAP").problem()).isEmpty();
            assertThat(packets).noneMatch(packet -> packet.summary().startsWith("v2c"));
        }
    }

    @Test
    void aSweepShowsItsProbesAndWhatItsUsersRead() throws Exception {
        try (Simulator device = device()) {
            JobProbe sweep =
                    startTraced(
                            new JobSpec.Discover(
                                    List.of(AddressBlock.parse("127.0.0.1")),
                                    List.of(port(device.addresses())),
                                    List.of(USER),
                                    Duration.ofSeconds(2),
                                    0,
                                    1000,
                                    List.of(SYS_NAME)));
            sweep.awaitEnd();
            assertThat(sweep.discoveries).hasSize(1);
            awaitPacket(true, "v3", "engine unknown");
            awaitPacket(false, "REPORT");
            awaitPacket(true, "authPriv", "GET");
            assertThat(awaitPacket(false, "authPriv", "RESPONSE").varBinds())
                    .extracting(VarBind::name)
                    .containsExactly(SYS_NAME);
        }
    }

    @Test
    void aSweepShowsNoCommunity() throws Exception {
        try (Simulator device = device()) {
            startTraced(
                            new JobSpec.Discover(
                                    List.of(AddressBlock.parse("127.0.0.1")),
                                    List.of(port(device.addresses())),
                                    List.of(COMMUNITY),
                                    Duration.ofSeconds(2),
                                    0,
                                    1000,
                                    List.of(SYS_NAME)))
                    .awaitEnd();
            awaitPacket(true, "v2c GET");
            awaitPacket(false, "v2c RESPONSE");
            assertNoCommunity();
        }
    }

    @Test
    void aDoctorShowsItsProbesDecrypted() throws Exception {
        try (Simulator device = device()) {
            startTraced(JobSpec.Doctor.of(target(port(device.addresses()), USER))).awaitEnd();
            awaitPacket(true, "authPriv", "GET");
            assertThat(awaitPacket(false, "authPriv", "RESPONSE").problem()).isEmpty();
            startTraced(JobSpec.Doctor.of(target(port(device.addresses()), COMMUNITY))).awaitEnd();
            awaitPacket(true, "v2c GET");
            awaitPacket(false, "v2c RESPONSE");
            assertNoCommunity();
        }
    }
}
