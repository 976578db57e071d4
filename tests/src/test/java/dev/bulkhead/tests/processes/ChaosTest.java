package dev.bulkhead.tests.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.ExitReason;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.smi.Oid;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workers that die at random, of all that a worker can die of, and parents that do.
 *
 * <p>Small in every build; {@code -Dchaos.jobs=50 -Dchaos.kills=100 -Dchaos.parents=20} is the size
 * of the promise. {@code -Dchaos.seed} repeats a run's choices.
 */
class ChaosTest {
    private static final int JOBS = Integer.getInteger("chaos.jobs", 10);
    private static final int KILLS = Integer.getInteger("chaos.kills", 15);
    private static final int PARENTS = Integer.getInteger("chaos.parents", 3);
    private static final long SEED = Long.getLong("chaos.seed", System.nanoTime());

    private static final Oid SYS_UP_TIME = Oid.parse("1.3.6.1.2.1.1.3.0");
    private static final Schedule TWICE_A_SECOND = new Schedule(Duration.ofMillis(500), 0);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PROMISED = Duration.ofSeconds(3);
    private static final int MUCH = 400;

    /** Threads that wait for each processor, from which on a JVM takes seconds to start. */
    private static final double BUSY = 4;

    private static Engine devices;
    private static int port;

    @BeforeAll
    static void startSimulator() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs signals and /proc");
        devices = Engine.open(EngineSettings.ofThisProcess(0));
        CompletableFuture<String> address = new CompletableFuture<>();
        devices.submit(
                new JobSpec.Simulate(
                        List.of(
                                SimulatedDevice.of(
                                        "chaos",
                                        new SimulatedDevice.Model.Switch(),
                                        "127.0.0.1",
                                        0))),
                event -> {
                    if (event instanceof JobEvent.Listening listening) {
                        address.complete(listening.addresses().getFirst());
                    }
                });
        String at = address.orTimeout(30, TimeUnit.SECONDS).join();
        port = Integer.parseInt(at.substring(at.lastIndexOf(':') + 1));
    }

    @AfterAll
    static void stopSimulator() {
        if (devices != null) {
            devices.close();
        }
    }

    private static Target target(int agentPort) {
        return new Target(
                "127.0.0.1",
                agentPort,
                new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                Duration.ofSeconds(2),
                1);
    }

    private static JobSpec poll(int agentPort, List<Oid> oids) {
        return new JobSpec.Poll(
                List.of(new JobSpec.Poll.Item(target(agentPort), oids)), TWICE_A_SECOND);
    }

    @Test
    void everyVictimIsBackWithinThreeSecondsAndNothingIsLostElsewhere() throws Exception {
        Random random = new Random(SEED);
        List<VictimJob> jobs = new ArrayList<>();
        try (GluttonousAgent glutton = new GluttonousAgent();
                Engine engine = Engine.open(EngineSettings.ofThisProcess(2))) {
            for (int i = 0; i < JOBS - 1; i++) {
                jobs.add(start(engine, "job " + i, poll(port, List.of(SYS_UP_TIME))));
            }
            VictimJob fed = start(engine, "glutton", poll(glutton.port(), manyNames()));
            jobs.add(fed);
            Awaitility.await("every job's values")
                    .atMost(PATIENCE)
                    .until(() -> jobs.stream().allMatch(VictimJob::mayBeHit));
            jobs.forEach(VictimJob::begin);
            // The last fifth, the glutton aside, is left alone.
            List<VictimJob> victims = jobs.subList(0, JOBS - 1 - JOBS / 5);
            List<ExitReason> hits = hits(random);
            for (ExitReason how : hits) {
                // Half a second on average: a start is 0.2 s of a processor where all is quiet.
                awaitSamples(jobs, 1 + random.nextInt(2 * JOBS));
                if (how == ExitReason.OUT_OF_MEMORY) {
                    overfeed(glutton, fed);
                } else {
                    anyOf(victims, random).hit(how);
                }
            }
            Awaitility.await("every victim to be back")
                    .atMost(PATIENCE)
                    .until(() -> jobs.stream().allMatch(VictimJob::isBack));
        }
        report(jobs);
        assertThat(jobs.stream().flatMap(job -> job.lossesElsewhere().stream()))
                .as("seed %d", SEED)
                .isEmpty();
        jobs.forEach(VictimJob::assertEveryHitWasTold);
        assertThat(jobs).anyMatch(VictimJob::isUnharmed);
        assertThat(jobs.stream().flatMap(job -> job.outages().stream())).hasSize(KILLS);
        assumeTrue(
                loadPerProcessor() < BUSY,
                "the machine is too busy with other things for a promise in seconds");
        assertThat(jobs.stream().flatMap(job -> job.outages().stream()))
                .as("seed %d", SEED)
                .allMatch(outage -> outage.compareTo(PROMISED) <= 0);
    }

    private static VictimJob start(Engine engine, String name, JobSpec spec) {
        VictimJob job = new VictimJob(name);
        engine.submit(spec, job::take);
        return job;
    }

    private static List<Oid> manyNames() {
        return IntStream.range(0, MUCH).mapToObj(SYS_UP_TIME::append).toList();
    }

    /** All that is to happen: kills, and somewhere among them one stop and one full heap. */
    private static List<ExitReason> hits(Random random) {
        List<ExitReason> hits = new ArrayList<>();
        for (int i = 0; i < KILLS - 2; i++) {
            hits.add(ExitReason.KILLED);
        }
        hits.add(random.nextInt(hits.size()), ExitReason.HUNG);
        hits.add(random.nextInt(hits.size()), ExitReason.OUT_OF_MEMORY);
        return hits;
    }

    /** Lets time pass: until this many more values came. */
    private static void awaitSamples(List<VictimJob> jobs, int more) {
        int before = samples(jobs);
        Awaitility.await(more + " more values")
                .pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .until(() -> samples(jobs) >= before + more);
    }

    private static int samples(List<VictimJob> jobs) {
        return jobs.stream().mapToInt(VictimJob::sampleCount).sum();
    }

    private static void overfeed(GluttonousAgent glutton, VictimJob fed) throws Exception {
        glutton.overfeed(true);
        fed.hit(ExitReason.OUT_OF_MEMORY);
        Awaitility.await("the heap to be full")
                .pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .until(fed::ranOutOfMemory);
        glutton.overfeed(false);
    }

    private static VictimJob anyOf(List<VictimJob> victims, Random random) {
        List<VictimJob> ready =
                Awaitility.await("a victim that got over its last hit")
                        .atMost(PATIENCE)
                        .until(
                                () -> victims.stream().filter(VictimJob::mayBeHit).toList(),
                                some -> !some.isEmpty());
        return ready.get(random.nextInt(ready.size()));
    }

    private static void report(List<VictimJob> jobs) {
        List<Long> outages =
                jobs.stream()
                        .flatMap(job -> job.outages().stream())
                        .map(Duration::toMillis)
                        .sorted()
                        .toList();
        System.out.printf(
                "chaos: %d jobs, %d hits (seed %d): back after %d ms (median), %d ms (longest);"
                        + " %d values, %d lost elsewhere; load of each processor %.1f%n",
                jobs.size(),
                outages.size(),
                SEED,
                outages.isEmpty() ? 0 : outages.get(outages.size() / 2),
                outages.isEmpty() ? 0 : outages.getLast(),
                samples(jobs),
                jobs.stream().mapToInt(job -> job.lossesElsewhere().size()).sum(),
                loadPerProcessor());
    }

    private static double loadPerProcessor() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return system.getSystemLoadAverage() / system.getAvailableProcessors();
    }

    @Test
    void aWorkerThatIsKilledAtEachStartIsGivenUpWithTheReason() throws Exception {
        List<JobEvent> events = new CopyOnWriteArrayList<>();
        try (Engine engine = Engine.open(EngineSettings.ofThisProcess(0))) {
            JobHandle job =
                    engine.submit(
                            poll(port, List.of(SYS_UP_TIME)),
                            event -> {
                                events.add(event);
                                if (event instanceof JobEvent.Started started) {
                                    ProcessHandle.of(started.pid())
                                            .ifPresent(ProcessHandle::destroyForcibly);
                                }
                            });
            assertThat(job.await(PATIENCE)).isTrue();
        }
        List<JobEvent.Restarting> restarts =
                events.stream()
                        .filter(JobEvent.Restarting.class::isInstance)
                        .map(JobEvent.Restarting.class::cast)
                        .toList();
        assertThat(restarts).hasSize(5);
        assertThat(restarts)
                .extracting(JobEvent.Restarting::delay)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(events.getLast()).isInstanceOf(JobEvent.Failed.class);
        assertThat(((JobEvent.Failed) events.getLast()).failure().message())
                .contains("died too often")
                .contains("killed")
                .contains("signal 9");
    }

    @Test
    void noWorkerOutlivesAParentThatIsKilledAtAnyMoment(@TempDir Path folder) throws Exception {
        Random random = new Random(SEED);
        int orphans = 0;
        long longest = 0;
        for (int i = 0; i < PARENTS; i++) {
            // A worker inherits TMPDIR and nothing else of its parent's that would mark it.
            Path mark = Files.createDirectory(folder.resolve("parent-" + i));
            Process parent = startParent(mark);
            try (BufferedReader events = parent.inputReader(StandardCharsets.UTF_8)) {
                // From the first start, while others are under way, to all at work.
                int moment = 1 + random.nextInt(12);
                for (int k = 0; k < moment; k++) {
                    assertThat(events.readLine()).as("seed %d", SEED).isNotNull();
                }
                orphans += marked(mark).size() - 1;
                Instant killed = Instant.now();
                parent.destroyForcibly().waitFor();
                Awaitility.await("the orphans' end, seed " + SEED)
                        .pollInterval(Duration.ofMillis(10))
                        .atMost(Duration.ofSeconds(5))
                        .until(() -> marked(mark).isEmpty());
                longest = Math.max(longest, Duration.between(killed, Instant.now()).toMillis());
            } finally {
                marked(mark).forEach(ProcessHandle::destroyForcibly);
            }
        }
        System.out.printf(
                "chaos: %d parents killed (seed %d): %d workers left behind, all gone after %d ms%n",
                PARENTS, SEED, orphans, longest);
        assertThat(orphans).as("workers left behind").isGreaterThanOrEqualTo(PARENTS);
    }

    private static Process startParent(Path mark) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChaosParent.class.getName(),
                        Integer.toString(port));
        builder.environment().put("TMPDIR", mark.toString());
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** All processes that have the mark in their environment. */
    private static List<ProcessHandle> marked(Path mark) {
        String entry = "TMPDIR=" + mark + "\0";
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(ProcessHandle::isAlive)
                    .filter(process -> environment(process).contains(entry))
                    .toList();
        }
    }

    private static String environment(ProcessHandle process) {
        try {
            return Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "environ"),
                    StandardCharsets.ISO_8859_1);
        } catch (IOException | UncheckedIOException e) {
            // Gone, or another user's.
            return "";
        }
    }
}
