package dev.bulkhead.tests.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.diagnosis.Cause;
import dev.bulkhead.engine.diagnosis.Diagnosis;
import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Causes sown, and what the doctor finds: with a real {@code snmpd} where that can have them. */
class DoctorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_PDUS = 8;
    private static final String WRONG = "not-the-passphrase";

    private static final String MORE =
            """
            createUser sha256 SHA-256 %1$s AES %2$s
            rouser sha256 priv
            createUser reeder SHA %1$s AES-256-C %2$s
            rouser reeder priv
            createUser plain SHA %1$s
            rouser plain auth
            createUser blind SHA %1$s AES %2$s
            view nothing excluded .1
            rouser blind priv -V nothing
            rocommunity dark 127.0.0.1 -V nothing
            com2sec old 127.0.0.1 oldest
            group old v1 old
            view all included .1
            access old "" v1 noauth exact all none none
            """
                    .formatted(Snmpd.AUTH_PASSPHRASE, Snmpd.PRIV_PASSPHRASE);

    @TempDir Path folder;

    private final Map<Cause, String> table = new EnumMap<>(Cause.class);

    private static Credential community(String community) {
        return new Credential.Community(SnmpVersion.V2C, new Secret(community));
    }

    private static Credential.Usm user(String name) {
        return user(name, AuthProtocol.SHA_1, PrivProtocol.AES_128, "");
    }

    private static Credential.Usm user(
            String name, AuthProtocol auth, PrivProtocol priv, String context) {
        return new Credential.Usm(
                name,
                SecurityLevel.AUTH_PRIV,
                Optional.of(new Credential.Auth(auth, new Secret(Snmpd.AUTH_PASSPHRASE))),
                Optional.of(new Credential.Priv(priv, new Secret(Snmpd.PRIV_PASSPHRASE))),
                context,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Credential.Usm user(String auth, String priv) {
        return Credential.Usm.of(
                Snmpd.USER,
                SecurityLevel.AUTH_PRIV,
                Optional.of(new Credential.Auth(AuthProtocol.SHA_1, new Secret(auth))),
                Optional.of(new Credential.Priv(PrivProtocol.AES_128, new Secret(priv))));
    }

    private static JobSpec.Doctor doctor(int port, Credential credential) {
        Duration timeout = Duration.ofMillis(700);
        return new JobSpec.Doctor(
                new Target("127.0.0.1", port, credential, timeout, 0),
                false,
                List.of(),
                Duration.ofSeconds(3));
    }

    private static DatagramSocket socket() throws IOException {
        return new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static Diagnosis diagnose(Engine engine, JobSpec.Doctor spec) throws Exception {
        List<Diagnosis> found = new CopyOnWriteArrayList<>();
        CompletableFuture<Diagnosis> diagnosis = new CompletableFuture<>();
        StringBuilder told = new StringBuilder();
        engine.submit(
                spec,
                event -> {
                    switch (event) {
                        case JobEvent.Probed probed -> told.append(probed.probe()).append('\n');
                        case JobEvent.Diagnosed diagnosed -> found.add(diagnosed.diagnosis());
                        case JobEvent.Finished _ -> diagnosis.complete(found.getFirst());
                        case JobEvent.Failed failed ->
                                diagnosis.completeExceptionally(
                                        new AssertionError(failed.failure().toString()));
                        default -> {
                            // the rest of its life
                        }
                    }
                });
        Diagnosis ended = diagnosis.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        System.out.println(told + ended.toString() + "\n");
        assertThat(told.toString() + ended)
                .doesNotContain(Snmpd.AUTH_PASSPHRASE, Snmpd.PRIV_PASSPHRASE, WRONG);
        return ended;
    }

    private void expect(Engine engine, Cause cause, JobSpec.Doctor spec) throws Exception {
        Diagnosis found = diagnose(engine, spec);
        table.put(
                cause,
                "| %s | %s | %d |%n".formatted(cause.word(), found.cause().word(), found.pdus()));
        assertThat(found.pdus()).as(cause.word()).isLessThanOrEqualTo(MOST_PDUS);
    }

    private void assertAllRight(String name) throws IOException {
        String text =
                "| cause | verdict | PDUs |\n|---|---|--:|\n" + String.join("", table.values());
        Path file = Path.of("target", name);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
        System.out.println(text);
        assertThat(table)
                .allSatisfy((cause, line) ->
                        assertThat(line).startsWith("| %1$s | %1$s |".formatted(cause.word())));
    }

    @Test
    void whatSnmpdCanSufferIsFound() throws Exception {
        Snmpd.require();
        try (Snmpd snmpd = Snmpd.start(folder, MORE);
                Engine engine = Engine.open(EngineSettings.ofThisProcess(2))) {
            int port = snmpd.port();
            expect(engine, Cause.HEALTHY, doctor(port, user(Snmpd.USER)));
            expect(engine, Cause.WRONG_COMMUNITY_OR_ACCESS_LIST, doctor(port, community(WRONG)));
            expect(engine, Cause.WRONG_VERSION, doctor(port, community("oldest")));
            expect(engine, Cause.UNKNOWN_USER, doctor(port, user("nobody")));
            expect(engine, Cause.WRONG_AUTH_PROTOCOL, doctor(port, user("sha256")));
            expect(
                    engine,
                    Cause.WRONG_AUTH_PASSPHRASE,
                    doctor(port, user(WRONG, Snmpd.PRIV_PASSPHRASE)));
            expect(
                    engine,
                    Cause.WRONG_PRIV_PROTOCOL,
                    doctor(port, user(Snmpd.USER, AuthProtocol.SHA_1, PrivProtocol.DES, "")));
            expect(
                    engine,
                    Cause.WRONG_PRIV_PASSPHRASE,
                    doctor(port, user(Snmpd.AUTH_PASSPHRASE, WRONG)));
            expect(
                    engine,
                    Cause.OTHER_KEY_EXTENSION,
                    doctor(port, user("reeder", AuthProtocol.SHA_1, PrivProtocol.AES_256, "")));
            expect(engine, Cause.LEVEL_NOT_SUPPORTED, doctor(port, user("plain")));
            expect(
                    engine,
                    Cause.UNKNOWN_CONTEXT,
                    doctor(
                            port,
                            user(Snmpd.USER, AuthProtocol.SHA_1, PrivProtocol.AES_128, "vlan-7")));
            expect(engine, Cause.EMPTY_VIEW, doctor(port, community("dark")));
            assertAllRight("doctor-snmpd.md");

            assertThat(diagnose(engine, doctor(port, community("public"))).cause())
                    .isEqualTo(Cause.HEALTHY);
            assertThat(diagnose(engine, doctor(port, user("blind"))).cause())
                    .isEqualTo(Cause.EMPTY_VIEW);
        }
    }

    @Test
    void whatNetworksAndClocksSufferIsFound() throws Exception {
        int closed;
        try (DatagramSocket once = socket()) {
            closed = once.getLocalPort();
        }
        try (DatagramSocket blackHole = socket();
                ClockAgent broken =
                        new ClockAgent(
                                _ -> new ClockAgent.Clock(Integer.MAX_VALUE, 100), Duration.ZERO);
                ClockAgent twins =
                        new ClockAgent(
                                answers ->
                                        answers % 2 == 0
                                                ? new ClockAgent.Clock(3, 80_000)
                                                : new ClockAgent.Clock(17, 500),
                                Duration.ZERO);
                ClockAgent slow =
                        new ClockAgent(
                                _ -> new ClockAgent.Clock(3, 100), Duration.ofMillis(1_500));
                Engine engine = Engine.open(EngineSettings.ofThisProcess(2))) {
            expect(
                    engine,
                    Cause.HOST_DOWN_OR_FILTERED,
                    doctor(blackHole.getLocalPort(), community("public")));
            expect(engine, Cause.PORT_CLOSED, doctor(closed, community("public")));
            expect(engine, Cause.CLOCK_OUT_OF_WINDOW, doctor(broken.port(), user("ops")));
            expect(engine, Cause.DUPLICATE_ENGINE_ID, doctor(twins.port(), user("ops")));
            expect(engine, Cause.SLOW, doctor(slow.port(), user("ops")));
            expect(
                    engine,
                    Cause.NO_NAME,
                    new JobSpec.Doctor(
                            new Target(
                                    "no-such-host.invalid",
                                    161,
                                    community("public"),
                                    Duration.ofSeconds(1),
                                    0),
                            false,
                            List.of(),
                            Duration.ZERO));
            assertAllRight("doctor-network.md");
        }
    }
}
