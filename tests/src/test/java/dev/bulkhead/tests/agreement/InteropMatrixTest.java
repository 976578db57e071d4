package dev.bulkhead.tests.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.PeerTrust;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.tsm.CertificateFiles;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every authentication and privacy protocol over every transport, asked of {@code snmpd} and of the
 * simulator, and certificates over TLS and DTLS, asked of SNMP4J: each cell a value, or a limit of
 * the peer that is named here.
 */
class InteropMatrixTest {
    private static final Oid SYS_UP_TIME = Oid.parse("1.3.6.1.2.1.1.3.0");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;

    /** One way to ask. */
    private record Cell(Optional<AuthProtocol> auth, Optional<PrivProtocol> priv) {
        Credential.Usm credential() {
            SecurityLevel level =
                    auth.isEmpty()
                            ? SecurityLevel.NO_AUTH_NO_PRIV
                            : priv.isEmpty() ? SecurityLevel.AUTH_NO_PRIV : SecurityLevel.AUTH_PRIV;
            return Credential.Usm.of(
                    user(),
                    level,
                    auth.map(a -> new Credential.Auth(a, new Secret(Snmpd.AUTH_PASSPHRASE))),
                    priv.map(p -> new Credential.Priv(p, new Secret(Snmpd.PRIV_PASSPHRASE))));
        }

        String user() {
            return "m-"
                    + auth.map(AuthProtocol::flag).orElse("none")
                    + "-"
                    + priv.map(PrivProtocol::flag).orElse("none");
        }

        String line() {
            return "createUser %s%s%s%nrouser %s %s%n"
                    .formatted(
                            user(),
                            auth.map(a -> " " + a.flag() + " " + Snmpd.AUTH_PASSPHRASE).orElse(""),
                            priv.map(p -> " " + p.flag() + " " + Snmpd.PRIV_PASSPHRASE).orElse(""),
                            user(),
                            auth.isEmpty() ? "noauth" : priv.isEmpty() ? "auth" : "priv");
        }
    }

    private static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell(Optional.empty(), Optional.empty()));
        for (AuthProtocol auth : AuthProtocol.values()) {
            cells.add(new Cell(Optional.of(auth), Optional.empty()));
            for (PrivProtocol priv : PrivProtocol.values()) {
                cells.add(new Cell(Optional.of(auth), Optional.of(priv)));
            }
        }
        return cells;
    }

    /** Net-snmp has no 3DES at all. */
    private static boolean isBeyondSnmpd(Cell cell) {
        return cell.priv().filter(p -> p == PrivProtocol.TRIPLE_DES).isPresent();
    }

    @Test
    void snmpdAnswersEveryProtocolItHasOverUdpAndTcp() throws Exception {
        Snmpd.require();
        List<Cell> cells = cells().stream().filter(cell -> !isBeyondSnmpd(cell)).toList();
        String users = cells.stream().map(Cell::line).collect(Collectors.joining());
        try (Snmpd snmpd = Snmpd.start(folder, users);
                Engine engine = Engine.open(EngineSettings.ofThisProcess(2))) {
            Map<Transport, Map<String, String>> answers = new LinkedHashMap<>();
            for (Transport transport : List.of(Transport.UDP, Transport.TCP)) {
                Map<String, String> column = new LinkedHashMap<>();
                for (SnmpVersion version : List.of(SnmpVersion.V1, SnmpVersion.V2C)) {
                    Credential community = new Credential.Community(version, new Secret("public"));
                    column.put(
                            "v" + version.flag(),
                            ask(engine, target(transport, snmpd.port(), community)));
                }
                column.putAll(askAll(engine, transport, snmpd.port(), cells));
                answers.put(transport, column);
            }
            print(answers);
            assertThat(answers.values())
                    .allSatisfy(column ->
                            assertThat(column)
                                    .allSatisfy(
                                            (name, a) -> assertThat(a).as(name).isEqualTo("ok")));
        }
    }

    @Test
    void theSimulatorAnswersEveryProtocol() throws Exception {
        List<Cell> cells = cells();
        SimulatedDevice device =
                new SimulatedDevice(
                        "matrix",
                        new SimulatedDevice.Model.Server(),
                        "127.0.0.1",
                        0,
                        new Secret("public"),
                        new Secret("private"),
                        cells.stream().map(Cell::credential).toList(),
                        Optional.empty());
        try (Engine engine = Engine.open(EngineSettings.ofThisProcess(2))) {
            CompletableFuture<String> address = new CompletableFuture<>();
            engine.submit(
                    new JobSpec.Simulate(List.of(device)),
                    event -> {
                        if (event instanceof JobEvent.Listening listening) {
                            address.complete(listening.addresses().getFirst());
                        }
                    });
            String at = address.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            int port = Integer.parseInt(at.substring(at.lastIndexOf(':') + 1));

            assertThat(askAll(engine, Transport.UDP, port, cells))
                    .allSatisfy((name, a) -> assertThat(a).as(name).isEqualTo("ok"));
        }
    }

    /** Net-snmp's own TLS ends with version 1.0, so SNMP4J's transports are the peer here. */
    @ParameterizedTest
    @EnumSource(names = {"TLS", "DTLS"})
    void snmp4jAnswersGetWalkAndSetOverTlsAndDtls(Transport transport) throws Exception {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            names.add("1.3.6.1.4.1.99999." + i);
        }
        Oid first = Oid.parse(names.getFirst());
        VarBind written = new VarBind(first, new SmiValue.OctetString(new byte[] {'x'}));
        try (CertificateAgent agent = new CertificateAgent(transport, names);
                Engine engine = Engine.open(EngineSettings.ofThisProcess(2))) {
            Target target = target(transport, agent.port(), certificate());
            List<Oid> oids = List.of(first);

            assertThat(values(engine, new JobSpec.Get(target, new JobSpec.Get.Mode.Exact(), oids)))
                    .hasSize(1);
            assertThat(
                            values(
                                    engine,
                                    new JobSpec.Walk(
                                            target,
                                            List.of(Oid.parse("1.3.6.1.4.1.99999")),
                                            WalkOptions.DEFAULT)))
                    .hasSize(200);
            assertThat(values(engine, new JobSpec.Set(target, List.of(written))))
                    .containsExactly(written);
            assertThat(values(engine, new JobSpec.Get(target, new JobSpec.Get.Mode.Exact(), oids)))
                    .containsExactly(written);
        }
    }

    private static Credential certificate() {
        Path files = CertificateAgent.CERTIFICATES;
        return new Credential.Tsm(
                CertificateFiles.identity(
                        files.resolve("manager.crt"),
                        Optional.of(files.resolve("manager.key")),
                        Optional.empty()),
                new PeerTrust(
                        CertificateFiles.certificates(files.resolve("authority.crt")),
                        Optional.empty(),
                        Optional.empty()),
                "",
                Optional.empty());
    }

    private static List<VarBind> values(Engine engine, JobSpec spec) throws Exception {
        List<VarBind> values = new CopyOnWriteArrayList<>();
        CompletableFuture<List<VarBind>> all = new CompletableFuture<>();
        engine.submit(
                spec,
                event -> {
                    switch (event) {
                        case JobEvent.Samples samples ->
                                samples.samples().forEach(s -> values.addAll(s.varBinds()));
                        case JobEvent.Finished _ -> all.complete(values);
                        case JobEvent.Failed failed ->
                                all.completeExceptionally(
                                        new AssertionError(failed.failure().toString()));
                        default -> {
                            // the rest of its life
                        }
                    }
                });
        return all.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static Target target(Transport transport, int port, Credential credential) {
        return new Target(transport, "127.0.0.1", port, credential, Duration.ofSeconds(5), 1);
    }

    private static String ask(Engine engine, Target target) throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        engine.submit(
                new JobSpec.Get(target, new JobSpec.Get.Mode.Exact(), List.of(SYS_UP_TIME)),
                event -> {
                    switch (event) {
                        case JobEvent.Samples samples ->
                                answer.complete(verdict(samples.samples().getFirst()));
                        case JobEvent.Failed failed -> answer.complete(failed.failure().toString());
                        default -> {
                            // the rest of its life
                        }
                    }
                });
        return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static String verdict(Sample sample) {
        return sample.varBinds().getFirst().name().equals(SYS_UP_TIME) ? "ok" : sample.toString();
    }

    /** All users in one job, as a poll of one round: none may get in another's way. */
    private static Map<String, String> askAll(
            Engine engine, Transport transport, int port, List<Cell> cells) throws Exception {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Cell cell : cells) {
            answers.put(cell.user(), ask(engine, target(transport, port, cell.credential())));
        }
        return answers;
    }

    private void print(Map<Transport, Map<String, String>> answers) throws IOException {
        StringBuilder table = new StringBuilder("| user |");
        answers.keySet().forEach(transport -> table.append(' ').append(transport).append(" |"));
        table.append("\n|---|").append("---|".repeat(answers.size())).append('\n');
        for (String user : answers.values().iterator().next().keySet()) {
            table.append("| ").append(user).append(" |");
            answers.values()
                    .forEach(column -> table.append(' ').append(column.get(user)).append(" |"));
            table.append('\n');
        }
        table.append("\nnot asked: 3DES, which net-snmp does not have (the simulator has it)\n");
        Path file = Path.of("target", "interop-matrix.md");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, table);
        System.out.println(table);
    }
}
