package dev.bulkhead.tests.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.tests.agreement.Snmpd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two v3 devices that cannot be told apart by what USM keys its tables with: one engine ID (RFC
 * 3411 forbids it, cloned virtual machines have it), one user name with two passphrases, or both at
 * once. Polled at once, in one job and in two, each must answer 10 of 10 times.
 */
class ClashingDevicesTest {
    private static final String USER = "twin";
    private static final String ONE = "passphrase-one";
    private static final String OTHER = "passphrase-two";
    private static final int POLLS = 10;
    private static final Schedule OFTEN = new Schedule(Duration.ofMillis(50), 0);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Oid ENGINE_ID = Oid.parse("1.3.6.1.6.3.10.2.1.1.0");
    private static final Oid ENGINE_BOOTS = Oid.parse("1.3.6.1.6.3.10.2.1.2.0");
    private static final List<Oid> NAMES = List.of(ENGINE_ID, ENGINE_BOOTS);

    private static Engine engine;

    /** Where a device is, and the passphrase of its user. */
    private record Device(int port, String passphrase) {
        JobSpec.Poll.Item item() {
            Target target =
                    new Target("127.0.0.1", port, user(passphrase), Duration.ofSeconds(2), 1);
            return new JobSpec.Poll.Item(target, NAMES);
        }
    }

    @BeforeAll
    static void open() {
        engine = Engine.open(EngineSettings.ofThisProcess(2));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static Credential.Usm user(String passphrase) {
        Secret secret = new Secret(passphrase);
        return Credential.Usm.of(
                USER,
                SecurityLevel.AUTH_PRIV,
                Optional.of(new Credential.Auth(AuthProtocol.SHA_1, secret)),
                Optional.of(new Credential.Priv(PrivProtocol.AES_128, secret)));
    }

    /** A simulated device's engine ID is made of its name, so twins have one. */
    private static SimulatedDevice simulated(String name, String passphrase) {
        return new SimulatedDevice(
                name,
                new SimulatedDevice.Model.Switch(),
                "127.0.0.1",
                0,
                new Secret("public"),
                new Secret("private"),
                List.of(user(passphrase)),
                Optional.empty());
    }

    /** Runs two simulated devices while both ways of polling are tried. */
    private static List<List<VarBind>> tryBothWays(SimulatedDevice first, SimulatedDevice second)
            throws InterruptedException {
        CompletableFuture<List<String>> addresses = new CompletableFuture<>();
        JobHandle simulator =
                engine.submit(
                        new JobSpec.Simulate(List.of(first, second)),
                        event -> {
                            if (event instanceof JobEvent.Listening listening) {
                                addresses.complete(listening.addresses());
                            }
                        });
        try {
            List<Integer> ports =
                    addresses.orTimeout(30, TimeUnit.SECONDS).join().stream()
                            .map(a -> Integer.parseInt(a.substring(a.lastIndexOf(':') + 1)))
                            .toList();
            Device one = new Device(ports.get(0), passphraseOf(first));
            Device other = new Device(ports.get(1), passphraseOf(second));
            return tryBothWays(one, other);
        } finally {
            simulator.cancel();
        }
    }

    private static String passphraseOf(SimulatedDevice device) {
        return device.users().getFirst().auth().orElseThrow().passphrase().reveal();
    }

    /** What each device says of itself: that the clash is real. */
    private static List<List<VarBind>> tryBothWays(Device one, Device other)
            throws InterruptedException {
        JobSpec.Poll.Item first = one.item();
        JobSpec.Poll.Item second = other.item();
        assertTenOfTen(poll(List.of(new JobSpec.Poll(List.of(first, second), OFTEN))));
        List<List<Sample>> apart =
                poll(
                        List.of(
                                new JobSpec.Poll(List.of(first), OFTEN),
                                new JobSpec.Poll(List.of(second), OFTEN)));
        assertTenOfTen(apart);
        return apart.stream().map(samples -> samples.getFirst().varBinds()).toList();
    }

    /** The samples of each target of jobs that run at once, until each was polled ten times. */
    private static List<List<Sample>> poll(List<JobSpec.Poll> specs) throws InterruptedException {
        List<List<Sample>> samples = new ArrayList<>();
        List<JobHandle> jobs = new ArrayList<>();
        for (JobSpec.Poll spec : specs) {
            List<List<Sample>> own =
                    spec.items().stream()
                            .<List<Sample>>map(item -> new CopyOnWriteArrayList<>())
                            .toList();
            samples.addAll(own);
            jobs.add(
                    engine.submit(
                            spec,
                            event -> {
                                if (event instanceof JobEvent.Samples some) {
                                    some.samples().forEach(s -> own.get(s.target()).add(s));
                                }
                            }));
        }
        Awaitility.await("ten polls of each")
                .atMost(PATIENCE)
                .until(() -> samples.stream().allMatch(target -> target.size() >= POLLS));
        for (JobHandle job : jobs) {
            job.cancel();
            assertThat(job.await(PATIENCE)).isTrue();
        }
        return samples;
    }

    private static void assertTenOfTen(List<List<Sample>> targets) {
        assertThat(targets).hasSize(2);
        for (List<Sample> samples : targets) {
            assertThat(samples.stream().flatMap(sample -> sample.failure().stream()))
                    .extracting(Failure::message)
                    .isEmpty();
            assertThat(samples).allMatch(sample -> !sample.varBinds().isEmpty());
        }
    }

    private static List<SmiValue> valuesOf(Oid name, List<List<VarBind>> devices) {
        return devices.stream()
                .flatMap(List::stream)
                .filter(varBind -> varBind.name().equals(name))
                .map(VarBind::value)
                .toList();
    }

    private static void assertOneEngineId(List<List<VarBind>> devices) {
        assertThat(valuesOf(ENGINE_ID, devices)).hasSize(2);
        assertThat(valuesOf(ENGINE_ID, devices).stream().distinct()).hasSize(1);
    }

    private static void assertTwoEngineIds(List<List<VarBind>> devices) {
        assertThat(valuesOf(ENGINE_ID, devices)).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void twoSimulatedDevicesWithOneEngineIdBothAnswer() throws Exception {
        assertOneEngineId(tryBothWays(simulated("same", ONE), simulated("same", ONE)));
    }

    @Test
    void oneUserWithTwoPassphrasesOnTwoSimulatedDevicesIsTwoUsers() throws Exception {
        assertTwoEngineIds(tryBothWays(simulated("this", ONE), simulated("that", OTHER)));
    }

    @Test
    void oneEngineIdAndTwoPassphrasesOnTwoSimulatedDevicesAreNoMoreTrouble() throws Exception {
        assertOneEngineId(tryBothWays(simulated("same", ONE), simulated("same", OTHER)));
    }

    @Test
    void twoSnmpdWithOneEngineIdBothAnswerThoughTheirBootsDiffer(@TempDir Path folder)
            throws Exception {
        Snmpd.require();
        try (Snmpd one = snmpd(folder, "one", ONE, "80001f880431", 3);
                Snmpd other = snmpd(folder, "other", ONE, "80001f880431", 70)) {
            List<List<VarBind>> devices =
                    tryBothWays(new Device(one.port(), ONE), new Device(other.port(), ONE));
            assertOneEngineId(devices);
            assertThat(valuesOf(ENGINE_BOOTS, devices)).doesNotHaveDuplicates();
        }
    }

    @Test
    void oneUserWithTwoPassphrasesOnTwoSnmpdIsTwoUsers(@TempDir Path folder) throws Exception {
        Snmpd.require();
        try (Snmpd one = snmpd(folder, "one", ONE, "80001f880432", 3);
                Snmpd other = snmpd(folder, "other", OTHER, "80001f880433", 3)) {
            assertTwoEngineIds(
                    tryBothWays(new Device(one.port(), ONE), new Device(other.port(), OTHER)));
        }
    }

    private static Snmpd snmpd(
            Path folder, String name, String passphrase, String engineId, int boots)
            throws IOException {
        return Snmpd.start(
                Files.createDirectory(folder.resolve(name)),
                """
                exactEngineID 0x%1$s
                oldEngineID 0x%1$s
                engineBoots %2$d
                createUser %3$s SHA %4$s AES %4$s
                rwuser %3$s priv
                """
                        .formatted(engineId, boots, USER, passphrase));
    }
}
