package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bulkhead.engine.discovery.Discovery;
import dev.bulkhead.engine.discovery.SweepProgress;
import dev.bulkhead.engine.job.AddressBlock;
import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.StartPoint;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.simulator.Simulator;
import dev.bulkhead.engine.simulator.SimulatorException;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sweeps of loopback addresses, all of which Linux has without being told. */
class DiscoverJobTest {
    private static final Credential PUBLIC = community(SnmpVersion.V2C, "public");
    private static final Credential WINTER = community(SnmpVersion.V2C, "winter");
    private static final Credential.Usm OPS = user("ops", "ops' passphrase");
    private static final Oid SYS_NAME = Oid.parse("1.3.6.1.2.1.1.5.0");
    private static final Duration TIMEOUT = Duration.ofMillis(400);

    @BeforeAll
    static void needsAllOfLoopback() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs Linux's 127.0.0.0/8");
    }

    private static Credential community(SnmpVersion version, String name) {
        return new Credential.Community(version, new Secret(name));
    }

    private static Credential.Usm user(String name, String passphrase) {
        Secret secret = new Secret(passphrase);
        return Credential.Usm.of(
                name,
                SecurityLevel.AUTH_PRIV,
                Optional.of(new Credential.Auth(AuthProtocol.SHA_256, secret)),
                Optional.of(new Credential.Priv(PrivProtocol.AES_128, secret)));
    }

    private static SimulatedDevice device(String host, String community, Credential.Usm... users) {
        return new SimulatedDevice(
                "device-" + host,
                new SimulatedDevice.Model.Switch(),
                host,
                0,
                new Secret(community),
                new Secret("never"),
                List.of(users),
                Optional.empty());
    }

    /** Simulated devices that share a port. */
    private record Field(Simulator simulator, int port) implements AutoCloseable {
        static Field of(SimulatedDevice... devices) throws IOException, SimulatorException {
            for (int attempt = 1; ; attempt++) {
                int port = freePort();
                try {
                    return new Field(
                            Simulator.open(Stream.of(devices).map(d -> withPort(d, port)).toList()),
                            port);
                } catch (SimulatorException e) {
                    if (attempt == 10) {
                        throw e;
                    }
                }
            }
        }

        private static SimulatedDevice withPort(SimulatedDevice device, int port) {
            return new SimulatedDevice(
                    device.name(),
                    device.model(),
                    device.host(),
                    port,
                    device.readCommunity(),
                    device.writeCommunity(),
                    device.users(),
                    device.notificationSink());
        }

        @Override
        public void close() {
            simulator.close();
        }
    }

    /** Free at all addresses. */
    private static int freePort() throws IOException {
        try (DatagramSocket all = new DatagramSocket(0)) {
            return all.getLocalPort();
        }
    }

    private static JobSpec.Discover sweep(
            int port, List<Credential> credentials, String... blocks) {
        return sweep(port, 1, 10_000, credentials, blocks);
    }

    private static JobSpec.Discover sweep(
            int port, int retries, int perSecond, List<Credential> credentials, String... blocks) {
        return new JobSpec.Discover(
                Stream.of(blocks).map(AddressBlock::parse).toList(),
                List.of(port),
                credentials,
                TIMEOUT,
                retries,
                perSecond,
                List.of(SYS_NAME));
    }

    private static String words(Discovery found) {
        return switch (found) {
            case Discovery.Answered a ->
                    a.host()
                            + " by "
                            + a.credential()
                            + (a.engineId().isPresent() ? " with an engine: " : ": ")
                            + text(a.varBinds().getFirst());
            case Discovery.Refused r ->
                    r.host()
                            + " refused "
                            + r.reasons().stream().map(DiscoverJobTest::reason).toList()
                            + (r.engineId().isPresent() ? " with an engine" : "");
            case Discovery.Unresolved u -> u.host() + " unresolved";
        };
    }

    private static String reason(Failure failure) {
        return switch (failure) {
            case Failure.Report report -> report.counter();
            case Failure.Timeout _ -> "silence";
            default -> failure.message();
        };
    }

    private static String text(VarBind varBind) {
        return varBind.value() instanceof OctetString octets
                ? new String(octets.bytes(), StandardCharsets.UTF_8)
                : varBind.value().toString();
    }

    private static List<String> words(JobProbe sweep) {
        return sweep.discoveries.stream().map(DiscoverJobTest::words).sorted().toList();
    }

    /** The simulator says nothing to a user that it does not know; net-snmp's agent does. */
    @Test
    void eachDeviceIsFoundByTheFirstCredentialItTakes() throws Exception {
        try (Field field =
                Field.of(
                        device("127.3.0.1", "public", OPS),
                        device("127.3.0.4", "winter"),
                        device("127.3.0.7", "another", OPS),
                        device("127.3.0.9", "another", user("guest", "guest's passphrase")),
                        device("127.3.0.11", "another", user("ops", "not that passphrase")),
                        device("127.3.0.12", "another"),
                        device("127.3.0.13", "public"))) {
            JobProbe sweep =
                    JobProbe.run(
                            sweep(
                                    field.port(),
                                    List.of(PUBLIC, WINTER, OPS, user("guest", "wrong in a way")),
                                    "127.3.0.1-12"));

            sweep.assertFinished();
            assertThat(words(sweep))
                    .containsExactly(
                            "127.3.0.1 by 0: device-127.3.0.1",
                            "127.3.0.11 refused [answers with a wrong digest, silence]"
                                    + " with an engine",
                            "127.3.0.4 by 1: device-127.3.0.4",
                            "127.3.0.7 by 2 with an engine: device-127.3.0.7",
                            "127.3.0.9 refused [silence, answers with a wrong digest]"
                                    + " with an engine");
            assertThat(sweep.progress.getLast()).isEqualTo(new SweepProgress(12, 12, 3, 2, 0));
            assertThat(sweep.sweptTo).isEqualTo(12);
        }
    }

    @Test
    void aUserIsTriedBeforeACommunityIfNamedBefore() throws Exception {
        try (Field field = Field.of(device("127.3.1.1", "public", OPS))) {
            JobProbe sweep = JobProbe.run(sweep(field.port(), List.of(OPS, PUBLIC), "127.3.1.1"));

            assertThat(words(sweep))
                    .containsExactly("127.3.1.1 by 0 with an engine: device-127.3.1.1");
        }
    }

    @Test
    void aCommunityIsTriedWhenTheUserIsRefused() throws Exception {
        try (Field field = Field.of(device("127.3.1.1", "winter"))) {
            JobProbe sweep =
                    JobProbe.run(sweep(field.port(), List.of(OPS, PUBLIC, WINTER), "127.3.1.1"));

            assertThat(words(sweep)).containsExactly("127.3.1.1 by 2: device-127.3.1.1");
        }
    }

    @Test
    void aV1AgentThatLacksAVariableIsFoundWithTheOthers() throws Exception {
        try (FakeAgent agent = FakeAgent.table(SnmpVersion.V1, 1, 2)) {
            Oid there = Oid.parse("1.3.6.1.4.1.1.1.1.1");
            JobProbe sweep =
                    JobProbe.run(
                            new JobSpec.Discover(
                                    List.of(AddressBlock.parse("127.0.0.1")),
                                    List.of(agent.target().port()),
                                    List.of(PUBLIC, community(SnmpVersion.V1, "public")),
                                    TIMEOUT,
                                    0,
                                    1000,
                                    List.of(SYS_NAME, there)));

            assertThat(sweep.discoveries)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Discovery.Answered.class,
                            found -> {
                                assertThat(found.credential()).isOne();
                                assertThat(found.varBinds())
                                        .extracting(VarBind::name)
                                        .containsExactly(SYS_NAME, there);
                                assertThat(found.varBinds().getFirst().value())
                                        .isEqualTo(Marker.NO_SUCH_OBJECT);
                            });
        }
    }

    @Test
    void whoAnswersIsAskedOnceAndNotWithTheOtherCredentials() throws Exception {
        try (FakeAgent agent = new FakeAgent(SnmpVersion.V2C)) {
            JobProbe sweep =
                    JobProbe.run(
                            sweep(
                                    agent.target().port(),
                                    List.of(PUBLIC, WINTER, OPS),
                                    "127.0.0.1",
                                    "localhost"));

            assertThat(sweep.discoveries).hasSize(1);
            assertThat(agent.requests).hasSize(1);
            assertThat(sweep.progress.getLast()).isEqualTo(new SweepProgress(2, 2, 1, 0, 0));
        }
    }

    @Test
    void anAnswerFromAnotherAddressCountsForNobody() throws Exception {
        try (FakeAgent agent = new FakeAgent(SnmpVersion.V2C).replyFromElsewhere()) {
            JobProbe sweep =
                    JobProbe.run(sweep(agent.target().port(), List.of(PUBLIC), "127.0.0.1"));

            sweep.assertFinished();
            assertThat(sweep.discoveries).isEmpty();
            assertThat(agent.requests).hasSize(2);
        }
    }

    @Test
    void anAgentThatAnswersWithAnErrorIsFoundAndRefuses() throws Exception {
        try (FakeAgent agent =
                new FakeAgent(SnmpVersion.V2C)
                        .behave((a, request) -> List.of(FakeAgent.error(request, 16, 0)))) {
            JobProbe sweep =
                    JobProbe.run(sweep(agent.target().port(), List.of(PUBLIC), "127.0.0.1"));

            assertThat(sweep.discoveries)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Discovery.Refused.class,
                            found ->
                                    assertThat(found.reasons().getFirst().message())
                                            .contains("authorizationError"));
        }
    }

    @Test
    void aNameThatMeansNothingIsTold() {
        JobProbe sweep = JobProbe.run(sweep(9, List.of(PUBLIC), "no-such-host.invalid"));

        sweep.assertFinished();
        assertThat(words(sweep)).containsExactly("no-such-host.invalid unresolved");
    }

    /** When so many datagrams came, and no more. */
    private static List<Long> arrivals(DatagramSocket at, int count) throws IOException {
        at.setSoTimeout(5_000);
        List<Long> arrivals = new ArrayList<>();
        while (arrivals.size() < count) {
            at.receive(new DatagramPacket(new byte[2_000], 2_000));
            arrivals.add(System.nanoTime());
        }
        return arrivals;
    }

    private static Duration span(List<Long> arrivals) {
        return Duration.ofNanos(arrivals.getLast() - arrivals.getFirst());
    }

    /** Three probes, since all users share one, a quarter of the timeout apart; each sent twice. */
    @Test
    void silenceCostsAMessageForEachProbeAndRetry() throws Exception {
        List<Credential> credentials = List.of(PUBLIC, WINTER, OPS, user("guest", "passphrase"));
        try (DatagramSocket silent = new DatagramSocket(0)) {
            JobProbe sweep = JobProbe.start(sweep(silent.getLocalPort(), credentials, "127.3.2.1"));
            List<Long> arrivals = arrivals(silent, 6);
            sweep.awaitEnd().assertFinished();

            assertThat(span(arrivals))
                    .isBetween(TIMEOUT.plus(TIMEOUT).minusMillis(100), TIMEOUT.multipliedBy(4));
            assertThat(sweep.jobs.counts().requestCount()).isEqualTo(3);
            assertThat(sweep.jobs.counts().retryCount()).isEqualTo(3);
            assertThat(sweep.jobs.counts().timeoutCount()).isEqualTo(3);
        }
    }

    @Test
    void theRateIsKept() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(0)) {
            JobProbe sweep =
                    JobProbe.start(
                            sweep(silent.getLocalPort(), 0, 100, List.of(PUBLIC), "127.3.2.1-60"));
            List<Long> arrivals = arrivals(silent, 60);
            sweep.awaitEnd().assertFinished();

            assertThat(span(arrivals)).isGreaterThan(Duration.ofMillis(550));
        }
    }

    @Test
    void cancelEndsALongSweepAtOnce() throws Exception {
        JobProbe sweep =
                JobProbe.start(sweep(freePort(), 1, 2, List.of(PUBLIC, OPS), "127.4.0.0/16"));
        Awaitility.await("the first request").until(() -> sweep.jobs.counts().requestCount() > 0);

        long begun = System.nanoTime();
        sweep.jobs.cancel(sweep);
        sweep.awaitEnd().assertFinished();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        assertThat(sweep.progress.getLast().total()).isEqualTo(65_534);
    }

    @Test
    void aSweepIsTakenUpInItsMidst() throws Exception {
        try (Field field = Field.of(device("127.3.0.1", "public"), device("127.3.0.4", "public"))) {
            JobProbe probe =
                    JobProbe.start(
                            sweep(field.port(), 0, 10_000, List.of(PUBLIC), "127.3.0.1-5"),
                            StartPoint.ofRound(2, 0));
            probe.awaitEnd();

            assertThat(words(probe)).containsExactly("127.3.0.4 by 0: device-127.3.0.4");
            assertThat(probe.discoveries.getFirst().position()).isEqualTo(3);
            assertThat(probe.progress.getLast()).isEqualTo(new SweepProgress(5, 5, 1, 0, 0));
        }
    }

    @Test
    void whereNothingCanBeSentTheJobSaysWhy() {
        JobProbe sweep = JobProbe.run(sweep(161, List.of(PUBLIC), "fe80::1-3"));

        if (sweep.progress.getLast().unsent() == 3) {
            assertThat(sweep.failure()).isInstanceOf(Failure.Unreachable.class);
        } else {
            sweep.assertFinished();
        }
    }
}
