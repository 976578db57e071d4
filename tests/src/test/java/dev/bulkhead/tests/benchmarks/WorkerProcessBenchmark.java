package dev.bulkhead.tests.benchmarks;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.archive.AotCache;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.tests.program.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * What a process for each job costs, on the image that {@code mvn verify -Pinstaller} makes: from
 * the job to its first value at the parent, warm and cold, and what polling workers take.
 *
 * <p>{@code -Dimage=FOLDER} (installer/target/bulkhead), {@code -Drounds} (15), {@code -Dworkers}
 * (50), {@code -Dseconds} (20) to measure these after {@code -Dsettle} (5), in which their code is
 * compiled little by little. The simulated devices are a worker of their own. Linux only.
 */
public final class WorkerProcessBenchmark {
    private static final int DEVICES_EACH = 10;
    private static final int OIDS_EACH = 20;
    private static final double WARM_GOAL_MILLIS = 10;
    private static final double COLD_GOAL = 0.55;
    private static final double MEMORY_GOAL_MB = 15;
    private static final double CPU_GOAL_PERCENT = 0.5;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Oid SYS_NAME = Oid.parse("1.3.6.1.2.1.1.5.0");
    private static final Oid IF_ENTRY = Oid.parse("1.3.6.1.2.1.2.2.1");
    private static final int IN_OCTETS = 10;
    private static final int OUT_OCTETS = 16;

    private final Path java;
    private final List<Path> jars;
    private final List<Target> devices = new ArrayList<>();

    private WorkerProcessBenchmark(Path image) throws IOException {
        this.java = image.resolve("lib/runtime/bin/java");
        this.jars = PlainWorker.jarsIn(image.resolve("lib/app"));
        Optional<Path> cache = AotCache.of(AotCache.WORKER, java, jars).flatMap(AotCache::file);
        System.out.println(
                "image "
                        + image
                        + ", cache "
                        + cache.orElseThrow(() ->
                                new IllegalArgumentException(
                                        image
                                                + " has no AOT cache for its jars: build it"
                                                + " with mvn verify -Pinstaller")));
    }

    public static void main(String[] args) throws Exception {
        Path image =
                Path.of(
                        Settings.value(
                                "image",
                                Repository.ROOT.resolve("installer/target/bulkhead").toString()));
        new WorkerProcessBenchmark(image.toAbsolutePath()).run();
    }

    private void run() throws Exception {
        try (Engine simulator = Engine.open(new EngineSettings(java, jars, 0))) {
            for (String address : simulate(simulator)) {
                devices.add(target(address, v2c()));
            }
            System.out.println("| what | start | median | goal | |");
            System.out.println("|---|---|--:|--:|---|");
            warm();
            cold();
            polling();
        }
    }

    private static List<String> simulate(Engine engine) throws Exception {
        List<SimulatedDevice> switches = new ArrayList<>();
        for (int i = 0; i < DEVICES_EACH; i++) {
            switches.add(
                    new SimulatedDevice(
                            "switch-" + i,
                            new SimulatedDevice.Model.Switch(),
                            DemoNetwork.HOST,
                            0,
                            new Secret(DemoNetwork.READ_COMMUNITY),
                            new Secret(DemoNetwork.WRITE_COMMUNITY),
                            List.of(DemoNetwork.user()),
                            Optional.empty()));
        }
        CompletableFuture<List<String>> addresses = new CompletableFuture<>();
        engine.submit(
                new JobSpec.Simulate(switches),
                event -> {
                    if (event instanceof JobEvent.Listening ready) {
                        addresses.complete(ready.addresses());
                    }
                });
        return addresses.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static Credential v2c() {
        return new Credential.Community(SnmpVersion.V2C, new Secret(DemoNetwork.READ_COMMUNITY));
    }

    private static Target target(String address, Credential credential) {
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        return new Target(DemoNetwork.HOST, port, credential, Duration.ofSeconds(2), 1);
    }

    private JobSpec get(Credential credential) {
        Target device = devices.getFirst();
        return new JobSpec.Get(
                new Target(device.host(), device.port(), credential, device.timeout(), 1),
                new JobSpec.Get.Mode.Exact(),
                List.of(SYS_NAME));
    }

    private void warm() throws Exception {
        Map<String, List<Double>> millis = new TreeMap<>();
        try (Engine engine = Engine.open(new EngineSettings(java, jars, 1, 0))) {
            for (int round = 0; round < Settings.number("rounds", 15); round++) {
                for (Credential credential : List.of(v2c(), DemoNetwork.user())) {
                    awaitSpare();
                    add(millis, name(credential), firstValue(engine, get(credential)));
                }
            }
        }
        millis.forEach((name, all) ->
                row(
                        "get " + name + ", job to first value, ms",
                        "warm spare",
                        median(all),
                        WARM_GOAL_MILLIS));
    }

    /** The same get through workers as they are, the same without a cache, and plain JVMs. */
    private void cold() throws Exception {
        Map<String, List<Double>> millis = new TreeMap<>();
        Path noCache = Files.createTempDirectory("bulkhead-jars");
        List<Path> copies = new ArrayList<>();
        for (Path jar : jars) {
            copies.add(Files.copy(jar, noCache.resolve(jar.getFileName())));
        }
        for (int round = 0; round < Settings.number("rounds", 15); round++) {
            for (Credential credential : List.of(v2c(), DemoNetwork.user())) {
                String name = name(credential);
                JobSpec job = get(credential);
                add(millis, name + " 1 plain JVM", PlainWorker.firstValue(java, jars, job));
                try (Engine engine = Engine.open(new EngineSettings(java, copies, 0))) {
                    add(millis, name + " 2 flags, no cache", firstValue(engine, job));
                }
                try (Engine engine = Engine.open(new EngineSettings(java, jars, 0))) {
                    add(millis, name + " 3 flags and cache", firstValue(engine, job));
                }
            }
        }
        for (Path copy : copies) {
            Files.delete(copy);
        }
        Files.delete(noCache);
        for (String name : List.of(name(v2c()), name(DemoNetwork.user()))) {
            double plain = median(millis.get(name + " 1 plain JVM"));
            double flags = median(millis.get(name + " 2 flags, no cache"));
            double cached = median(millis.get(name + " 3 flags and cache"));
            System.out.printf(
                    Locale.ROOT,
                    "| get %s, ms: plain JVM %.1f, our flags %.1f, with cache %.1f | cold | | |"
                            + " |%n",
                    name,
                    plain,
                    flags,
                    cached);
            row("get " + name + ", with cache : plain JVM", "cold", cached / plain, COLD_GOAL);
        }
    }

    private void polling() throws Exception {
        int workers = Settings.number("workers", 50);
        long seconds = Settings.number("seconds", 20);
        AtomicLong samples = new AtomicLong();
        AtomicLong failures = new AtomicLong();
        try (Engine engine = Engine.open(new EngineSettings(java, jars, 0))) {
            List<JobHandle> jobs = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                jobs.add(engine.submit(poll(), event -> count(event, samples, failures)));
            }
            awaitRunning(jobs);
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(Settings.number("settle", 5)));
            List<Duration> before = cpu(jobs);
            long samplesBefore = samples.get();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
            List<Duration> after = cpu(jobs);
            long got = samples.get() - samplesBefore;
            List<Double> percent = new ArrayList<>();
            List<Double> memory = new ArrayList<>();
            long timeouts = 0;
            for (int i = 0; i < jobs.size(); i++) {
                Duration used = after.get(i).minus(before.get(i));
                percent.add(used.toMillis() / 10.0 / seconds);
                memory.add(proportionalBytes(pid(jobs.get(i))) / 1e6);
                timeouts += jobs.get(i).worker().orElseThrow().timeouts();
            }
            String what = workers + " polling workers, ";
            row(what + "proportional memory, MB", "running", median(memory), MEMORY_GOAL_MB);
            row(what + "the largest, MB", "running", max(memory), MEMORY_GOAL_MB);
            row(what + "CPU, % of a core", "running", median(percent), CPU_GOAL_PERCENT);
            row(what + "CPU of the busiest", "running", max(percent), CPU_GOAL_PERCENT);
            row(what + "timeouts", "running", (double) timeouts, 0);
            row(what + "failures of a device", "running", (double) failures.get(), 0);
            System.out.printf(
                    Locale.ROOT,
                    "| %d samples in %d s, of %d | running | | | |%n",
                    got,
                    seconds,
                    seconds * workers * DEVICES_EACH);
        }
    }

    private JobSpec poll() {
        List<Oid> oids = new ArrayList<>();
        for (int i = 1; i <= OIDS_EACH / 2; i++) {
            oids.add(IF_ENTRY.append(IN_OCTETS).append(i));
            oids.add(IF_ENTRY.append(OUT_OCTETS).append(i));
        }
        return new JobSpec.Poll(
                devices.stream().map(device -> new JobSpec.Poll.Item(device, oids)).toList(),
                new Schedule(Duration.ofSeconds(1), 0));
    }

    private static void count(JobEvent event, AtomicLong samples, AtomicLong failures) {
        if (event instanceof JobEvent.Samples some) {
            samples.addAndGet(some.samples().size());
            failures.addAndGet(
                    some.samples().stream().filter(s -> s.failure().isPresent()).count());
        }
    }

    private static void awaitRunning(List<JobHandle> jobs) {
        while (!jobs.stream()
                .allMatch(job ->
                        job.worker().isPresent() && job.worker().get().requests() > DEVICES_EACH)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    /** Milliseconds from the call to the first value. */
    private static double firstValue(Engine engine, JobSpec spec) throws Exception {
        CompletableFuture<Long> first = new CompletableFuture<>();
        long began = System.nanoTime();
        JobHandle job =
                engine.submit(
                        spec,
                        event -> {
                            switch (event) {
                                case JobEvent.Samples some -> first.complete(System.nanoTime());
                                case JobEvent.Failed failed ->
                                        first.completeExceptionally(
                                                new IllegalStateException(
                                                        failed.failure().message()));
                                default -> {
                                    // The rest of its life.
                                }
                            }
                        });
        long took = first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS) - began;
        List<String> log = job.stderrTail();
        job.await(PATIENCE);
        if (!log.isEmpty()) {
            throw new IllegalStateException("the worker says " + log);
        }
        return took / 1e6;
    }

    /** Waits until a spare is there and has nothing to do: its CPU time stands still. */
    private static void awaitSpare() {
        Duration before = Duration.ZERO;
        int still = 0;
        while (still < 3) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            Optional<Duration> now =
                    ProcessHandle.current()
                            .children()
                            .filter(child ->
                                    child.info().commandLine().orElse("").endsWith("spare"))
                            .findFirst()
                            .flatMap(child -> child.info().totalCpuDuration());
            still = now.isPresent() && now.get().equals(before) ? still + 1 : 0;
            before = now.orElse(Duration.ZERO);
        }
    }

    private static List<Duration> cpu(List<JobHandle> jobs) {
        return jobs.stream()
                .map(job -> ProcessHandle.of(pid(job)).orElseThrow().info())
                .map(info -> info.totalCpuDuration().orElseThrow())
                .toList();
    }

    private static long pid(JobHandle job) {
        return job.worker().orElseThrow().pid();
    }

    private static long proportionalBytes(long pid) throws IOException {
        try (Stream<String> lines =
                Files.lines(Path.of("/proc", String.valueOf(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                            .map(line -> line.replaceAll("\\D", ""))
                            .mapToLong(Long::parseLong)
                            .findFirst()
                            .orElseThrow()
                    * 1024;
        }
    }

    private static String name(Credential credential) {
        return credential instanceof Credential.Usm ? "v3 authPriv" : "v2c";
    }

    private static void add(Map<String, List<Double>> to, String name, double value) {
        to.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double max(List<Double> values) {
        return Arrays.stream(values.toArray(new Double[0])).mapToDouble(d -> d).max().orElseThrow();
    }

    private static void row(String what, String start, double median, double goal) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.2f | <= %s | %s |%n",
                what,
                start,
                median,
                goal,
                median <= goal ? "met" : "missed");
    }
}
