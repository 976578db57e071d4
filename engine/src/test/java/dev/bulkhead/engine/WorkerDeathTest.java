package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Workers that are killed, stopped, exhausted or orphaned, and what may be read of them. */
class WorkerDeathTest {
    private static final Oid SYS_NAME = Oid.parse("1.3.6.1.2.1.1.5.0");
    private static final Schedule FAST = new Schedule(Duration.ofMillis(200), 0);
    private static final Duration THREE_SECONDS = Duration.ofSeconds(3);

    private static Engine engine;
    private static EventLog simulator;

    @BeforeAll
    static void startSimulator() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs signals and /proc");
        engine = Engine.open(EngineSettings.ofThisProcess(1));
        simulator =
                EventLog.submit(
                        engine,
                        new JobSpec.Simulate(
                                List.of(
                                        SimulatedDevice.of(
                                                "s",
                                                new SimulatedDevice.Model.Switch(),
                                                "127.0.0.1",
                                                0))));
        simulator.await(JobEvent.Listening.class);
    }

    @AfterAll
    static void close() {
        if (engine != null) {
            engine.close();
        }
    }

    private static int port() {
        String address = simulator.all(JobEvent.Listening.class).getLast().addresses().getFirst();
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private static Target target(int port) {
        return new Target(
                "127.0.0.1",
                port,
                new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                Duration.ofSeconds(2),
                1);
    }

    private static EventLog poll() {
        return EventLog.submit(
                engine,
                new JobSpec.Poll(
                        List.of(new JobSpec.Poll.Item(target(port()), List.of(SYS_NAME))), FAST));
    }

    private static long pidOf(EventLog job) {
        return job.all(JobEvent.Started.class).getLast().pid();
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", signal, Long.toString(pid)).start();
        assertThat(kill.waitFor()).isZero();
    }

    private static List<Long> rounds(EventLog job) {
        return job.samples().stream().map(Sample::round).toList();
    }

    private static void stop(EventLog job) {
        job.handle().cancel();
        job.awaitEnd();
    }

    @Test
    void aKilledPollIsBackWithinThreeSecondsAndSaysWhatIsMissing() throws Exception {
        EventLog victim = poll();
        EventLog bystander = poll();
        victim.awaitSamples(5);
        bystander.awaitSamples(5);
        signal("-9", pidOf(victim));
        Instant killed = Instant.now();
        JobEvent.Restarting restarting = victim.await(JobEvent.Restarting.class);
        assertThat(restarting.reason()).isEqualTo(ExitReason.KILLED);
        assertThat(restarting.detail()).isEqualTo("signal 9");
        JobEvent.Gap gap = victim.await(JobEvent.Gap.class);
        int before = victim.samples().size();
        victim.awaitSamples(before + 5);
        bystander.awaitSamples(before + 5);
        stop(victim);
        stop(bystander);

        Sample last = lastBefore(victim, gap.to());
        Sample first = victim.samples().get(victim.samples().indexOf(last) + 1);
        assertThat(gap.from()).isEqualTo(last.time());
        assertThat(gap.to()).isEqualTo(first.time());
        assertThat(gap.reason()).isEqualTo("worker killed");
        assertThat(Duration.between(killed, first.time())).isLessThan(THREE_SECONDS);
        assertThat(rounds(victim)).doesNotHaveDuplicates().isSorted();
        assertThat(victim.all(JobEvent.Gap.class)).hasSize(1);
        assertThat(victim.all(JobEvent.Started.class))
                .extracting(JobEvent.Started::restarts)
                .containsExactly(0, 1);
        assertThat(bystander.all(JobEvent.Gap.class)).isEmpty();
        assertThat(rounds(bystander))
                .containsExactlyElementsOf(
                        LongStream.range(0, rounds(bystander).size()).boxed().toList());
    }

    private static Sample lastBefore(EventLog job, Instant time) {
        return job.samples().stream()
                .filter(sample -> sample.time().isBefore(time))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    @Test
    void aStoppedWorkerIsHungAndReplaced() throws Exception {
        EventLog victim = poll();
        victim.awaitSamples(3);
        long pid = pidOf(victim);
        signal("-STOP", pid);
        Instant stopped = Instant.now();
        JobEvent.Restarting restarting = victim.await(JobEvent.Restarting.class);
        assertThat(restarting.reason()).isEqualTo(ExitReason.HUNG);
        JobEvent.Gap gap = victim.await(JobEvent.Gap.class);
        assertThat(gap.reason()).isEqualTo("worker hung");
        assertThat(Duration.between(stopped, gap.to())).isLessThan(THREE_SECONDS);
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        stop(victim);
    }

    @Test
    void aWorkerWithoutMemoryIsToldApart() {
        // 60 values of 60,000 octets in the queue of a poll do not fit into 16 MB.
        try (Engine small = Engine.open(EngineSettings.ofThisProcess(0));
                BigAnswers agent = new BigAnswers()) {
            List<Oid> oids = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                oids.add(SYS_NAME.append(i));
            }
            EventLog job =
                    EventLog.submit(
                            small,
                            new JobSpec.Poll(
                                    List.of(new JobSpec.Poll.Item(target(agent.port()), oids)),
                                    FAST));
            JobEvent.Restarting restarting = job.await(JobEvent.Restarting.class);
            assertThat(restarting.reason()).isEqualTo(ExitReason.OUT_OF_MEMORY);
            assertThat(restarting.stderr())
                    .anyMatch(line -> line.contains("java.lang.OutOfMemoryError"));
        }
    }

    @Test
    void aWorkerThatDiesAtOnceIsGivenUpAfterFiveRestarts() {
        Path broken = Path.of("/bin/false");
        EngineSettings settings = new EngineSettings(broken, List.of(), 0);
        try (Engine hopeless = Engine.open(settings)) {
            EventLog job =
                    EventLog.submit(
                            hopeless,
                            new JobSpec.Get(
                                    target(1), new JobSpec.Get.Mode.Exact(), List.of(SYS_NAME)));
            job.awaitEnd();
            assertThat(job.all(JobEvent.Restarting.class))
                    .extracting(JobEvent.Restarting::delay)
                    .containsExactly(
                            Duration.ZERO,
                            Duration.ofMillis(250),
                            Duration.ofMillis(500),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(2));
            assertThat(job.failed().failure()).isInstanceOf(Failure.WorkerLost.class);
        }
    }

    @Test
    void aSetIsNeverRepeated() throws Exception {
        try (DatagramSocket deaf = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            EventLog job =
                    EventLog.submit(
                            engine,
                            new JobSpec.Set(
                                    target(deaf.getLocalPort()),
                                    List.of(new VarBind(SYS_NAME, new SmiValue.Integer32(1)))));
            job.await(JobEvent.Started.class);
            signal("-9", pidOf(job));
            job.awaitEnd();
            assertThat(job.all(JobEvent.Restarting.class)).isEmpty();
            assertThat(job.failed().failure().message()).contains("is not known");
        }
    }

    @Test
    void aKilledWalkGoesOnBehindWhatCame() throws Exception {
        WalkOptions slow = WalkOptions.DEFAULT.withMaxRepetitions(1);
        List<Oid> roots = List.of(Oid.parse("1.3"));
        EventLog whole =
                EventLog.submit(engine, new JobSpec.Walk(target(port()), roots, slow)).awaitEnd();
        EventLog broken = EventLog.submit(engine, new JobSpec.Walk(target(port()), roots, slow));
        broken.awaitSamples(10);
        signal("-9", pidOf(broken));
        broken.awaitEnd().finished();
        assertThat(broken.all(JobEvent.Restarting.class)).hasSize(1);
        assertThat(broken.varBinds())
                .extracting(VarBind::name)
                .isEqualTo(whole.varBinds().stream().map(VarBind::name).toList());
    }

    @Test
    void aKilledSimulatorIsBackAtTheSameAddress() throws Exception {
        EventLog job =
                EventLog.submit(
                        engine,
                        new JobSpec.Simulate(
                                List.of(
                                        SimulatedDevice.of(
                                                "s",
                                                new SimulatedDevice.Model.Server(),
                                                "127.0.0.1",
                                                0))));
        job.await(JobEvent.Listening.class);
        signal("-9", pidOf(job));
        List<JobEvent.Listening> listening = job.await(JobEvent.Listening.class, 2);
        assertThat(listening.getLast().addresses()).isEqualTo(listening.getFirst().addresses());
        stop(job);
    }

    @Test
    void noWorkerOutlivesItsParent() throws Exception {
        Process parent =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                PollingParent.class.getName(),
                                Integer.toString(port()))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String ready = parent.inputReader().readLine();
        assertThat(ready).isEqualTo("polling");
        List<ProcessHandle> children = parent.descendants().toList();
        assertThat(children).hasSizeGreaterThanOrEqualTo(2);
        parent.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        Awaitility.await("the workers' end")
                .atMost(Duration.ofSeconds(5))
                .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void noSecretIsInAWorkersArgumentsEnvironmentOrLog() throws Exception {
        String canary = "canary-5e1f-passphrase";
        Credential.Usm user =
                Credential.Usm.of(
                        "nobody",
                        SecurityLevel.AUTH_PRIV,
                        Optional.of(new Credential.Auth(AuthProtocol.SHA_256, new Secret(canary))),
                        Optional.of(new Credential.Priv(PrivProtocol.AES_128, new Secret(canary))));
        Target secret = new Target("127.0.0.1", port(), user, Duration.ofSeconds(1), 0);
        Target community =
                new Target(
                        "127.0.0.1",
                        port(),
                        new Credential.Community(SnmpVersion.V2C, new Secret(canary)),
                        Duration.ofMillis(100),
                        0);
        EventLog job =
                EventLog.submit(
                        engine,
                        new JobSpec.Poll(
                                List.of(
                                        new JobSpec.Poll.Item(secret, List.of(SYS_NAME)),
                                        new JobSpec.Poll.Item(community, List.of(SYS_NAME))),
                                FAST));
        job.awaitSamples(4);
        for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
            Path proc = Path.of("/proc", Long.toString(child.pid()));
            assertThat(Files.readString(proc.resolve("cmdline"))).doesNotContain(canary);
            assertThat(Files.readString(proc.resolve("environ"), StandardCharsets.ISO_8859_1))
                    .doesNotContain(canary);
        }
        stop(job);
        assertThat(job.events().toString()).doesNotContain(canary);
        assertThat(job.handle().spec().toString()).doesNotContain(canary);
        assertThat(job.handle().stderrTail().toString()).doesNotContain(canary);
    }

    @Test
    void aWorkersEnvironmentIsScrubbed() throws Exception {
        EventLog job = poll();
        job.awaitSamples(1);
        String environment =
                Files.readString(
                        Path.of("/proc", Long.toString(pidOf(job)), "environ"),
                        StandardCharsets.ISO_8859_1);
        stop(job);
        Set<String> names =
                Pattern.compile("([^=\\x00]+)=[^\\x00]*\\x00")
                        .matcher(environment)
                        .results()
                        .map(entry -> entry.group(1))
                        .collect(Collectors.toSet());
        assertThat(names)
                .contains("PATH")
                .isSubsetOf("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "TEMP", "TMP");
    }
}
