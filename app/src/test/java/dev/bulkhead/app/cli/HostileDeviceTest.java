package dev.bulkhead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.HostileTexts;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SimulatedDevice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A device whose texts are made to do harm: to terminals, logs, spreadsheets and whoever believes
 * what they look like. The nineteen texts are those of the rig of hostile agents, {@code
 * HostileTexts.ALL} in {@code hostile_agent.py}.
 */
final class HostileDeviceTest {

    private static Engine engine;
    private static String device = "";

    private final FakeTerminal world = new FakeTerminal();

    @BeforeAll
    static void startDevice(@TempDir Path folder) throws Exception {
        Path recording = Files.writeString(folder.resolve("evil.snmprec"), recording());
        SimulatedDevice evil =
                new SimulatedDevice(
                        "evil",
                        new SimulatedDevice.Model.Recording(recording),
                        "127.0.0.1",
                        0,
                        new Secret("public"),
                        new Secret("private"),
                        List.of(),
                        Optional.empty());
        engine = Engine.open(EngineSettings.ofThisProcess(0));
        CompletableFuture<String> ready = new CompletableFuture<>();
        engine.submit(
                new JobSpec.Simulate(List.of(evil)),
                event -> {
                    if (event instanceof JobEvent.Listening listening) {
                        ready.complete(listening.addresses().getFirst());
                    }
                });
        device = ready.get(60, TimeUnit.SECONDS);
    }

    @AfterAll
    static void stopDevice() {
        engine.close();
    }

    /** sysDescr, ifDescr and ifAlias, and names whose index is such a text (RFC 2578 §7.7). */
    private static String recording() {
        StringBuilder lines = new StringBuilder();
        lines.append("1.3.6.1.2.1.1.1.0|4x|").append(hex(HostileTexts.ALL.get(10))).append('\n');
        for (int i = 0; i < HostileTexts.ALL.size(); i++) {
            String hex = hex(HostileTexts.ALL.get(i));
            lines.append("1.3.6.1.2.1.2.2.1.1." + (i + 1) + "|2|" + (i + 1) + "\n");
            lines.append("1.3.6.1.2.1.2.2.1.2." + (i + 1) + "|4x|" + hex + "\n");
            lines.append("1.3.6.1.2.1.31.1.1.1.18." + (i + 1) + "|4x|" + hex + "\n");
            byte[] name = HostileTexts.ALL.get(i).getBytes(StandardCharsets.UTF_8);
            if (name.length < 32) {
                lines.append("1.3.6.1.6.3.16.1.2.1.3.3." + name.length);
                for (byte octet : name) {
                    lines.append('.').append(octet & 0xFF);
                }
                lines.append("|4x|" + hex + "\n");
            }
        }
        return lines.toString();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private String run(String verb, String... words) {
        List<String> all = new ArrayList<>(List.of(verb, "-v2c", "-c", "public"));
        all.addAll(List.of(words));
        assertThat(world.run(all.toArray(String[]::new))).as(world.err()).isZero();
        return world.out();
    }

    /** Nothing acts on a terminal; lines end only where {@code ends} allows it. */
    private static void assertInert(String text, String ends) {
        assertThat(text.codePoints().filter(c -> ends.indexOf(c) < 0))
                .noneMatch(Character::isISOControl)
                .noneMatch(c -> c == 0x2028 || c == 0x2029)
                .noneMatch(c -> Character.getType(c) == Character.FORMAT);
    }

    static Stream<String> rows() {
        return Stream.of(
                "1.3.6.1.2.1.2.2.1.2", "1.3.6.1.2.1.31.1.1.1.18", "1.3.6.1.6.3.16.1.2.1.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-OS", "-On", "-Oa", "-OT", "-Oxe", "-OqX", "-Ov"})
    void walkedTextDoesNothingToATerminal(String style) {
        rows().forEach(root -> run("walk", style, device, root));
        assertInert(world.out(), "\n\t");
        assertThat(world.err()).isEmpty();
    }

    @Test
    void jsonLinesHaveALineARecord() {
        rows().forEach(root -> run("walk", "--format", "jsonl", device, root));
        assertInert(world.out(), "\n");
        assertThat(world.out().lines()).allMatch(l -> l.startsWith("{") && l.endsWith("}"));
        assertThat(world.out()).contains("line1 \u23ce FAKE LOG LINE \u23ce line3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"walk", "table"})
    void spreadsheetsRunNothing(String verb) {
        String csv =
                verb.equals("walk")
                        ? run("walk", "--format", "csv", device, "1.3.6.1.2.1.31.1.1.1.18")
                        : run("table", "--format", "csv", device, "ifTable");
        assertInert(csv, "\n\r\t");
        for (String cell : cells(csv)) {
            assertThat(cell).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("@");
            assertThat(cell).doesNotStartWith("\t").doesNotStartWith("-");
        }
        assertThat(cells(csv)).contains("'=cmd|'/c calc'!A1", "'-2+3", "\"quoted\",\"comma\"");
    }

    /** RFC 4180. */
    private static List<String> cells(String csv) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (c == ',' || c == '\n')) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        return cells;
    }

    @Test
    void aTableIsALineARow() {
        String text = run("table", device, "ifTable");
        assertInert(text, "\n");
        assertThat(text.lines()).noneMatch(line -> line.startsWith("FAKE"));
    }

    @Test
    void aPollIsALineAValue() {
        run(
                "poll",
                "--every",
                "50ms",
                "--count",
                "2",
                "--oid",
                "sysDescr",
                "--oid",
                "ifAlias.11",
                "--oid",
                "ifAlias.8",
                device);
        assertInert(world.out(), "\n\t");
        assertThat(world.out().lines()).hasSize(6).allMatch(line -> line.startsWith("20"));
        assertThat(world.out()).contains("line1\\nFAKE LOG LINE\\r\\nline3");
    }

    @Test
    void packetsShownAreALineAVariable() {
        run("get", "-d", device, "sysDescr.0", "ifAlias.10");
        assertInert(world.err(), "\n");
        assertThat(world.err().lines()).noneMatch(line -> line.startsWith("FAKE"));
    }

    @Test
    void wordsOfTheUserDoNothingEither() {
        for (String evil : HostileTexts.ALL.subList(7, 13)) {
            if (evil.indexOf('\0') < 0) {
                world.run("get", "-v2c", "-c", evil, "-t", "0.1", "-r", "0", "127.0.0.1:9", "1.3");
                world.run("get", "-v2c", "-c", "x", "127.0.0.1:" + evil, "1.3");
                world.run("get", "-v2c", "-c", "x", device, evil);
                world.run(evil);
            }
        }
        assertInert(world.err(), "\n\t");
        assertThat(world.err().lines()).noneMatch(line -> line.startsWith("FAKE"));
        assertThat(world.err()).doesNotContain("\tat ");
    }
}
