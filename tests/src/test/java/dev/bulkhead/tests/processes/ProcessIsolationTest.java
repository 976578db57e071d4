package dev.bulkhead.tests.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.tests.program.Bulkhead;
import dev.bulkhead.tests.program.Command;
import dev.bulkhead.tests.program.Outcome;
import dev.bulkhead.tests.program.RunningProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed, stopped and exhausted workers, a killed program, and secrets, seen from outside. */
class ProcessIsolationTest {
    private static final Pattern PID = Pattern.compile("\"pid\":(\\d+)");
    private static final Pattern ROUND = Pattern.compile("\"round\":(\\d+)");
    private static final String SYS_UP_TIME = "1.3.6.1.2.1.1.3.0";

    private RunningProgram simulator;
    private String address;

    @BeforeEach
    void startSimulator() throws IOException {
        simulator = Bulkhead.start("simulate", "--devices", "1", "--seconds", "120");
        Awaitility.await("the simulator is ready")
                .atMost(Duration.ofSeconds(30))
                .until(() -> simulator.out().stream().anyMatch(l -> l.text().startsWith("READY ")));
        address = simulator.out().get(0).text().substring("READY ".length());
    }

    @AfterEach
    void stopSimulator() {
        simulator.close();
    }

    private RunningProgram poll(String... more) throws IOException {
        List<String> command =
                Stream.concat(
                                Stream.of("poll", "-v2c", "-c", "public", address),
                                Stream.concat(
                                        Stream.of(
                                                "--oid",
                                                SYS_UP_TIME,
                                                "--every",
                                                "100ms",
                                                "--format",
                                                "jsonl"),
                                        Stream.of(more)))
                        .toList();
        return Bulkhead.start(command.toArray(String[]::new));
    }

    private static List<String> lines(RunningProgram program, String having) {
        return program.out().stream()
                .map(RunningProgram.Line::text)
                .filter(line -> line.contains(having))
                .toList();
    }

    private static void awaitSamples(RunningProgram poll, int count) {
        Awaitility.await(count + " samples")
                .atMost(Duration.ofSeconds(30))
                .until(() -> lines(poll, "\"value\"").size() >= count);
    }

    private static long workerPid(RunningProgram poll) {
        List<String> started = lines(poll, "\"started\"");
        Matcher pid = PID.matcher(started.get(started.size() - 1));
        assertThat(pid.find()).as(started.toString()).isTrue();
        return Long.parseLong(pid.group(1));
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        assertThat(Command.of("kill", signal, Long.toString(pid)).run().exitCode()).isZero();
    }

    @Test
    void aKilledWorkerIsBackWithinThreeSecondsWithItsGapMarked() throws Exception {
        try (RunningProgram victim = poll();
                RunningProgram bystander = poll()) {
            awaitSamples(victim, 5);
            awaitSamples(bystander, 5);
            int before = lines(victim, "\"value\"").size();
            Instant killed = Instant.now();
            signal("-9", workerPid(victim));
            Awaitility.await("values again")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> lines(victim, "\"value\"").size() > before + 3);
            Instant back =
                    victim.out().stream()
                            .filter(l -> l.text().contains("\"value\""))
                            .map(RunningProgram.Line::time)
                            .filter(t -> t.isAfter(killed.plusMillis(150)))
                            .findFirst()
                            .orElseThrow();
            assertThat(Duration.between(killed, back)).isLessThan(Duration.ofSeconds(3));
            assertThat(lines(victim, "\"restarting\""))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("killed");
            // A busy machine may have made it pause before.
            assertThat(lines(victim, "\"gap\"")).anyMatch(line -> line.contains("worker killed"));
            assertThat(lines(bystander, "\"gap\"")).isEmpty();
            awaitSamples(bystander, before + 20);
            assertThat(rounds(bystander))
                    .containsExactly(LongStream.range(0, rounds(bystander).length).toArray());
        }
    }

    private static long[] rounds(RunningProgram poll) {
        return lines(poll, "\"value\"").stream()
                .mapToLong(line -> {
                    Matcher round = ROUND.matcher(line);
                    assertThat(round.find()).as(line).isTrue();
                    return Long.parseLong(round.group(1));
                })
                .toArray();
    }

    @Test
    void aStoppedWorkerIsToldApartFromAKilledOne() throws Exception {
        try (RunningProgram victim = poll()) {
            awaitSamples(victim, 3);
            signal("-STOP", workerPid(victim));
            Awaitility.await("the restart")
                    .atMost(Duration.ofSeconds(15))
                    .until(() -> !lines(victim, "\"restarting\"").isEmpty());
            assertThat(lines(victim, "\"restarting\"")).first().asString().contains("hung");
        }
    }

    @Test
    void noWorkerOutlivesAKilledProgram() throws Exception {
        RunningProgram poll = poll();
        try (poll) {
            awaitSamples(poll, 3);
            List<ProcessHandle> workers =
                    Stream.concat(
                                    poll.handle().descendants(),
                                    ProcessHandle.of(workerPid(poll)).stream())
                            .toList();
            assertThat(workers).isNotEmpty();
            poll.process().destroyForcibly();
            Awaitility.await("every child to end")
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    @Test
    void secretsReachNoChildsArgvOrEnvironmentAndNoLog(@TempDir Path folder) throws Exception {
        String canary = "canary-7f3a-passphrase";
        Path secret = Files.writeString(folder.resolve("secret"), canary + "\n");
        try (RunningProgram poll =
                Bulkhead.start(
                        "poll",
                        "-v3",
                        "-l",
                        "authPriv",
                        "-u",
                        "nobody",
                        "-a",
                        "SHA",
                        "-A",
                        "@" + secret,
                        "-x",
                        "AES",
                        "-X",
                        "@" + secret,
                        address,
                        "--oid",
                        SYS_UP_TIME,
                        "--every",
                        "200ms",
                        "--format",
                        "jsonl")) {
            Awaitility.await("a worker")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !lines(poll, "\"started\"").isEmpty());
            ProcessHandle worker = ProcessHandle.of(workerPid(poll)).orElseThrow();
            for (ProcessHandle process : List.of(worker, poll.handle())) {
                assertThat(proc(process, "cmdline")).doesNotContain(canary);
                assertThat(proc(process, "environ")).doesNotContain(canary);
            }
            Awaitility.await("two rounds that failed")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> lines(poll, "\"failure\"").size() >= 2);
            assertThat(poll.err()).doesNotContain(canary);
            assertThat(poll.out().toString()).doesNotContain(canary);
        }
    }

    @Test
    void aSecretTypedOnOurCommandLineIsNotPassedOn() throws Exception {
        String canary = "canary-91bc-passphrase";
        try (RunningProgram poll =
                Bulkhead.start(
                        "poll",
                        "-v3",
                        "-l",
                        "authPriv",
                        "-u",
                        "nobody",
                        "-a",
                        "SHA",
                        "-A",
                        canary,
                        "-x",
                        "AES",
                        "-X",
                        canary,
                        address,
                        "--oid",
                        SYS_UP_TIME,
                        "--every",
                        "200ms",
                        "--format",
                        "jsonl")) {
            Awaitility.await("a worker")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !lines(poll, "\"started\"").isEmpty());
            ProcessHandle worker = ProcessHandle.of(workerPid(poll)).orElseThrow();
            assertThat(proc(worker, "cmdline")).contains("WorkerMain").doesNotContain(canary);
            assertThat(proc(worker, "environ")).doesNotContain(canary);
        }
    }

    @Test
    void theCommunityInAFailureIsNotShown() throws Exception {
        Outcome get =
                Bulkhead.run(
                        "get",
                        "-v2c",
                        "-c",
                        "canary-community",
                        "-t",
                        "0.3",
                        "-r",
                        "0",
                        address,
                        SYS_UP_TIME);
        assertThat(get.exitCode()).isEqualTo(1);
        assertThat(get.err()).contains("no answer from").doesNotContain("canary-community");
    }

    private static String proc(ProcessHandle process, String file) throws IOException {
        return new String(
                Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), file)),
                StandardCharsets.ISO_8859_1);
    }
}
