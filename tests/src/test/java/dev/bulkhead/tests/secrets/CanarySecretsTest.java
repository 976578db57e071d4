package dev.bulkhead.tests.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.AddressBlock;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Endpoint;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.TimeTicks;
import dev.bulkhead.tests.program.Command;
import dev.bulkhead.tests.secrets.Cage.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets that stand nowhere else are given to jobs of every kind, the right ones and wrong ones,
 * traced and not, with logs of the finest level and with workers that crash. Afterwards neither
 * they nor keys made of them are in anything that the programs left or showed to others.
 */
@EnabledOnOs(OS.LINUX)
class CanarySecretsTest {
    private static final String UP_TIME = "1.3.6.1.2.1.1.3.0";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern READY = Pattern.compile("Listening at (127\\.0\\.0\\.1:\\d+)");

    @TempDir private Path secrets;
    @TempDir private Path room;

    private Canaries blue;
    private Canaries gold;
    private Cage cage;
    private Engine engine;
    private String address;

    @BeforeEach
    void startDevice() throws IOException {
        blue = Canaries.of("blue", secrets);
        gold = Canaries.of("gold", secrets);
        cage = new Cage(room);
        engine = Engine.open(EngineSettings.ofThisProcess(0));
        address = device();
    }

    @AfterEach
    void stopDevice() {
        engine.close();
    }

    /** A simulated device whose secrets are the blue ones. */
    private String device() {
        SimulatedDevice device =
                new SimulatedDevice(
                        "caged",
                        new SimulatedDevice.Model.Switch(),
                        "127.0.0.1",
                        0,
                        blue.readSecret(),
                        blue.writeSecret(),
                        List.of(blue.user()),
                        Optional.empty());
        CompletableFuture<String> ready = new CompletableFuture<>();
        engine.submit(
                new JobSpec.Simulate(List.of(device)),
                event -> {
                    if (event instanceof JobEvent.Listening listening) {
                        ready.complete(listening.addresses().getFirst());
                    }
                });
        return ready.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private Needles needles() throws IOException {
        Needles needles = new Needles();
        blue.addTo(needles, cage.engineIds());
        gold.addTo(needles, cage.engineIds());
        return needles;
    }

    /** A verb with a credential, its packets shown and saved. */
    private List<String> traced(String verb, List<String> credential, String... rest) {
        List<String> words = new ArrayList<>(List.of(verb));
        words.addAll(credential);
        words.addAll(List.of("-d", "--pcapng", "trace-" + System.nanoTime() + ".pcapng"));
        words.addAll(List.of("-t", "0.5", "-r", "0"));
        words.addAll(Arrays.asList(rest));
        return words;
    }

    private Run succeeds(List<String> words) throws Exception {
        Run run = cage.run(words);
        assertThat(run.process().exitValue()).as(words + run.errText()).isZero();
        return run;
    }

    private Run fails(List<String> words) throws Exception {
        Run run = cage.run(words);
        assertThat(run.process().exitValue()).as(words + run.outText()).isNotZero();
        return run;
    }

    @Test
    void noVerbShowsASecret() throws Exception {
        for (List<String> right : List.of(blue.v1(), blue.v2c(), blue.v3())) {
            succeeds(traced("get", right, address, UP_TIME));
        }
        for (List<String> right : List.of(blue.v2c(), blue.v3())) {
            succeeds(traced("walk", right, "--format", "csv", address, "1.3.6.1.2.1.1"));
            succeeds(traced("table", right, "--format", "jsonl", address, "ifTable"));
            succeeds(
                    traced(
                            "poll",
                            right,
                            "--format",
                            "jsonl",
                            "--every",
                            "500ms",
                            "--count",
                            "4",
                            "--oid",
                            UP_TIME,
                            address));
            succeeds(traced("doctor", right, address));
            succeeds(traced("discover", right, "--port", port(), "127.0.0.1"));
        }
        succeeds(traced("getbulk", blue.v2c(), address, "1.3.6.1.2.1.1"));
        succeeds(traced("set", blue.writing(), address, "sysContact.0", "s", "x"));
        succeeds(traced("set", blue.v3(), "--format", "json", address, "sysName.0", "s", "x"));
        assertThat(cage.engineIds()).isNotEmpty();
        assertThat(needles().in(blue.auth().getBytes(StandardCharsets.UTF_8))).isNotEmpty();
        cage.mustNotHold(needles());
    }

    @Test
    void noFailureShowsASecret() throws Exception {
        fails(traced("get", gold.v1(), address, UP_TIME));
        fails(traced("get", gold.v2c(), address, UP_TIME));
        fails(traced("get", gold.v3(), address, UP_TIME));
        fails(traced("get", blue.v3WithOtherPrivacy(gold), address, UP_TIME));
        fails(traced("walk", gold.v3(), "--format", "json", address, "1.3.6.1.2.1.1"));
        fails(traced("table", gold.v2c(), address, "ifTable"));
        fails(traced("set", blue.v2c(), address, "sysContact.0", "s", "x"));
        cage.run(
                traced(
                        "poll",
                        gold.v3(),
                        "--format",
                        "jsonl",
                        "--every",
                        "300ms",
                        "--count",
                        "3",
                        "--oid",
                        UP_TIME,
                        address));
        fails(traced("doctor", gold.v2c(), "--or", gold.another(), "--try-public", address));
        fails(traced("doctor", gold.v3(), "--format", "jsonl", address));
        fails(traced("doctor", blue.v3WithOtherPrivacy(gold), address));
        fails(traced("discover", gold.v3(), "--port", port(), "127.0.0.1"));
        fails(traced("get", gold.v3(), "127.0.0.1:1", UP_TIME));
        fails(traced("get", gold.v3(), "--no-such-flag", address, UP_TIME));
        cage.mustNotHold(needles());
    }

    private String port() {
        return address.substring(address.lastIndexOf(':') + 1);
    }

    @Test
    void noListenerShowsASecret() throws Exception {
        Run listen = cage.start(traced("listen", blue.v3(), "--format", "jsonl", "127.0.0.1:0"));
        try {
            String at = listeningAt(listen);
            cage.look(listen.process().toHandle());
            String trap = "1.3.6.1.6.3.1.1.5.3";
            succeeds(traced("trap", blue.v1(), at, "7", trap));
            succeeds(traced("trap", gold.v2c(), at, "7", trap));
            succeeds(traced("inform", blue.v2c(), at, "7", trap));
            succeeds(traced("trap", blue.v3(), at, "7", trap));
            succeeds(traced("inform", blue.v3(), at, "7", trap));
            fails(traced("inform", gold.v3(), at, "7", trap));
            Awaitility.await("five notifications")
                    .atMost(PATIENCE)
                    .until(() -> listen.outText().lines().count() >= 5);
            cage.look(listen.process().toHandle());
        } finally {
            listen.process().destroy();
            listen.process().waitFor();
        }
        assertThat(listen.errText()).contains("INFORM", "RESPONSE", "authPriv");
        cage.mustNotHold(needles());
    }

    private static String listeningAt(Run listen) {
        Awaitility.await("the listener")
                .atMost(PATIENCE)
                .until(() -> READY.matcher(listen.errText()).find());
        try {
            Matcher ready = READY.matcher(listen.errText());
            assertThat(ready.find()).isTrue();
            return ready.group(1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void noCrashShowsASecret() throws Exception {
        List<String> words = new ArrayList<>(List.of("poll"));
        words.addAll(blue.v3());
        words.addAll(List.of("--format", "jsonl", "--every", "100ms", "--oid", UP_TIME, address));
        Run poll = cage.start(words);
        try {
            awaitValues(poll);
            cage.look(poll.process().toHandle());
            signal("-QUIT", worker(poll).pid());
            awaitValues(poll);
            crash(poll, "-SEGV");
            crash(poll, "-ABRT");
            awaitValues(poll);
            cage.look(poll.process().toHandle());
            signal("-QUIT", poll.process().pid());
            Awaitility.await("a thread dump")
                    .atMost(PATIENCE)
                    .until(() -> poll.outText().contains("Full thread dump"));
            signal("-SEGV", poll.process().pid());
            assertThat(poll.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            Cage.kill(poll);
        }
        assertThat(poll.errText()).contains("another takes over");
        assertThat(cage.crashFiles()).allMatch(name -> name.startsWith("core"));
        cage.mustNotHold(needles());
    }

    /** Ends the worker by a signal, with core files as large as the system allows. */
    private void crash(Run poll, String signal) throws Exception {
        ProcessHandle worker = worker(poll);
        if (Files.isExecutable(Path.of("/usr/bin/prlimit"))) {
            Command.of("prlimit", "--pid", "" + worker.pid(), "--core=unlimited").run();
        }
        signal(signal, worker.pid());
        Awaitility.await("its end").atMost(PATIENCE).until(() -> !worker.isAlive());
        awaitValues(poll);
    }

    private static ProcessHandle worker(Run poll) {
        return Awaitility.await("a worker")
                .atMost(PATIENCE)
                .until(() -> Cage.workers(poll).stream().findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private static void awaitValues(Run poll) throws IOException {
        long before = values(poll);
        Awaitility.await("values").atMost(PATIENCE).until(() -> values(poll) >= before + 3);
    }

    private static long values(Run poll) throws IOException {
        return poll.outText().lines().filter(line -> line.contains("\"value\"")).count();
    }

    private static void signal(String signal, long pid) throws Exception {
        assertThat(Command.of("kill", signal, Long.toString(pid)).run().exitCode()).isZero();
    }

    @Test
    void noEventLogOrTextOfTheEngineShowsASecret() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        Logger root = Logger.getLogger("");
        Handler everything =
                new Handler() {
                    @Override
                    public void publish(LogRecord record) {
                        told.add(record.getMessage() + Arrays.toString(record.getParameters()));
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        Level before = root.getLevel();
        root.setLevel(Level.ALL);
        root.addHandler(everything);
        everything.setLevel(Level.ALL);
        try {
            for (JobSpec spec : specs()) {
                told.add(spec.toString());
                JobHandle job = engine.submitTraced(spec, event -> told.add(event.toString()));
                job.await(PATIENCE);
                told.addAll(job.stderrTail());
                told.add(job.toString());
            }
        } finally {
            root.removeHandler(everything);
            root.setLevel(before);
        }
        assertThat(told).anyMatch(text -> text.contains("GET request-id"));
        assertThat(needles().in(String.join("\n", told).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private List<JobSpec> specs() {
        return Stream.of(blue.community(), gold.community(), blue.user(), gold.user())
                .flatMap(credential -> specs(credential).stream())
                .toList();
    }

    /** A job of each kind that asks, and one that listens on a port that it cannot have. */
    private List<JobSpec> specs(Credential credential) {
        int port = Integer.parseInt(port());
        Duration timeout = Duration.ofMillis(500);
        Target target = new Target("127.0.0.1", port, credential, timeout, 0);
        List<Oid> names = List.of(Oid.parse(UP_TIME));
        List<Credential.Usm> users =
                credential instanceof Credential.Usm user ? List.of(user) : List.of();
        return List.of(
                new JobSpec.Get(target, new JobSpec.Get.Mode.Exact(), names),
                new JobSpec.Walk(target, names, WalkOptions.DEFAULT),
                new JobSpec.Table(target, names, WalkOptions.DEFAULT),
                new JobSpec.Set(target, List.of(new VarBind(names.getFirst(), new TimeTicks(1)))),
                new JobSpec.Poll(
                        List.of(new JobSpec.Poll.Item(target, names)),
                        new Schedule(Duration.ofMillis(200), 2)),
                new JobSpec.Notify(target, true, 7, names.getFirst(), List.of()),
                new JobSpec.Listen(List.of(new Endpoint("127.0.0.1", port)), users, 100),
                new JobSpec.Discover(
                        List.of(AddressBlock.parse("127.0.0.1")),
                        List.of(port),
                        List.of(credential),
                        timeout,
                        0,
                        100,
                        names),
                new JobSpec.Doctor(target, false, List.of(gold.community()), timeout));
    }
}
