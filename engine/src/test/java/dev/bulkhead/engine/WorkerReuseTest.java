package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which job may have the worker of the one before, and which may not. */
class WorkerReuseTest {
    private static final Oid SYSTEM = Oid.parse("1.3.6.1.2.1.1");
    private static final Oid SYS_NAME = Oid.parse("1.3.6.1.2.1.1.5.0");
    private static final Oid SNMP_IN_PKTS = Oid.parse("1.3.6.1.2.1.11.1.0");
    private static final Secret PASSPHRASE = new Secret("a long passphrase");
    private static final Secret OTHER_PASSPHRASE = new Secret("another passphrase");

    private static Engine devices;
    private static int port;
    private static int otherPort;

    /** What the engine under test takes for the time. */
    private final AtomicLong nanoTime = new AtomicLong();

    private Engine engine;

    private static Credential.Usm user(String name, Secret passphrase, String context) {
        return new Credential.Usm(
                name,
                SecurityLevel.AUTH_PRIV,
                Optional.of(new Credential.Auth(AuthProtocol.SHA_256, passphrase)),
                Optional.of(new Credential.Priv(PrivProtocol.AES_128, passphrase)),
                context,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static SimulatedDevice device(String name) {
        return new SimulatedDevice(
                name,
                new SimulatedDevice.Model.Server(),
                "127.0.0.1",
                0,
                new Secret("public"),
                new Secret("private"),
                List.of(user("monitor", PASSPHRASE, ""), user("second", OTHER_PASSPHRASE, "")),
                Optional.empty());
    }

    @BeforeAll
    static void startDevices() {
        devices = Engine.open(EngineSettings.ofThisProcess(0));
        EventLog job =
                EventLog.submit(
                        devices, new JobSpec.Simulate(List.of(device("one"), device("two"))));
        List<String> addresses = job.await(JobEvent.Listening.class).addresses();
        port = portOf(addresses.getFirst());
        otherPort = portOf(addresses.getLast());
    }

    private static int portOf(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    @AfterAll
    static void endDevices() {
        devices.close();
    }

    @BeforeEach
    void open() {
        engine = Engine.open(EngineSettings.ofThisProcess(0), nanoTime::get);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static Target target(int port, Credential credential) {
        return new Target("127.0.0.1", port, credential, Duration.ofSeconds(5), 1);
    }

    private static Credential community(String name) {
        return new Credential.Community(SnmpVersion.V2C, new Secret(name));
    }

    private static Target v2c() {
        return target(port, community("public"));
    }

    private static Target v3() {
        return target(port, user("monitor", PASSPHRASE, ""));
    }

    private static JobSpec get(Target target, Oid... names) {
        return new JobSpec.Get(target, new JobSpec.Get.Mode.Exact(), List.of(names));
    }

    private EventLog run(JobSpec spec) {
        return EventLog.submit(engine, spec).awaitEnd();
    }

    /** The one worker of a job that had no other. */
    private static long pid(EventLog job) {
        assertThat(job.all(JobEvent.Restarting.class)).isEmpty();
        List<JobEvent.Started> started = job.all(JobEvent.Started.class);
        assertThat(started).hasSize(1);
        assertThat(started.getFirst().restarts()).isZero();
        return started.getFirst().pid();
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", signal, Long.toString(pid)).start();
        assertThat(kill.waitFor()).isZero();
    }

    private static void awaitDeath(long pid) {
        Awaitility.await("the end of worker " + pid)
                .atMost(Duration.ofSeconds(10))
                .until(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void jobsOfEveryFiniteKindFollowEachOtherInOneWorkerWithTotalsOfTheirOwn() {
        Target writable = target(port, community("private"));
        EventLog walk = run(new JobSpec.Walk(writable, List.of(SYSTEM), WalkOptions.DEFAULT));
        EventLog get = run(get(writable, SYS_NAME));
        EventLog set =
                run(
                        new JobSpec.Set(
                                writable,
                                List.of(
                                        new VarBind(
                                                Oid.parse("1.3.6.1.2.1.1.6.0"),
                                                new OctetString(new byte[] {'x'})))));
        EventLog table =
                run(
                        new JobSpec.Table(
                                writable,
                                List.of(Oid.parse("1.3.6.1.2.1.2.2.1.2")),
                                WalkOptions.DEFAULT));
        assertThat(Stream.of(walk, get, set, table).map(WorkerReuseTest::pid).distinct())
                .hasSize(1);
        assertThat(walk.finished().totals().varBinds()).isGreaterThan(5);
        assertThat(get.finished().totals().varBinds()).isEqualTo(1);
        assertThat(get.finished().totals().requests()).isEqualTo(1);
        assertThat(get.varBinds()).hasSize(1);
        assertThat(set.finished().totals().requests()).isEqualTo(1);
        assertThat(table.varBinds()).isNotEmpty();
        assertThat(get.finished().totals().timeouts()).isZero();
        assertThat(get.handle().worker()).isEmpty();
    }

    @Test
    void anErrorStatusIsAnAnswerAfterWhichTheWorkerStays() {
        Target v1 = target(port, new Credential.Community(SnmpVersion.V1, new Secret("public")));
        EventLog refused =
                run(new JobSpec.Get(v1, new JobSpec.Get.Mode.Next(), List.of(Oid.parse("2.999"))));
        assertThat(refused.failed().failure().message()).contains("noSuchName");
        assertThat(pid(run(get(v1, SYS_NAME)))).isEqualTo(pid(refused));
    }

    static Stream<Target> othersThanV3() {
        return Stream.of(
                target(otherPort, user("monitor", PASSPHRASE, "")),
                target(port, user("second", OTHER_PASSPHRASE, "")),
                target(port, user("monitor", OTHER_PASSPHRASE, "")),
                target(port, user("monitor", PASSPHRASE, "context")),
                v2c(),
                target(port, community("private")),
                new Target("localhost", port, v3().credential(), v3().timeout(), 1),
                new Target("127.0.0.1", port, v3().credential(), v3().timeout(), 0));
    }

    @ParameterizedTest
    @MethodSource("othersThanV3")
    void whoIsAskedOtherwiseIsAskedByAnotherWorker(Target other) {
        long first = pid(run(get(v3(), SYS_NAME)));
        EventLog asked = EventLog.submit(engine, get(other, SYS_NAME));
        asked.await(JobEvent.Started.class);
        assertThat(pid(asked)).isNotEqualTo(first);
        asked.handle().cancel();
        assertThat(pid(run(get(v3(), SYS_NAME)))).isEqualTo(first);
    }

    @Test
    void twoJobsAtOnceNeverShareAWorker() throws IOException {
        try (DatagramSocket deaf = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            long kept = pid(run(get(v2c(), SYS_NAME)));
            Target silent = target(deaf.getLocalPort(), community("public"));
            EventLog one = EventLog.submit(engine, get(silent, SYS_NAME));
            EventLog two = EventLog.submit(engine, get(silent, SYS_NAME));
            one.await(JobEvent.Started.class);
            two.await(JobEvent.Started.class);
            assertThat(List.of(kept, pid(one), pid(two))).doesNotHaveDuplicates();
        }
    }

    @Test
    void aWorkerWhoseJobWasCancelledIsNotUsedAgain() throws IOException {
        try (DatagramSocket deaf = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Target silent = target(deaf.getLocalPort(), community("public"));
            EventLog cancelled = EventLog.submit(engine, get(silent, SYS_NAME));
            cancelled.await(JobEvent.Started.class);
            cancelled.handle().cancel();
            assertThat(cancelled.awaitEnd().finished().cancelled()).isTrue();
            EventLog next = EventLog.submit(engine, get(silent, SYS_NAME));
            next.await(JobEvent.Started.class);
            assertThat(pid(next)).isNotEqualTo(pid(cancelled));
        }
    }

    @Test
    void aWorkerWhoseJobGotNoAnswerIsNotUsedAgain() throws IOException {
        try (DatagramSocket deaf = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Target silent =
                    new Target(
                            "127.0.0.1",
                            deaf.getLocalPort(),
                            community("public"),
                            Duration.ofMillis(50),
                            0);
            EventLog failed = run(get(silent, SYS_NAME));
            assertThat(failed.failed().totals().timeouts()).isEqualTo(1);
            assertThat(pid(run(get(silent, SYS_NAME)))).isNotEqualTo(pid(failed));
        }
    }

    @Test
    void aWorkerThatDiedAtRestIsPassedOverWithoutAWord() throws Exception {
        long first = pid(run(get(v2c(), SYS_NAME)));
        signal("-9", first);
        EventLog next = run(get(v2c(), SYS_NAME));
        assertThat(pid(next)).isNotEqualTo(first);
        assertThat(next.finished().totals().varBinds()).isEqualTo(1);
    }

    @Test
    void aWorkerThatHangsAtRestIsPassedOverWithoutAWordAndEnded() throws Exception {
        assumeTrue(ProcessHandle.current().info().command().orElse("").startsWith("/"));
        long first = pid(run(get(v2c(), SYS_NAME)));
        signal("-STOP", first);
        EventLog next = run(get(v2c(), SYS_NAME));
        assertThat(pid(next)).isNotEqualTo(first);
        assertThat(next.finished().totals().varBinds()).isEqualTo(1);
        awaitDeath(first);
    }

    @Test
    void aWorkerThatDiesInItsSecondJobIsReplacedByAFreshOne() throws Exception {
        WalkOptions slow = WalkOptions.DEFAULT.withMaxRepetitions(1);
        long first = pid(run(get(v2c(), SYS_NAME)));
        EventLog walk =
                EventLog.submit(engine, new JobSpec.Walk(v2c(), List.of(Oid.parse("1.3")), slow));
        walk.awaitSamples(5);
        signal("-9", first);
        walk.awaitEnd().finished();
        assertThat(walk.all(JobEvent.Started.class))
                .extracting(JobEvent.Started::restarts)
                .containsExactly(0, 1);
        assertThat(walk.all(JobEvent.Started.class).getFirst().pid()).isEqualTo(first);
        assertThat(walk.varBinds()).extracting(VarBind::name).doesNotHaveDuplicates();
    }

    @Test
    void aWorkerRestsForAMinuteAtMost() {
        long first = pid(run(get(v2c(), SYS_NAME)));
        nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(59));
        assertThat(pid(run(get(v2c(), SYS_NAME)))).isEqualTo(first);
        nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(61));
        assertThat(pid(run(get(v2c(), SYS_NAME)))).isNotEqualTo(first);
        awaitDeath(first);
    }

    @Test
    void whoRestsLongestIsEndedForAnother() {
        engine.close();
        engine = Engine.open(EngineSettings.ofThisProcess(0).keeping(1), nanoTime::get);
        long first = pid(run(get(v2c(), SYS_NAME)));
        long other = pid(run(get(v3(), SYS_NAME)));
        awaitDeath(first);
        assertThat(pid(run(get(v3(), SYS_NAME)))).isEqualTo(other);
    }

    @Test
    void noneIsKeptIfNoneIsToBe() {
        engine.close();
        engine = Engine.open(EngineSettings.ofThisProcess(0).keeping(0), nanoTime::get);
        long first = pid(run(get(v2c(), SYS_NAME)));
        assertThat(pid(run(get(v2c(), SYS_NAME)))).isNotEqualTo(first);
        awaitDeath(first);
    }

    @Test
    void aClosedEngineLeavesNoWorkerAtRest() {
        long first = pid(run(get(v2c(), SYS_NAME)));
        engine.close();
        awaitDeath(first);
    }

    /** The device counts the messages that it got, with the one that asks how many there were. */
    private static long packets(EventLog job) {
        return job.varBinds().getFirst().value() instanceof SmiValue.Counter32(long count)
                ? count
                : -1;
    }

    @Test
    void theSecondJobOfAV3UserNeedsNoDiscovery() {
        EventLog first = run(get(v3(), SNMP_IN_PKTS));
        EventLog second = run(get(v3(), SNMP_IN_PKTS));
        EventLog third = run(get(target(port, user("second", OTHER_PASSPHRASE, "")), SNMP_IN_PKTS));
        assertThat(packets(second) - packets(first)).isEqualTo(1);
        assertThat(packets(third) - packets(second)).isGreaterThan(1);
    }
}
