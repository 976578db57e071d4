package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.sample.CounterRate;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.StrayCounts;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine from its face down to the wire: simulated agents in one worker, jobs in others. */
class EngineTest {
    private static final Oid SYSTEM = Oid.parse("1.3.6.1.2.1.1");
    private static final Oid SYS_NAME = Oid.parse("1.3.6.1.2.1.1.5.0");
    private static final Oid IF_INDEX = Oid.parse("1.3.6.1.2.1.2.2.1.1");
    private static final Oid IF_IN_OCTETS = Oid.parse("1.3.6.1.2.1.2.2.1.10");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Secret PASSPHRASE = new Secret("a long passphrase");
    private static final Secret OTHER = new Secret("another passphrase");

    private static Engine engine;
    private static int port;
    private static int otherPort;

    private static Credential.Usm user(AuthProtocol protocol, Secret passphrase) {
        return Credential.Usm.of(
                "monitor",
                SecurityLevel.AUTH_PRIV,
                Optional.of(new Credential.Auth(protocol, passphrase)),
                Optional.of(new Credential.Priv(PrivProtocol.AES_128, passphrase)));
    }

    private static SimulatedDevice device(AuthProtocol protocol, Secret passphrase) {
        return new SimulatedDevice(
                "switch-1",
                new SimulatedDevice.Model.Switch(),
                "127.0.0.1",
                0,
                new Secret("public"),
                new Secret("private"),
                List.of(user(protocol, passphrase)),
                Optional.empty());
    }

    @BeforeAll
    static void startSimulator() {
        engine = Engine.open(EngineSettings.ofThisProcess(1));
        EventLog events =
                EventLog.submit(
                        engine,
                        new JobSpec.Simulate(
                                List.of(
                                        device(AuthProtocol.SHA_1, PASSPHRASE),
                                        device(AuthProtocol.SHA_256, OTHER))));
        List<String> addresses = events.await(JobEvent.Listening.class).addresses();
        port = portOf(addresses.getFirst());
        otherPort = portOf(addresses.getLast());
    }

    private static int portOf(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static Target target(int port, Credential credential) {
        return new Target("127.0.0.1", port, credential, Duration.ofSeconds(3), 1);
    }

    private static Target target(SnmpVersion version, String community) {
        return target(port, new Credential.Community(version, new Secret(community)));
    }

    private static Target v2c() {
        return target(SnmpVersion.V2C, "public");
    }

    private static JobSpec.Get get(Target target, Oid... oids) {
        return new JobSpec.Get(target, new JobSpec.Get.Mode.Exact(), List.of(oids));
    }

    private static EventLog run(JobSpec spec) {
        return EventLog.submit(engine, spec).awaitEnd();
    }

    private static VarBind sysName(String name) {
        return new VarBind(SYS_NAME, new OctetString(name.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @EnumSource(
            value = SnmpVersion.class,
            names = {"V1", "V2C"})
    void communityVersionsGet(SnmpVersion version) {
        EventLog log = run(get(target(version, "public"), SYS_NAME));
        assertThat(log.varBinds()).containsExactly(sysName("switch-1"));
        JobTotals totals = log.finished().totals();
        assertThat(totals.varBinds()).isEqualTo(1);
        assertThat(totals.requests()).isEqualTo(1);
        assertThat(totals.timeouts()).isZero();
        assertThat(totals.elapsed()).isPositive();
    }

    @Test
    void v3GetsWithEitherDigest() {
        assertThat(
                        run(get(target(port, user(AuthProtocol.SHA_1, PASSPHRASE)), SYS_NAME))
                                .varBinds())
                .containsExactly(sysName("switch-1"));
        assertThat(
                        run(get(target(otherPort, user(AuthProtocol.SHA_256, OTHER)), SYS_NAME))
                                .varBinds())
                .containsExactly(sysName("switch-1"));
    }

    @Test
    void aWrongPassphraseIsSaidToBeOne() {
        Failure failure =
                run(get(target(port, user(AuthProtocol.SHA_1, OTHER)), SYS_NAME))
                        .failed()
                        .failure();
        assertThat(failure)
                .isInstanceOfSatisfying(
                        Failure.Report.class,
                        report -> assertThat(report.meaning()).contains("passphrase"));
    }

    @Test
    void oneUserWithTwoPassphrasesInOnePollDoesNotClash() {
        EventLog log =
                run(
                        new JobSpec.Poll(
                                List.of(
                                        new JobSpec.Poll.Item(
                                                target(port, user(AuthProtocol.SHA_1, PASSPHRASE)),
                                                List.of(SYS_NAME)),
                                        new JobSpec.Poll.Item(
                                                target(
                                                        otherPort,
                                                        user(AuthProtocol.SHA_256, OTHER)),
                                                List.of(SYS_NAME))),
                                new Schedule(Duration.ofMillis(500), 6)));
        assertThat(log.samples()).allMatch(sample -> sample.failure().isEmpty());
        assertThat(log.samples().stream().filter(s -> s.target() == 0).count()).isEqualTo(6);
        assertThat(log.samples().stream().filter(s -> s.target() == 1).count()).isEqualTo(6);
    }

    @Test
    void walkAndTableAgree() {
        EventLog walk = run(new JobSpec.Walk(v2c(), List.of(IF_INDEX), WalkOptions.DEFAULT));
        EventLog table = run(new JobSpec.Table(v2c(), List.of(IF_INDEX), WalkOptions.DEFAULT));
        assertThat(walk.varBinds()).hasSizeGreaterThanOrEqualTo(24);
        assertThat(table.varBinds()).isEqualTo(walk.varBinds());
    }

    @Test
    void setChangesAndGetSeesIt() {
        EventLog set =
                run(
                        new JobSpec.Set(
                                target(
                                        otherPort,
                                        new Credential.Community(
                                                SnmpVersion.V2C, new Secret("private"))),
                                List.of(
                                        new VarBind(
                                                Oid.parse("1.3.6.1.2.1.1.6.0"),
                                                new OctetString(new byte[] {'x'})))));
        assertThat(set.finished().cancelled()).isFalse();
        EventLog get =
                run(get(target(otherPort, v2c().credential()), Oid.parse("1.3.6.1.2.1.1.6.0")));
        assertThat(get.varBinds().getFirst().value()).isEqualTo(new OctetString(new byte[] {'x'}));
    }

    @Test
    void aPollGivesEachRoundOnceAndRatesCanBeComputed() {
        EventLog log =
                run(
                        new JobSpec.Poll(
                                List.of(
                                        new JobSpec.Poll.Item(
                                                v2c(), List.of(IF_IN_OCTETS.append(1)))),
                                new Schedule(Duration.ofMillis(100), 12)));
        assertThat(log.samples())
                .extracting(Sample::round)
                .containsExactlyElementsOf(LongStream.range(0, 12).boxed().toList());
        CounterRate rate = new CounterRate();
        List<CounterRate.Outcome> rates = new ArrayList<>();
        for (Sample sample : log.samples()) {
            SmiValue value = sample.varBinds().getFirst().value();
            rates.add(rate.next(value, sample.upTimeTicks().orElseThrow(), sample.time()));
        }
        assertThat(rates.subList(1, 12)).allMatch(r -> r instanceof CounterRate.Outcome.Rate);
    }

    @Test
    void aCancelledJobFinishesAsSuch() {
        EventLog log =
                EventLog.submit(
                        engine,
                        new JobSpec.Poll(
                                List.of(new JobSpec.Poll.Item(v2c(), List.of(SYS_NAME))),
                                new Schedule(Duration.ofMillis(50), 0)));
        log.awaitSamples(2);
        WorkerStatus status =
                Awaitility.await("what the system says of the process")
                        .atMost(Duration.ofSeconds(30))
                        .until(
                                () -> log.handle().worker().orElseThrow(),
                                now -> now.cpuLoad().isPresent());
        assertThat(status.pid()).isEqualTo(log.all(JobEvent.Started.class).getFirst().pid());
        assertThat(status.state()).isEqualTo("running");
        assertThat(status.cpuTime().orElseThrow()).isPositive();
        assertThat(status.residentBytes().orElseThrow()).isBetween(10L << 20, 200L << 20);
        assertThat(status.requestsPerSecond().orElseThrow()).isBetween(1.0, 25.0);
        assertThat(status.strays()).isEqualTo(StrayCounts.ZERO);
        assertThat(status.queued()).isBetween(0, 2);
        log.handle().cancel();
        assertThat(log.awaitEnd().finished().cancelled()).isTrue();
        assertThat(log.handle().worker()).isEmpty();
        assertThat(engine.jobs()).doesNotContain(log.handle());
    }

    @Test
    void aSlowListenerSlowsAWalkAndLosesNothing() {
        int[] values = {0};
        JobHandle walk =
                engine.submit(
                        new JobSpec.Walk(
                                v2c(),
                                List.of(Oid.parse("1.3")),
                                WalkOptions.DEFAULT.withMaxRepetitions(2)),
                        event -> {
                            if (event instanceof JobEvent.Samples samples) {
                                samples.samples().forEach(s -> values[0] += s.varBinds().size());
                                LockSupport.parkNanos(200_000);
                            }
                        });
        Awaitility.await().atMost(PATIENCE).until(walk::isDone);
        EventLog all = run(new JobSpec.Walk(v2c(), List.of(Oid.parse("1.3")), WalkOptions.DEFAULT));
        assertThat(values[0]).isEqualTo(all.varBinds().size()).isGreaterThan(500);
    }

    @Test
    void aListenerThatBlocksDoesNotMakeItsWorkerLookHung() {
        EventLog log = new EventLog();
        JobHandle poll =
                engine.submit(
                        new JobSpec.Poll(
                                List.of(new JobSpec.Poll.Item(v2c(), List.of(SYS_NAME))),
                                new Schedule(Duration.ofMillis(100), 30)),
                        event -> {
                            if (event instanceof JobEvent.Samples && log.events().size() == 1) {
                                LockSupport.parkNanos(2_500_000_000L);
                            }
                            log.add(event);
                        });
        log.follow(poll);
        log.awaitEnd();
        assertThat(log.all(JobEvent.Restarting.class)).isEmpty();
        assertThat(log.all(JobEvent.Gap.class)).isEmpty();
        assertThat(log.samples()).hasSize(30);
    }

    /** The worker that an engine of ours starts; the shared engine starts none but spares. */
    private static ProcessHandle workerBeside(Set<ProcessHandle> before) {
        return Awaitility.await("a worker")
                .atMost(PATIENCE)
                .until(
                        () ->
                                ProcessHandle.current()
                                        .children()
                                        .filter(child -> !before.contains(child))
                                        .filter(EngineTest::isForOneJob)
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static boolean isForOneJob(ProcessHandle child) {
        return child.info().arguments().map(List::of).orElse(List.of()).stream()
                .reduce((first, second) -> second)
                .filter(last -> last.endsWith("WorkerMain"))
                .isPresent();
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().children().collect(Collectors.toSet());
    }

    @Test
    void aJobThatIsExpectedFindsItsWorkerStarted() {
        Set<ProcessHandle> before = children();
        try (Engine own = Engine.open(EngineSettings.ofThisProcess(0))) {
            own.expectJob();
            ProcessHandle expected = workerBeside(before);
            EventLog first = EventLog.submit(own, get(v2c(), SYS_NAME)).awaitEnd();
            assertThat(first.varBinds()).containsExactly(sysName("switch-1"));
            assertThat(first.await(JobEvent.Started.class).pid()).isEqualTo(expected.pid());

            EventLog second =
                    EventLog.submit(own, get(target(SnmpVersion.V1, "public"), SYS_NAME))
                            .awaitEnd();
            assertThat(second.varBinds()).containsExactly(sysName("switch-1"));
            assertThat(second.await(JobEvent.Started.class).pid()).isNotEqualTo(expected.pid());
        }
    }

    @Test
    void anExpectedWorkerThatDiedIsReplaced() {
        Set<ProcessHandle> before = children();
        try (Engine own = Engine.open(EngineSettings.ofThisProcess(0))) {
            own.expectJob();
            ProcessHandle expected = workerBeside(before);
            expected.destroyForcibly();
            expected.onExit().join();
            EventLog log = EventLog.submit(own, get(v2c(), SYS_NAME)).awaitEnd();
            assertThat(log.varBinds()).containsExactly(sysName("switch-1"));
            assertThat(log.all(JobEvent.Restarting.class)).isEmpty();
        }
    }

    @Test
    void anExpectedWorkerThatNoJobCameForEndsWithItsEngine() {
        Set<ProcessHandle> before = children();
        ProcessHandle expected;
        try (Engine own = Engine.open(EngineSettings.ofThisProcess(0))) {
            own.expectJob();
            expected = workerBeside(before);
        }
        assertThat(expected.onExit()).succeedsWithin(PATIENCE);
    }

    /** What is expected while another thread takes what was expected before. */
    @Test
    void ofExpectedWorkersNoneOutlivesItsEngine() throws Exception {
        Set<ProcessHandle> before = children();
        List<Thread> askers = new ArrayList<>();
        try (Engine own = Engine.open(EngineSettings.ofThisProcess(0))) {
            for (int i = 0; i < 3; i++) {
                askers.add(
                        Thread.ofPlatform()
                                .start(() -> {
                                    for (int round = 0; round < 2; round++) {
                                        own.expectJob();
                                        EventLog.submit(own, get(v2c(), SYS_NAME)).awaitEnd();
                                        own.expectJob();
                                    }
                                }));
            }
            for (Thread asker : askers) {
                asker.join(PATIENCE);
            }
        }
        for (ProcessHandle each : children()) {
            if (!before.contains(each)) {
                assertThat(each.onExit()).succeedsWithin(PATIENCE);
            }
        }
    }

    @Test
    void theSystemGroupIsWalkedByEveryVersion() {
        List<VarBind> byV2c =
                run(new JobSpec.Walk(v2c(), List.of(SYSTEM), WalkOptions.DEFAULT)).varBinds();
        List<VarBind> byV1 =
                run(new JobSpec.Walk(
                                target(SnmpVersion.V1, "public"),
                                List.of(SYSTEM),
                                WalkOptions.DEFAULT))
                        .varBinds();
        assertThat(byV1)
                .extracting(VarBind::name)
                .isNotEmpty()
                .isEqualTo(byV2c.stream().map(VarBind::name).toList());
    }
}
