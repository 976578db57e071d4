package dev.bulkhead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.history.Entry;
import dev.bulkhead.app.history.HistoryWriter;
import dev.bulkhead.app.history.Keep;
import dev.bulkhead.app.history.RecordedSeries;
import dev.bulkhead.app.history.SeriesKey;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.DemoNetwork;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each line that a verb prints with {@code --format jsonl} is as its schema says. */
final class JsonLinesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static Engine engine;
    private static String device;

    private final FakeTerminal world = new FakeTerminal();

    @BeforeAll
    static void startDemoNetwork() throws Exception {
        engine = Engine.open(EngineSettings.ofThisProcess(0));
        CompletableFuture<List<String>> addresses = new CompletableFuture<>();
        engine.submit(
                DemoNetwork.spec(),
                event -> {
                    if (event instanceof JobEvent.Listening listening) {
                        addresses.complete(listening.addresses());
                    }
                });
        device = addresses.get(60, TimeUnit.SECONDS).get(0);
    }

    @AfterAll
    static void stopDemoNetwork() {
        engine.close();
    }

    /** Runs a verb and checks what it prints; returns its lines. */
    private List<Map<?, ?>> lines(String verb, String... words) throws UsageException {
        List<String> all = new ArrayList<>(List.of(verb, "--format", "jsonl"));
        all.addAll(List.of(words));
        world.out.reset();
        world.run(all.toArray(String[]::new));
        return checked(Schemas.of(verb));
    }

    private List<Map<?, ?>> checked(String schema) {
        List<Map<?, ?>> lines = new ArrayList<>();
        for (String line : world.out().lines().toList()) {
            assertThat(SchemaCheck.faults(schema, JsonText.parse(line))).as(line).isEmpty();
            lines.add((Map<?, ?>) JsonText.parse(line));
        }
        assertThat(lines).as(world.err()).isNotEmpty();
        return lines;
    }

    private static Set<String> texts(List<Map<?, ?>> lines, String field) {
        Set<String> texts = new TreeSet<>();
        lines.forEach(line -> texts.add(String.valueOf(line.get(field))));
        return texts;
    }

    @Test
    void values() throws Exception {
        List<Map<?, ?>> walked = lines("walk", "-c", "public", device, "1.3.6.1.2.1", "1.3.6.1.6");
        assertThat(texts(walked, "type"))
                .contains(
                        "INTEGER",
                        "OCTET STRING",
                        "Counter32",
                        "Counter64",
                        "Gauge32",
                        "TimeTicks",
                        "OBJECT IDENTIFIER",
                        "IpAddress");
        assertThat(
                        texts(
                                lines("get", "-c", "public", device, "sysName.0", "sysName.9"),
                                "exception"))
                .contains("noSuchInstance");
        assertThat(lines("getnext", "-c", "public", device, "sysName")).hasSize(1);
        assertThat(lines("getbulk", "-c", "public", "-Cr3", device, "ifDescr")).hasSize(3);
        assertThat(lines("table", "-c", "public", device, "ifName")).hasSize(28);
        assertThat(lines("set", "-c", "private", device, "sysContact.0", "s", "x\u001b\"y"))
                .hasSize(1);
    }

    /** The lines of a verb that goes on until all of these words stood in them. */
    private List<Map<?, ?>> linesUntil(List<String> wanted, String verb, String... words)
            throws Exception {
        List<String> all = new ArrayList<>(List.of(verb, "--format", "jsonl"));
        all.addAll(List.of(words));
        Thread run =
                Thread.ofPlatform().daemon().start(() -> world.run(all.toArray(String[]::new)));
        Awaitility.await(verb + " prints " + wanted)
                .atMost(PATIENCE)
                .until(() -> wanted.stream().allMatch(world.out()::contains));
        run.interrupt();
        run.join();
        return checked(Schemas.of(verb));
    }

    @Test
    void polls(@TempDir Path folder) throws Exception {
        int silent;
        try (DatagramSocket socket =
                new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            silent = socket.getLocalPort();
        }
        String[] words = {
            "-c",
            "public",
            "-t",
            "0.3",
            "-r",
            "0",
            device,
            "127.0.0.1:" + silent,
            "--oid",
            "ifHCInOctets.1",
            "sysName.0",
            "sysName.9",
            "--every",
            "300ms",
            "--history",
            folder.resolve("poll.db").toString()
        };
        linesUntil(
                List.of(
                        "\"started\"",
                        "\"failure\"",
                        "\"worker\"",
                        "\"history\"",
                        "\"noSuchInstance\"",
                        "\"rate\"",
                        "\"noRate\""),
                "poll",
                words);
        List<Map<?, ?>> lines =
                lines("poll", "-c", "public", device, "--oid", "sysName", "--count", "1");
        assertThat(texts(lines, "event")).contains("started", "finished");
    }

    @Test
    void pollSets(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("set.yaml");
        Files.writeString(
                file,
                """
                version: 1
                name: Test
                devices:
                  - {name: sim, address: "%s", credential: pub}
                  - {name: none, address: "127.0.0.1:9", credential: pub, timeout: 300ms, retries: 0}
                polls:
                  - group: Uplinks
                    devices: [sim, none]
                    every: 300ms
                    items:
                      - {object: ifHCInOctets, instances: [1], alarm: {above: 0, clear: 0}}
                      - sysName
                      - {formula: "ifHCInOctets.1 * 8", name: busy, unit: b/s}
                """
                        .formatted(device));
        linesUntil(
                List.of(
                        "\"started\"",
                        "\"device-started\"",
                        "\"failure\"",
                        "\"noRate\"",
                        "\"formula\"",
                        "\"alarm\""),
                "poll",
                "--credential",
                "pub=public",
                file.toString());
    }

    @Test
    void discoveries() throws Exception {
        String port = device.substring(device.lastIndexOf(':') + 1);
        assertThat(texts(lines("discover", "-c", "public", "--port", port, "127.0.0.1"), "state"))
                .containsExactly("answered");
        assertThat(texts(lines("discover", "-u", "nobody", "--port", port, "127.0.0.1"), "state"))
                .containsExactly("refused");
    }

    @Test
    void notifications() throws Exception {
        Thread sender = Thread.ofPlatform().daemon().start(this::sendThree);
        List<Map<?, ?>> lines =
                linesUntil(
                        List.of("\"inform\"", "\"trap\"", "\"1\"", "\"2c\""),
                        "listen",
                        "127.0.0.1:0");
        sender.join();
        assertThat(lines).hasSize(3);
    }

    private void sendThree() {
        Awaitility.await().atMost(PATIENCE).until(() -> world.err().contains(" at "));
        String at = world.err().lines().findFirst().orElseThrow().replaceFirst(".* at ", "");
        FakeTerminal sender = new FakeTerminal();
        for (String version : List.of("1", "2c")) {
            sender.run(
                    "trap", "-v" + version, "-c", "x", at, "42", "linkDown", "ifIndex.3", "i", "3");
        }
        sender.run("inform", "-c", "x", "-t", "10", at, "42", "coldStart");
    }

    @Test
    void diagnoses() throws Exception {
        List<Map<?, ?>> lines = lines("doctor", "-c", "wrong", "-t", "0.3", "--wait", "1", device);
        assertThat(texts(lines, "event")).containsExactly("diagnosis", "probe");
        assertThat(lines.getLast().get("event")).isEqualTo("diagnosis");
    }

    @Test
    void importedSettings(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("snmp.conf"), "defCommunity hidden\n");
        assertThat(lines("import", file.toString())).hasSize(1);
        assertThat(world.out()).doesNotContain("hidden");
    }

    @Test
    void faults(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("X-MIB.mib");
        Files.writeString(
                file,
                """
                X-MIB DEFINITIONS ::= BEGIN
                IMPORTS enterprises, Integer32, OBJECT-TYPE FROM SNMPv2-SMI
                        thing FROM NOWHERE-MIB;
                x OBJECT IDENTIFIER ::= { enterprises 1 }
                y OBJECT-TYPE
                    SYNTAX Intger32
                    MAX-ACCESS read-only STATUS current DESCRIPTION "" ::= { z 1 }
                w OBJECT IDENTIFIER ::= { y 1 }
                END
                """);
        List<Map<?, ?>> lines = lines("compile", "--strict", file.toString());
        assertThat(lines.getLast().get("modules")).isNotNull();
        assertThat(texts(lines, "missing")).contains("NOWHERE-MIB");
        assertThat(texts(lines, "code").size()).isGreaterThan(2);
    }

    @Test
    void names() throws Exception {
        assertThat(lines("search", "ifhcin")).isNotEmpty();
        assertThat(lines("translate", "ifDescr.1", "1.3.6.1.4.1.1.1", "linkDown")).hasSize(3);
        assertThat(
                        SchemaCheck.faults(
                                Schemas.of("mibs"),
                                JsonText.parse(
                                        "{\"on\":true,\"files\":1,\"modules\":2,\"folder\":\"/a\",\"origin\":\"b\"}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample", "minute", "hour"})
    void exports(String level, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("history.db");
        long start = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
        try (HistoryWriter writer =
                new HistoryWriter(file, () -> Keep.USUAL, InstantSource.system())) {
            RecordedSeries series =
                    writer.series(
                            new SeriesKey(
                                    "192.0.2.1:161",
                                    "sw1",
                                    "1.3.6.1.2.1.2.2.1.10.1",
                                    "ifInOctets.1",
                                    "Counter32",
                                    "b/s",
                                    Duration.ofSeconds(1)));
            for (int i = 0; i < 90; i++) {
                writer.write(new Entry.Value(series, start + i * 1000L, 65, (long) i, i * 8.0));
            }
            writer.write(new Entry.Gap(series, start + 90_000, start + 95_000, "no answer"));
        }
        List<Map<?, ?>> lines = lines("export", "--by", level, file.toString());
        assertThat(texts(lines, "gap")).contains("no answer");
        assertThat(lines.size())
                .isEqualTo(level.equals("sample") ? 91 : level.equals("hour") ? 2 : 3);
        assertThat(lines("export", "--list", file.toString())).hasSize(1);
    }

    @Test
    void aLineThatIsNotAsItsSchemaSaysIsFound() throws Exception {
        String schema = Schemas.of("get");
        String good =
                "{\"oid\":\"1.3\",\"name\":\"x\",\"type\":\"INTEGER\",\"value\":1,\"text\":\"1\"}";
        assertThat(SchemaCheck.faults(schema, JsonText.parse(good))).isEmpty();
        for (String bad :
                List.of(
                        good.replace("1.3", "1.x"),
                        good.replace("\"value\":1,", ""),
                        good.replace("\"value\":1", "\"value\":[]"),
                        good.replace("\"text\"", "\"txt\""),
                        good.replace("}", ",\"exception\":\"noSuchObject\"}"))) {
            assertThat(SchemaCheck.faults(schema, JsonText.parse(bad))).as(bad).isNotEmpty();
        }
    }

    @Test
    void theSchemasComeFromTheProgram() {
        assertThat(world.run("poll", "--schema")).isZero();
        assertThat(JsonText.parse(world.out())).isInstanceOf(Map.class);
        assertThat(world.run("trap", "--schema")).isEqualTo(ExitCode.USAGE);
        assertThat(world.err()).contains("trap prints no JSON Lines");
    }
}
