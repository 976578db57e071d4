package dev.bulkhead.tests.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.tests.agreement.Snmpd;
import dev.bulkhead.tests.program.Command;
import dev.bulkhead.tests.program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many jobs at once at one {@code snmpd}, each in its own worker, session kinds mixed, as EzSnmp's
 * integration tests have it but without their sleeps: not one may fail. Prints a table of times
 * beside as many of net-snmp's tools at once.
 *
 * <p>Sixty-four walks of everything keep one {@code snmpd} busy for minutes: {@code
 * -DmanyJobs.walks=64} asks for them, by default up to {@value #WALKS} jobs walk.
 */
class ManyJobsTest {
    private static final int[] COUNTS = {1, 4, 10, 20, 32, 64};
    private static final int WALKS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final int RETRIES = 3;
    private static final Oid SYS_DESCR = Oid.parse("1.3.6.1.2.1.1.1.0");
    private static final Oid EVERYTHING = Oid.parse("1.3");

    @TempDir Path folder;

    /** How one session identifies itself. */
    private record Kind(String name, Credential credential, List<String> flags) {
        static Kind community(SnmpVersion version) {
            return new Kind(
                    "v" + version.flag(),
                    new Credential.Community(version, new Secret("public")),
                    List.of("-v" + version.flag(), "-c", "public"));
        }

        static Kind user(AuthProtocol auth, Optional<PrivProtocol> priv) {
            String user = "seed" + auth.flag() + priv.map(PrivProtocol::flag).orElse("");
            SecurityLevel level =
                    priv.isPresent() ? SecurityLevel.AUTH_PRIV : SecurityLevel.AUTH_NO_PRIV;
            List<String> flags =
                    new ArrayList<>(
                            List.of(
                                    "-v3",
                                    "-u",
                                    user,
                                    "-l",
                                    level.rfcName(),
                                    "-a",
                                    auth.flag(),
                                    "-A",
                                    Snmpd.AUTH_PASSPHRASE));
            priv.ifPresent(p -> flags.addAll(List.of("-x", p.flag(), "-X", Snmpd.PRIV_PASSPHRASE)));
            return new Kind(
                    user,
                    Credential.Usm.of(
                            user,
                            level,
                            Optional.of(
                                    new Credential.Auth(auth, new Secret(Snmpd.AUTH_PASSPHRASE))),
                            priv.map(p ->
                                    new Credential.Priv(p, new Secret(Snmpd.PRIV_PASSPHRASE)))),
                    flags);
        }

        String configuration() {
            if (!(credential instanceof Credential.Usm user)) {
                return "";
            }
            return "createUser %s %s %s%s%nrouser %s %s%n"
                    .formatted(
                            name,
                            user.auth().orElseThrow().protocol().flag(),
                            Snmpd.AUTH_PASSPHRASE,
                            user.priv()
                                    .map(p ->
                                            " " + p.protocol().flag() + " " + Snmpd.PRIV_PASSPHRASE)
                                    .orElse(""),
                            name,
                            user.priv().isPresent() ? "priv" : "auth");
        }
    }

    /** The seed's seven. */
    private static final List<Kind> KINDS =
            List.of(
                    Kind.community(SnmpVersion.V1),
                    Kind.community(SnmpVersion.V2C),
                    Kind.user(AuthProtocol.MD5, Optional.of(PrivProtocol.DES)),
                    Kind.user(AuthProtocol.MD5, Optional.of(PrivProtocol.AES_128)),
                    Kind.user(AuthProtocol.SHA_1, Optional.of(PrivProtocol.AES_128)),
                    Kind.user(AuthProtocol.SHA_1, Optional.empty()),
                    Kind.user(AuthProtocol.MD5, Optional.empty()));

    private enum Operation {
        GET("snmpget"),
        WALK("snmpwalk"),
        BULK_WALK("snmpbulkwalk");

        private final String tool;

        Operation(String tool) {
            this.tool = tool;
        }

        int[] counts() {
            int most =
                    this == GET ? Integer.MAX_VALUE : Integer.getInteger("manyJobs.walks", WALKS);
            return Arrays.stream(COUNTS).filter(count -> count <= most).toArray();
        }

        JobSpec spec(Target target) {
            return switch (this) {
                case GET ->
                        new JobSpec.Get(target, new JobSpec.Get.Mode.Exact(), List.of(SYS_DESCR));
                case WALK -> walk(target, 0);
                case BULK_WALK -> walk(target, 10);
            };
        }

        private static JobSpec walk(Target target, int maxRepetitions) {
            return new JobSpec.Walk(
                    target,
                    List.of(EVERYTHING),
                    new WalkOptions(maxRepetitions, true, 0, Duration.ZERO));
        }

        /** SNMPv1 has no GETBULK: its bulk walk is a walk, as it is in a job. */
        List<String> command(Kind kind, String address) {
            boolean v1 = kind.credential().version() == SnmpVersion.V1;
            List<String> command = new ArrayList<>();
            command.add(this == BULK_WALK && v1 ? WALK.tool : tool);
            command.addAll(kind.flags());
            command.addAll(List.of("-On", "-t1", "-r3", address));
            command.add(this == GET ? SYS_DESCR.toString() : EVERYTHING.toString());
            return command;
        }
    }

    /** One cell of the table. */
    private record Measured(int count, int succeeded, long varBinds, double seconds) {}

    @Test
    void everyJobOfManySucceeds() throws Exception {
        Snmpd.require();
        StringBuilder users = new StringBuilder();
        KINDS.forEach(kind -> users.append(kind.configuration()));
        StringBuilder table =
                new StringBuilder(
                                "| operation | N | succeeded | values | seconds | net-snmp, seconds |%n"
                                        .formatted())
                        .append("|---|--:|--:|--:|--:|--:|\n");
        try (Snmpd snmpd = Snmpd.start(folder, users.toString())) {
            for (Operation operation : Operation.values()) {
                for (int count : operation.counts()) {
                    Measured ours = jobs(operation, count, snmpd);
                    double theirs = tools(operation, count, snmpd);
                    table.append(
                            String.format(
                                    Locale.ROOT,
                                    "| %s | %d | %d | %d | %.2f | %.2f |%n",
                                    operation,
                                    count,
                                    ours.succeeded(),
                                    ours.varBinds(),
                                    ours.seconds(),
                                    theirs));
                    assertThat(ours.succeeded())
                            .as("%s by %d jobs", operation, count)
                            .isEqualTo(count);
                }
            }
        } finally {
            print(table);
        }
    }

    private static void print(StringBuilder table) throws IOException {
        Path file = Path.of("target", "many-jobs.md");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, table);
        System.out.println(table);
    }

    private static Measured jobs(Operation operation, int count, Snmpd snmpd) throws Exception {
        AtomicInteger succeeded = new AtomicInteger();
        AtomicInteger varBinds = new AtomicInteger();
        CountDownLatch ended = new CountDownLatch(count);
        List<String> failures = new ArrayList<>();
        try (Engine engine = Engine.open(EngineSettings.ofThisProcess(0).keeping(0))) {
            long began = System.nanoTime();
            for (int i = 0; i < count; i++) {
                Kind kind = KINDS.get(i % KINDS.size());
                Target target =
                        new Target("127.0.0.1", snmpd.port(), kind.credential(), TIMEOUT, RETRIES);
                engine.submit(
                        operation.spec(target),
                        event -> {
                            switch (event) {
                                case JobEvent.Finished finished -> {
                                    boolean some = finished.totals().varBinds() > 0;
                                    succeeded.addAndGet(some ? 1 : 0);
                                    varBinds.addAndGet((int) finished.totals().varBinds());
                                    ended.countDown();
                                }
                                case JobEvent.Failed failed -> {
                                    synchronized (failures) {
                                        failures.add(kind.name() + ": " + failed.failure());
                                    }
                                    ended.countDown();
                                }
                                default -> {
                                    // the rest of its life
                                }
                            }
                        });
            }
            assertThat(ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            double seconds = (System.nanoTime() - began) / 1e9;
            synchronized (failures) {
                assertThat(failures).isEmpty();
            }
            return new Measured(count, succeeded.get(), varBinds.get(), seconds);
        }
    }

    private double tools(Operation operation, int count, Snmpd snmpd) throws Exception {
        List<Path> homes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            homes.add(Files.createTempDirectory(folder, "tool"));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            long began = System.nanoTime();
            List<Future<Outcome>> outcomes = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                List<String> command =
                        operation.command(KINDS.get(i % KINDS.size()), snmpd.address());
                Path home = homes.get(i);
                outcomes.add(
                        threads.submit(
                                () -> Command.of(command).with(Snmpd.environment(home)).run()));
            }
            for (Future<Outcome> outcome : outcomes) {
                outcome.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            return (System.nanoTime() - began) / 1e9;
        }
    }
}
