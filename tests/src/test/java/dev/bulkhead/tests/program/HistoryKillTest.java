package dev.bulkhead.tests.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.history.HistoryReader;
import dev.bulkhead.app.history.StoredGap;
import dev.bulkhead.app.history.StoredSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is killed in the middle of a poll again and again, {@code -Dhistory.kills} times.
 * Whatever it had told to be kept must be in its history.
 */
@EnabledOnOs(OS.LINUX)
class HistoryKillTest {
    private static final int KILLS = Integer.getInteger("history.kills", 2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ROUNDS_BEFORE_KILL = 30;
    private static final String CUT = "the program ended without closing the history";
    private static final Pattern VALUE =
            Pattern.compile(
                    "\\{\"time\":\"([^\"]+)\",\"target\":\"[^\"]+\",\"round\":\\d+,\"oid\":\"([0-9.]+)\""
                            + ".*?\"value\":(\\d+)[,}].*");
    private static final Pattern KEPT =
            Pattern.compile("\\{\"event\":\"history\".*\"kept\":(\\d+),\"lost\":(\\d+)\\}");

    private static RunningProgram simulator;
    private static String address = "";

    @TempDir private Path folder;

    /** A value as the program printed it. */
    private record Printed(String oid, long time, long value) {}

    @BeforeAll
    static void startSimulator() throws IOException {
        simulator = Bulkhead.start("simulate", "--seconds", "600");
        Awaitility.await("the simulator is ready")
                .atMost(PATIENCE)
                .until(() -> simulator.out().stream().anyMatch(l -> l.text().startsWith("READY ")));
        address = simulator.out().getFirst().text().substring("READY ".length());
    }

    @AfterAll
    static void stopSimulator() {
        simulator.close();
    }

    @Test
    void nothingThatWasToldToBeKeptIsMissingAfterAKill() throws Exception {
        Path file = folder.resolve("history.db");
        List<Printed> kept = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            kept.addAll(pollAndKill(file));
        }
        assertThat(kept).hasSizeGreaterThan(KILLS * ROUNDS_BEFORE_KILL);
        pollToItsEnd(file);
        try (HistoryReader reader = HistoryReader.open(file)) {
            Map<String, StoredSeries> series = new HashMap<>();
            reader.series().forEach(each -> series.put(each.key().oid(), each));
            Map<String, TreeMap<Long, Long>> stored = new HashMap<>();
            for (StoredSeries each : series.values()) {
                TreeMap<Long, Long> values = new TreeMap<>();
                reader.<RuntimeException>values(
                        each.id(),
                        0,
                        Long.MAX_VALUE,
                        (time, _, value, _) -> values.put(time, ((Number) value).longValue()));
                stored.put(each.key().oid(), values);
            }
            assertThat(kept)
                    .allSatisfy(printed ->
                            assertThat(stored.get(printed.oid()))
                                    .containsEntry(printed.time(), printed.value()));
            assertThat(reader.check()).isEmpty();
            for (StoredSeries each : series.values()) {
                assertThat(reader.gaps(each.id(), 0, Long.MAX_VALUE))
                        .extracting(StoredGap::reason)
                        .filteredOn(reason -> reason.contains(CUT))
                        .hasSize(KILLS);
            }
        }
    }

    private RunningProgram poll(Path file, String... more) throws IOException {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "poll",
                                "-v2c",
                                "-c",
                                "public",
                                "--every",
                                "50ms",
                                "--format",
                                "jsonl",
                                "--history",
                                file.toString()));
        words.addAll(List.of(more));
        words.addAll(List.of(address, "--oid", "sysUpTime.0", "ifHCInOctets.1"));
        return Bulkhead.start(words.toArray(String[]::new));
    }

    /** What the program said was kept before it was killed. */
    private List<Printed> pollAndKill(Path file) throws Exception {
        RunningProgram program = poll(file);
        try {
            Awaitility.await("values are kept: " + program.err())
                    .atMost(PATIENCE)
                    .until(() -> kept(program.out()) >= ROUNDS_BEFORE_KILL);
        } finally {
            List<ProcessHandle> workers = program.process().descendants().toList();
            program.process().destroyForcibly().waitFor();
            workers.forEach(ProcessHandle::destroyForcibly);
        }
        Awaitility.await("all output")
                .atMost(PATIENCE)
                .until(() -> kept(program.out()) <= printed(program.out()).size());
        List<Printed> values = printed(program.out());
        return values.subList(0, kept(program.out()));
    }

    private void pollToItsEnd(Path file) throws Exception {
        RunningProgram program = poll(file, "--count", "3");
        assertThat(program.process().waitFor()).as(program.err()).isZero();
    }

    private static int kept(List<RunningProgram.Line> lines) {
        int kept = 0;
        for (RunningProgram.Line line : lines) {
            Matcher matcher = KEPT.matcher(line.text());
            if (matcher.matches()) {
                assertThat(matcher.group(2)).as("lost values").isEqualTo("0");
                kept = Integer.parseInt(matcher.group(1));
            }
        }
        return kept;
    }

    private static List<Printed> printed(List<RunningProgram.Line> lines) {
        List<Printed> printed = new ArrayList<>();
        for (RunningProgram.Line line : lines) {
            Matcher matcher = VALUE.matcher(line.text());
            if (matcher.matches()) {
                printed.add(
                        new Printed(
                                matcher.group(2),
                                Instant.parse(matcher.group(1)).toEpochMilli(),
                                Long.parseLong(matcher.group(3))));
            }
        }
        return printed;
    }
}
