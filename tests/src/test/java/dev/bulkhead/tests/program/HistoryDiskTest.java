package dev.bulkhead.tests.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bulkhead.app.history.HistoryReader;
import dev.bulkhead.app.history.StoredGap;
import dev.bulkhead.app.history.StoredSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A headless poll's history where there is no room, no right to write, or another writer. */
@EnabledOnOs(OS.LINUX)
class HistoryDiskTest {
    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern KEPT =
            Pattern.compile(".*\"event\":\"history\".*\"kept\":(\\d+),.*");

    private static RunningProgram simulator;
    private static String address = "";

    @TempDir private Path folder;

    @BeforeAll
    static void startSimulator() throws IOException {
        simulator = Bulkhead.start("simulate", "--seconds", "300");
        Awaitility.await("the simulator is ready")
                .atMost(PATIENCE)
                .until(() -> simulator.out().stream().anyMatch(l -> l.text().startsWith("READY ")));
        address = simulator.out().getFirst().text().substring("READY ".length());
    }

    @AfterAll
    static void stopSimulator() {
        simulator.close();
    }

    private static RunningProgram poll(Path file) throws IOException {
        return Bulkhead.start(
                "poll",
                "-v2c",
                "-c",
                "public",
                "-On",
                "-m",
                "",
                "--every",
                "20ms",
                "--format",
                "jsonl",
                "--history",
                file.toString(),
                address,
                "--oid",
                "1.3.6.1.2.1.1.3.0");
    }

    private static void await(String what, RunningProgram program, BooleanSupplier so) {
        try {
            Awaitility.await(what).atMost(PATIENCE).until(so::getAsBoolean);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(what + " did not happen: " + program.err(), e);
        }
    }

    private static long kept(RunningProgram program) {
        long kept = 0;
        for (RunningProgram.Line line : program.out()) {
            Matcher matcher = KEPT.matcher(line.text());
            if (matcher.matches()) {
                kept = Long.parseLong(matcher.group(1));
            }
        }
        return kept;
    }

    /** Ends as Ctrl-C does. */
    private static void end(RunningProgram program) throws InterruptedException {
        List<ProcessHandle> workers = program.process().descendants().toList();
        program.process().destroy();
        program.process().waitFor();
        workers.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void valuesThatFindNoRoomWaitUntilThereIsRoomAgain() throws Exception {
        assumeTrue(Files.isExecutable(PRLIMIT), "prlimit is not installed: apt-get install mount");
        Path file = folder.resolve("history.db");
        Path log = folder.resolve("history.db-wal");
        RunningProgram program = poll(file);
        String pid = "" + program.process().pid();
        try {
            await("values are kept", program, () -> kept(program) > 20);
            Command.of(PRLIMIT.toString(), "--pid", pid, "--fsize=" + Files.size(log)).run();
            await(
                    "it is told",
                    program,
                    () -> program.err().contains("the history cannot be written for now"));
            int lines = program.out().size();
            await("polling goes on", program, () -> program.out().size() > lines + 50);
            long before = kept(program);
            Command.of(PRLIMIT.toString(), "--pid", pid, "--fsize=unlimited").run();
            await(
                    "it goes on",
                    program,
                    () ->
                            program.err()
                                    .contains("the history is written again, 0 values are lost"));
            await("more is kept", program, () -> kept(program) > before + 50);
        } finally {
            end(program);
        }
        assertThat(program.err().lines().filter(line -> line.contains("for now"))).hasSize(1);
        try (HistoryReader reader = HistoryReader.open(file)) {
            StoredSeries series = reader.series().getFirst();
            assertThat(reader.check()).isEmpty();
            assertThat(reader.count(series.id())).isGreaterThanOrEqualTo(kept(program));
            assertThat(reader.gaps(series.id(), 0, Long.MAX_VALUE))
                    .extracting(StoredGap::reason)
                    .noneMatch(reason -> reason.contains("history"));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsOneMessageAndPollingGoesOn() throws Exception {
        RunningProgram program = poll(Path.of("/proc/nowhere/history.db"));
        try {
            await("values", program, () -> program.out().size() > 100);
            assertThat(program.err().lines()).hasSize(1);
            assertThat(program.err())
                    .startsWith("bulkhead: the history cannot be written for now: ")
                    .doesNotContain("Exception");
        } finally {
            end(program);
        }
    }

    @Test
    void aSecondRunWritesAFileOfItsOwn() throws Exception {
        Path file = folder.resolve("history.db");
        Path beside = folder.resolve("history-2.db");
        RunningProgram first = poll(file);
        try {
            await("values are kept", first, () -> kept(first) > 0);
            RunningProgram second = poll(file);
            try {
                await("values are kept beside it", second, () -> kept(second) > 0);
                assertThat(second.err())
                        .isEqualTo(
                                "bulkhead: another program writes "
                                        + file
                                        + ", so this one writes "
                                        + beside);
            } finally {
                end(second);
            }
        } finally {
            end(first);
        }
        try (HistoryReader reader = HistoryReader.open(beside)) {
            assertThat(reader.series()).hasSize(1);
        }
    }
}
