package dev.bulkhead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.DemoNetwork;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The verbs against the demo network, each in a worker process, as users run them. */
final class SimulatedAgentTest {
    private static final String WORKER = "\"event\":\"worker\"";
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

    private int run(String verb, String... words) {
        List<String> all = new ArrayList<>(List.of(verb, "-v2c", "-c", "public"));
        all.addAll(List.of(words));
        return world.run(all.toArray(String[]::new));
    }

    @Test
    void getPrintsNamesTypesAndValues() {
        int exit = run("get", device, "sysName.0", "1.3.6.1.2.1.2.1.0", "sysName.7");
        assertThat(exit).as(world.err()).isZero();
        assertThat(world.out())
                .isEqualTo(
                        """
                        SNMPv2-MIB::sysName.0 = STRING: demo-switch
                        IF-MIB::ifNumber.0 = INTEGER: 28
                        SNMPv2-MIB::sysName.7 = No Such Instance currently exists at this OID
                        """);
    }

    @Test
    void numbersNeedNoModules() {
        run("get", "-On", device, "1.3.6.1.2.1.1.5.0");
        assertThat(world.out()).isEqualTo(".1.3.6.1.2.1.1.5.0 = STRING: \"demo-switch\"\n");
    }

    @Test
    void getNextAndGetBulkGoOn() {
        run("getnext", device, "sysName.0");
        assertThat(world.out()).startsWith("SNMPv2-MIB::sysLocation.0 = STRING: ");
        world.out.reset();
        run("getbulk", "-Cn1", "-Cr", "3", device, "sysName", "ifIndex");
        assertThat(world.out().lines().map(line -> line.replaceFirst(" = .*", "")))
                .containsExactly(
                        "SNMPv2-MIB::sysName.0",
                        "IF-MIB::ifIndex.1",
                        "IF-MIB::ifIndex.2",
                        "IF-MIB::ifIndex.3");
    }

    @Test
    void walkPrintsEachValueOnce() {
        run("walk", "-Oqs", device, "ifDescr");
        assertThat(world.out().lines()).hasSize(28).doesNotHaveDuplicates();
        assertThat(world.out()).startsWith("ifDescr.1 ");
    }

    @Test
    void v3Works() {
        int exit =
                world.run(
                        "get",
                        "-u",
                        DemoNetwork.USER,
                        "-a",
                        "SHA-256",
                        "-A",
                        DemoNetwork.AUTH_PASSPHRASE,
                        "-x",
                        "AES",
                        "-X",
                        DemoNetwork.PRIV_PASSPHRASE,
                        "-Ovq",
                        device,
                        "sysName.0");
        assertThat(exit).as(world.err()).isZero();
        assertThat(world.out()).isEqualTo("demo-switch\n");
    }

    @Test
    void tableHasARowForEachInterfaceInEachFormat() {
        run("table", device, "ifXTable");
        assertThat(world.out().lines()).hasSize(29);
        assertThat(world.out()).startsWith("ifIndex  ifName  ");
        world.out.reset();
        run("table", "--format", "csv", device, "ifXTable");
        assertThat(world.out()).startsWith("ifIndex,ifName,").containsPattern("\n28,");
        world.out.reset();
        run("table", "--format", "jsonl", device, "ifName");
        assertThat(world.out().lines())
                .hasSize(28)
                .allMatch(line -> line.contains("\"name\":\"IF-MIB::ifName."));
    }

    @Test
    void aTableThatNoModuleKnowsIsPutTogetherFromItsOids() {
        run("table", "-m", "", device, "1.3.6.1.2.1.31.1.1");
        assertThat(world.out().lines()).hasSize(29);
        assertThat(world.out()).startsWith("index  1 ");
    }

    @Test
    void setWritesWhatGetReads() {
        assertThat(
                        world.run(
                                "set",
                                "-v2c",
                                "-c",
                                "private",
                                device,
                                "sysContact.0",
                                "s",
                                "-dash-",
                                "sysLocation.0",
                                "=",
                                "room 12"))
                .as(world.err())
                .isZero();
        assertThat(world.out())
                .isEqualTo(
                        """
                        SNMPv2-MIB::sysContact.0 = STRING: -dash-
                        SNMPv2-MIB::sysLocation.0 = STRING: room 12
                        """);
        world.out.reset();
        run("get", "-Ovq", device, "sysLocation.0");
        assertThat(world.out()).isEqualTo("room 12\n");
    }

    @Test
    void aRefusedSetIsExitCode1AndSaysWhatToTry() {
        assertThat(world.run("set", "-v2c", "-c", "private", device, "ifNumber.0", "i", "5"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(world.err()).contains("notWritable").hasLineCount(2);
        assertThat(world.out()).isEmpty();
    }

    @Test
    void silenceIsExitCode1AndNamesNoSecret() {
        int exit =
                world.run(
                        "get", "-v2c", "-c", "canary", "-t", "0.3", "-r", "0", device, "sysName.0");
        assertThat(exit).isEqualTo(ExitCode.FAILED);
        assertThat(world.err()).contains("no answer from " + device).doesNotContain("canary");
        assertThat(world.out()).isEmpty();
    }

    @Test
    void aPollTellsItsEventsAndSamplesWithRates() {
        int exit =
                run(
                        "poll",
                        device,
                        "--oid",
                        "ifHCInOctets.1",
                        "sysUpTime",
                        "--every",
                        "300ms",
                        "--count",
                        "4",
                        "--format",
                        "jsonl");
        assertThat(exit).as(world.err()).isZero();
        List<String> lines = world.out().lines().filter(line -> !line.contains(WORKER)).toList();
        assertThat(lines).hasSize(10);
        assertThat(lines.getFirst())
                .startsWith("{\"event\":\"started\",\"job\":\"job-1\"")
                .containsPattern("\"pid\":\\d+");
        assertThat(lines.get(1))
                .contains("\"target\":\"" + device + "\"", "\"round\":0")
                .contains("\"name\":\"IF-MIB::ifHCInOctets.1\"", "\"noRate\":\"first value\"");
        assertThat(lines.get(7)).contains("\"round\":3").containsPattern("\"rate\":\\d");
        assertThat(lines.getLast()).startsWith("{\"event\":\"finished\"");
    }

    @Test
    void aPollTellsEachSecondHowItsWorkerIs() {
        int exit =
                run(
                        "poll",
                        device,
                        "--oid",
                        "sysUpTime",
                        "--every",
                        "250ms",
                        "--count",
                        "16",
                        "--format",
                        "jsonl");
        assertThat(exit).as(world.err()).isZero();
        List<String> lines = world.out().lines().toList();
        List<String> workers = lines.stream().filter(line -> line.contains(WORKER)).toList();
        assertThat(workers).hasSizeGreaterThanOrEqualTo(3);
        assertThat(workers.getLast())
                .isEqualTo(lines.get(lines.size() - 2))
                .contains("\"job\":\"job-1\"", "\"state\":\"running\"")
                .containsPattern("\"pid\":\\d+")
                .containsPattern("\"residentBytes\":\\d{7,}")
                .containsPattern("\"cpuMilliseconds\":\\d+")
                .containsPattern("\"requests\":[1-9].*\"requestsPerSecond\":[1-9]")
                .contains("\"timeouts\":0,\"retries\":0,\"stale\":0,\"foreign\":0")
                .contains("\"wrongKind\":0,\"malformed\":0")
                .containsPattern("\"queued\":\\d+,\"restarts\":0,\"stderr\":\\[\\]");
    }

    @Test
    void aPollAsTextSaysTheRateBehindTheValue() {
        run("poll", device, "--oid", "ifHCInOctets.1", "--every", "300ms", "--count", "2");
        Pattern line =
                Pattern.compile(
                        "\\S+Z "
                                + device
                                + " IF-MIB::ifHCInOctets\\.1 = Counter64: \\d+"
                                + " \\((no rate: first value|[\\d.]+/s)\\)");
        assertThat(world.out().lines()).hasSize(2).allMatch(line.asMatchPredicate());
    }

    @Test
    void aReaderThatGoesEndsAPollQuietly() {
        world.outStream =
                new OutputStream() {
                    private int lines;

                    @Override
                    public void write(int b) throws IOException {
                        if (b == '\n' && ++lines > 2) {
                            throw new IOException("Broken pipe");
                        }
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int length) throws IOException {
                        for (int i = 0; i < length; i++) {
                            write(bytes[offset + i]);
                        }
                    }
                };
        assertThat(run("poll", device, "--oid", "sysUpTime", "--every", "50ms")).isZero();
        assertThat(world.err()).isEmpty();
    }

    @Test
    void aSimulatorIsReadyAndEndsWithItsInput() throws IOException {
        CompletableFuture<Integer> exit;
        try (PipedOutputStream parent = new PipedOutputStream()) {
            world.in = new PipedInputStream(parent);
            exit =
                    CompletableFuture.supplyAsync(
                            () -> world.run("simulate", "--devices", "2", "--model", "server"),
                            task -> Thread.ofPlatform().start(task));
            Awaitility.await()
                    .atMost(60, TimeUnit.SECONDS)
                    .until(() -> world.out().lines().count() == 2);
            assertThat(world.out().lines()).allMatch(l -> l.matches("READY 127.0.0.1:\\d+"));
            assertThat(exit).isNotDone();
        }
        Awaitility.await().atMost(20, TimeUnit.SECONDS).until(exit::isDone);
        assertThat(exit.join()).isZero();
    }

    @Test
    void aTimedSimulatorOutlivesAnInputThatNeverWas() {
        world.in = new ByteArrayInputStream(new byte[0]);
        long start = System.nanoTime();
        assertThat(world.run("simulate", "--seconds", "6")).as(world.err()).isZero();
        assertThat(world.out()).startsWith("READY ");
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isBetween(5L, 30L);
    }
}
