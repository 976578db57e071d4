package dev.bulkhead.tests.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the command line behaves towards pipes, signals and terminals. */
class TerminalMannersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ESCAPE = "\u001b";

    @TempDir static Path home;
    private static RunningProgram devices;
    private static String device;

    @BeforeAll
    static void playADevice() throws IOException {
        devices = Bulkhead.start("simulate", "--seconds", "600");
        Awaitility.await("a device").atMost(PATIENCE).until(() -> !devices.out().isEmpty());
        device = devices.out().getFirst().text().replace("READY ", "");
    }

    @AfterAll
    static void end() {
        if (devices != null) {
            devices.close();
        }
    }

    /** The program, for which Ctrl-C is what it usually is, however this test was started. */
    private static ProcessBuilder builder(String... arguments) {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/env")) && Files.isDirectory(Path.of("/proc")),
                "env of GNU and /proc are needed");
        ProcessBuilder builder = Bulkhead.builder(home, List.of(), arguments);
        List<String> command = new ArrayList<>(List.of("/usr/bin/env", "--default-signal=INT"));
        command.addAll(builder.command());
        return builder.command(command);
    }

    private static String all(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aReaderThatHasEnoughEndsTheRunQuietly() throws Exception {
        Process walk = builder("walk", "-c", "public", device, "1.3.6.1").start();
        List<ProcessHandle> workers;
        try (BufferedReader out = walk.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).contains("sysDescr.0 = ");
            workers = walk.descendants().toList();
        }
        assertThat(walk.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(walk.exitValue()).isZero();
        assertThat(all(walk)).isEmpty();
        Awaitility.await("workers are gone")
                .atMost(PATIENCE)
                .until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void controlCEndsAListenerWithItsSummary() throws Exception {
        Process listen = builder("listen", "127.0.0.1:0").start();
        BufferedReader err = listen.errorReader(StandardCharsets.UTF_8);
        assertThat(err.readLine()).startsWith("Listening at ");

        assertThat(interrupted(listen)).isEqualTo(130);
        assertThat(err.readLine()).isEqualTo("Received 0 notifications");
        assertThat(err.readLine()).isNull();
    }

    @Test
    void controlCEndsARecordingThatCanBeRead() throws Exception {
        Path to = home.resolve("recorded");
        Process record =
                builder(
                                "record", "-c", "public", device, "system", "--every", "1s", "--to",
                                "" + to)
                        .start();
        Awaitility.await("two readings")
                .atMost(PATIENCE)
                .until(() -> {
                    Path index = to.resolve("recording.index");
                    return Files.exists(index)
                            && Files.readString(index)
                                            .lines()
                                            .filter(l -> l.startsWith("pass"))
                                            .count()
                                    >= 2;
                });

        assertThat(interrupted(record)).isEqualTo(130);
        assertThat(all(record)).contains("Interrupted; " + to + " has ");
        Outcome read = Bulkhead.run("record", "--from", "" + to, "--to", home + "/one.snmprec");
        assertThat(read.exitCode()).as(read.err()).isZero();
    }

    private static int interrupted(Process process) throws Exception {
        List<ProcessHandle> workers = process.descendants().toList();
        Command.of("kill", "-INT", Long.toString(process.pid())).run();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        Awaitility.await("workers are gone")
                .atMost(PATIENCE)
                .until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
        return process.exitValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "C.UTF-8"})
    void argumentsAreUtf8InTheLocaleOfCronToo(String locale) throws Exception {
        // Not given to the shell as such, for this test's own JVM may have no such letters.
        String shell = "exec \"$@\" \"$(printf 'Z\\303\\274rich \\342\\202\\254.db')\"";
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", shell, "sh"));
        command.addAll(builder("export").command());
        Outcome outcome = Command.of(command).with(Map.of("LC_ALL", locale)).run();
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("there is no history Zürich \u20ac.db");
    }

    /** What stands on a terminal after a command; {@code script} plays the terminal. */
    private static String onATerminal(Map<String, String> environment, String... arguments)
            throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/script")), "script is not installed");
        ProcessBuilder program = builder(arguments);
        Map<String, String> all = new HashMap<>(program.environment());
        all.putAll(environment);
        return Command.of(
                        "/usr/bin/script", "-qec", String.join(" ", program.command()), "/dev/null")
                .with(all)
                .run()
                .out();
    }

    @Test
    void faultsAreColouredOnATerminal() throws Exception {
        assertThat(onATerminal(Map.of("TERM", "xterm"), "nosuchverb"))
                .contains(ESCAPE + "[1;31mbulkhead:" + ESCAPE + "[0m there is no verb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM=dumb", "NO_COLOR=1"})
    void coloursCanBeSwitchedOff(String setting) throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of("TERM", "xterm"));
        environment.put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
        assertThat(onATerminal(environment, "nosuchverb"))
                .contains("bulkhead: there is no verb")
                .doesNotContain(ESCAPE);
    }

    @Test
    void noColourLeavesTheTerminal() throws Exception {
        assertThat(Bulkhead.run("nosuchverb").err())
                .contains("bulkhead: there is no verb")
                .doesNotContain(ESCAPE);
        assertThat(Bulkhead.run("doctor", "-c", "public", device).out()).doesNotContain(ESCAPE);
    }

    @Test
    void aRecordingShowsHowFarItIsOnATerminalOnly() throws Exception {
        String[] words = {"record", "-c", "public", device, "mib-2", "--to", ""};
        words[6] = home + "/shown";
        assertThat(onATerminal(Map.of("TERM", "xterm"), words))
                .containsPattern(ESCAPE + "\\[K\\d+ readings?, \\d+ values")
                .contains("\r" + ESCAPE + "[KRecorded 1 readings of ");
        words[6] = home + "/silent";
        assertThat(Bulkhead.run(words).err()).startsWith("Recorded ").doesNotContain(ESCAPE);
    }
}
