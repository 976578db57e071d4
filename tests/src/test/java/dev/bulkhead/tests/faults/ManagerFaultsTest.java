package dev.bulkhead.tests.faults;

import static dev.bulkhead.tests.faults.Scene.SYS_NAME;
import static dev.bulkhead.tests.faults.Scene.item;
import static dev.bulkhead.tests.faults.Scene.poll;
import static dev.bulkhead.tests.faults.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.Endpoint;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.CounterRate;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URISyntaxException;
import java.net.spi.InetAddressResolverProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Group G: what goes wrong on the manager's own side. */
class ManagerFaultsTest {
    private static Engine engine;
    private static HostileAgent healthy;

    @BeforeAll
    static void open() throws IOException {
        engine = Engine.open(EngineSettings.ofThisProcess(1));
        healthy = HostileAgent.start(Behaviour.good());
    }

    @AfterAll
    static void close() {
        healthy.close();
        engine.close();
    }

    private static Target at(String host) {
        Target usual = Targets.impatient(healthy.port());
        return new Target(host, usual.port(), usual.credential(), usual.timeout(), 1);
    }

    private static ObservedJob get(String host) {
        return ObservedJob.start(engine, Scene.get(at(host), SYS_NAME)).awaitEnd();
    }

    /** Polls a target that cannot be asked together with one that can. */
    private static ObservedJob pollWithHealthy(Engine with, String host) {
        Target good = Targets.patient(healthy.port());
        ObservedJob job =
                ObservedJob.start(with, poll(200, item(at(host), SYS_NAME), item(good, SYS_NAME)));
        job.await("the healthy one's rounds", j -> j.samplesOf(1).size() >= 5);
        assertThat(job.samplesOf(1)).allMatch(sample -> sample.failure().isEmpty());
        return job;
    }

    @Test
    void dnsMissingIsAnErrorInEachRoundAndHoldsUpNobody() {
        assertThat(get("nosuch.invalid").requireFailure()).isInstanceOf(Failure.UnknownHost.class);
        ObservedJob job = pollWithHealthy(engine, "nosuch.invalid");
        job.await("failures", j -> j.samplesOf(0).size() >= 3).cancel();
        assertThat(job.samplesOf(0))
                .allMatch(s -> s.failure().orElseThrow() instanceof Failure.UnknownHost);
    }

    @Test
    void dnsSlowHoldsUpNobody(@TempDir Path folder) throws Exception {
        try (Engine told = engineWithResolver(folder)) {
            ObservedJob job = pollWithHealthy(told, ToldResolver.SLOW);
            // Ten seconds of looking up are not over when the healthy one has had its rounds.
            assertThat(job.samplesOf(1)).extracting(Sample::round).startsWith(0L, 1L, 2L);
            job.cancel();
        }
    }

    @Test
    void dnsChangeIsFollowedWithinAMinute(@TempDir Path folder) throws Exception {
        Path file = folder.resolve(ToldResolver.FILE);
        Files.writeString(file, "127.0.0.1");
        try (Engine told = engineWithResolver(folder)) {
            HostileAgent before = HostileAgent.start(Behaviour.good());
            Target usual = Targets.impatient(before.port());
            Target moving =
                    new Target(
                            ToldResolver.MOVING,
                            usual.port(),
                            usual.credential(),
                            usual.timeout(),
                            0);
            ObservedJob job = ObservedJob.start(told, poll(1_000, item(moving, SYS_NAME)));
            job.awaitSamples(2);
            assertThat(job.sampleFailures()).isEmpty();
            before.close();
            try (HostileAgent after =
                    HostileAgent.startAt(Behaviour.good(), "127.0.0.2", usual.port())) {
                Files.writeString(file, "127.0.0.2");
                job.await("an answer from the new address", j -> after.ledger().count() > 0);
            }
            job.cancel();
        }
    }

    /** An engine whose workers resolve names by {@link ToldResolver}. */
    private static Engine engineWithResolver(Path folder) throws IOException, URISyntaxException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(InetAddressResolverProvider.class.getName()),
                ToldResolver.class.getName());
        EngineSettings usual = EngineSettings.ofThisProcess(0);
        List<Path> classPath = new ArrayList<>(usual.classPath());
        classPath.add(folder);
        classPath.add(
                Path.of(
                        ToldResolver.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI()));
        return Engine.open(new EngineSettings(usual.javaCommand(), classPath, 0));
    }

    /** A link-local address that the loopback interface has not; Java takes its number only. */
    private static String onLoopback() throws IOException {
        NetworkInterface loopback =
                NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
        return "fe80::1%" + loopback.getIndex();
    }

    @Test
    void ipv6ScopeIsTakenAndItsLackIsExplained() throws IOException {
        Failure withScope = get(onLoopback()).requireFailure();
        assertThat(withScope)
                .as("the address is understood")
                .isNotInstanceOf(Failure.UnknownHost.class);
        ObservedJob without = get("fe80::1");
        assertThat(without.varBinds()).isEmpty();
        without.requireFailure();
        assertThat(without.said())
                .as("a clear message")
                .containsPattern("(?i)scope|zone|interface");
    }

    @Test
    void noRouteIsAnErrorAtOnceAndTheWorkerLives() throws IOException {
        // Nothing but ::1 is on the loopback interface, and no packet leaves it.
        String nowhere = onLoopback();
        assertThat(get(nowhere).requireFailure()).isInstanceOf(Failure.Unreachable.class);
        ObservedJob job = pollWithHealthy(engine, nowhere);
        job.await("failures", j -> j.samplesOf(0).size() >= 2).cancel();
        assertThat(job.all(JobEvent.Restarting.class)).isEmpty();
    }

    @Test
    void portInUseIsAClearMessageAndTheRestLives() throws IOException {
        try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Endpoint endpoint = new Endpoint("127.0.0.1", taken.getLocalPort());
            ObservedJob job =
                    ObservedJob.start(
                                    engine,
                                    new JobSpec.Listen(
                                            List.of(endpoint),
                                            List.of(),
                                            JobSpec.Listen.DEFAULT_MAX_PER_SECOND))
                            .awaitEnd();
            assertThat(job.requireFailure()).isInstanceOf(Failure.LocalProblem.class);
            assertThat(job.said()).contains("" + taken.getLocalPort()).containsIgnoringCase("use");
        }
        assertThat(get("127.0.0.1").value(SYS_NAME)).contains(text("hostile"));
    }

    @Test
    void clockJumpMakesNoRateFalse() {
        for (Duration jump : List.of(Duration.ofHours(1), Duration.ofHours(-1))) {
            CounterRate rate = new CounterRate();
            Instant now = Instant.EPOCH;
            int rates = 0;
            for (int round = 0; round < 10; round++) {
                now = now.plusSeconds(1).plus(round == 5 ? jump : Duration.ZERO);
                CounterRate.Outcome outcome =
                        rate.next(
                                new SmiValue.Counter32(1_000L * round), 50_000 + 100L * round, now);
                if (outcome
                        instanceof CounterRate.Outcome.Rate(double perSecond, boolean wrapped)) {
                    assertThat(wrapped).isFalse();
                    assertThat(perSecond).isEqualTo(1_000);
                    rates++;
                }
            }
            assertThat(rates).as("only the jump may cost a rate").isGreaterThanOrEqualTo(8);
        }
    }

    @Test
    void suspendIsOneLatePollAndAGap() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs signals");
        ObservedJob job =
                ObservedJob.start(
                        engine, poll(100, item(Targets.patient(healthy.port()), SYS_NAME)));
        job.awaitSamples(5);
        long pid = job.all(JobEvent.Started.class).getFirst().pid();
        signal("-STOP", pid);
        Instant stopped = Instant.now();
        int before = job.samples().size();
        try {
            job.await("rounds missed", j -> passed(stopped).compareTo(Duration.ofSeconds(1)) > 0);
        } finally {
            signal("-CONT", pid);
        }
        job.await("a gap", j -> !j.all(JobEvent.Gap.class).isEmpty());
        job.awaitSamples(before + 8).cancel();
        assertThat(job.all(JobEvent.Restarting.class)).isEmpty();
        List<Long> rounds = job.samples().stream().map(Sample::round).toList();
        assertThat(rounds).isSorted().doesNotHaveDuplicates();
        long asked = rounds.size();
        assertThat(rounds.getLast() + 1 - asked).as("rounds not made up for").isBetween(4L, 20L);
    }

    private static Duration passed(Instant since) {
        return Duration.between(since, Instant.now());
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", signal, Long.toString(pid)).start();
        assertThat(kill.waitFor()).as("kill %s %d", signal, pid).isZero();
    }
}
