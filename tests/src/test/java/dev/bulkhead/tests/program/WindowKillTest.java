package dev.bulkhead.tests.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.agent.Device;
import dev.bulkhead.app.demo.DemoDevices;
import dev.bulkhead.app.history.HistoryReader;
import dev.bulkhead.app.history.StoredGap;
import dev.bulkhead.app.history.StoredSeries;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The window's program, off screen, polls what it was left with and is killed in the middle of it
 * again and again, {@code -Dhistory.kills} times. What another process could read of its history
 * before a kill was told to be kept: it must be there ever after.
 */
@EnabledOnOs(OS.LINUX)
class WindowKillTest {
    private static final int KILLS = Integer.getInteger("history.kills", 2);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int EVERY_MILLIS = 100;
    private static final int VALUES_BEFORE_KILL = 25;
    private static final String CUT = "the program ended without closing the history";

    private final Engine engine = Engine.open(EngineSettings.ofThisProcess(1));
    private final List<Process> started = new ArrayList<>();
    private Device device;

    @TempDir private Path home;

    /** Values by series and time. */
    private record Kept(Map<String, TreeMap<Long, Object>> values) {

        /** How many values each series has that are newer, at least. */
        int since(long time) {
            return values.values().stream()
                    .mapToInt(each -> each.tailMap(time, false).size())
                    .min()
                    .orElse(0);
        }
    }

    @BeforeEach
    void startDevice() throws Exception {
        device = new DemoDevices(engine::submit).start().get(60, TimeUnit.SECONDS).getFirst();
        Path folder = Files.createDirectories(home.resolve("config").resolve("bulkhead"));
        StringBuilder polls = new StringBuilder();
        for (String oid : List.of("1.3.6.1.2.1.1.3.0", "1.3.6.1.2.1.31.1.1.1.6.3")) {
            polls.append("[poll]\ndevice = switch\naddress = ")
                    .append(device.host() + ":" + device.port())
                    .append("\noid = ")
                    .append(oid)
                    .append("\nevery-ms = ")
                    .append(EVERY_MILLIS)
                    .append("\njob = 0\n");
        }
        Files.writeString(folder.resolve("polls.conf"), polls);
    }

    @AfterEach
    void endAll() {
        for (Process process : started) {
            List<ProcessHandle> workers = process.descendants().toList();
            process.destroyForcibly();
            workers.forEach(ProcessHandle::destroyForcibly);
        }
        engine.close();
    }

    private Path file() {
        return home.resolve("data").resolve("bulkhead").resolve("history").resolve("history.db");
    }

    @Test
    void whatTheWindowHasKeptOutlivesItsKills() throws Exception {
        Map<String, TreeMap<Long, Object>> told = new HashMap<>();
        List<Long> kills = new ArrayList<>();
        long before = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process window = start();
            Kept seen = awaitValues(window, before);
            seen.values()
                    .forEach((key, each) -> {
                        TreeMap<Long, Object> all = told.computeIfAbsent(key, _ -> new TreeMap<>());
                        all.putAll(each);
                    });
            kill(window);
            kills.add(System.currentTimeMillis());
            before = System.currentTimeMillis();
        }
        Process last = start();
        awaitValues(last, before);
        kill(last);
        Kept left = read();
        told.forEach((key, values) ->
                assertThat(left.values().get(key)).as(key).containsAllEntriesOf(values));
        try (HistoryReader reader = HistoryReader.open(file())) {
            assertThat(reader.check()).isEmpty();
            for (StoredSeries series : reader.series()) {
                List<StoredGap> cuts =
                        reader.gaps(series.id(), 0, Long.MAX_VALUE).stream()
                                .filter(gap -> gap.reason().contains(CUT))
                                .toList();
                assertThat(cuts).as(series.key().name()).hasSize(KILLS);
                for (int i = 0; i < KILLS; i++) {
                    assertThat(kills.get(i)).isBetween(cuts.get(i).since(), cuts.get(i).until());
                }
            }
        }
    }

    /** Until so many values after a moment can be read by somebody else. */
    private Kept awaitValues(Process window, long after) {
        Awaitility.await("values are kept")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    assertThat(window.isAlive()).as("the window runs").isTrue();
                    return Files.exists(file()) && read().since(after) >= VALUES_BEFORE_KILL;
                });
        return read();
    }

    private Kept read() {
        Map<String, TreeMap<Long, Object>> values = new HashMap<>();
        try (HistoryReader reader = HistoryReader.open(file())) {
            for (StoredSeries series : reader.series()) {
                TreeMap<Long, Object> each = new TreeMap<>();
                reader.<RuntimeException>values(
                        series.id(),
                        0,
                        Long.MAX_VALUE,
                        (time, _, value, _) -> each.put(time, String.valueOf(value)));
                values.put(series.key().oid(), each);
            }
        } catch (SQLException notYet) {
            return new Kept(Map.of());
        }
        return new Kept(values);
    }

    private static void kill(Process window) throws InterruptedException {
        List<ProcessHandle> workers = window.descendants().toList();
        window.destroyForcibly().waitFor();
        // They end by themselves as their input does; but not at once.
        workers.forEach(ProcessHandle::destroyForcibly);
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option ->
                        option.startsWith("--module-path")
                                || option.startsWith("--add-modules")
                                || option.startsWith("--enable-native-access"))
                .forEach(command::add);
        command.addAll(
                List.of(
                        "-Xmx300m",
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Duser.home=" + home,
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "dev.bulkhead.app.Main"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_CACHE_HOME", home.resolve("cache").toString());
        builder.environment().put("XDG_CONFIG_HOME", home.resolve("config").toString());
        builder.environment().put("XDG_DATA_HOME", home.resolve("data").toString());
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(home.resolve("window.log").toFile()));
        Process process = builder.start();
        started.add(process);
        return process;
    }
}
