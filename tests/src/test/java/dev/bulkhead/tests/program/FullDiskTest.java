package dev.bulkhead.tests.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks that are full, folders that cannot be written and readers that go away. */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {
    private static final String NO_FOLDER = "/dev/full/bulkhead";
    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Of half a KiB, or a whole one in some shells: the header and some packets. */
    private static final int FEW_BLOCKS = 4;

    private static final int PACKET_BLOCK = 6;
    private static RunningProgram simulator;
    private static String address = "";

    @TempDir private Path folder;

    @BeforeAll
    static void startSimulator() throws IOException {
        simulator = Bulkhead.start("simulate", "--seconds", "120");
        Awaitility.await("the simulator is ready")
                .atMost(PATIENCE)
                .until(() -> simulator.out().stream().anyMatch(l -> l.text().startsWith("READY ")));
        address = simulator.out().getFirst().text().substring("READY ".length());
    }

    @AfterAll
    static void stopSimulator() {
        simulator.close();
    }

    private ProcessBuilder builder(String... words) {
        return Bulkhead.builder(folder, List.of(), words).directory(folder.toFile());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "get ADDRESS sysName.0",
                "walk ADDRESS ifTable",
                "walk --format csv ADDRESS ifTable",
                "table ADDRESS ifTable",
                "poll --every 50ms --oid sysUpTime ADDRESS",
                "poll --format jsonl --every 50ms --oid sysUpTime ADDRESS",
                "translate sysName.0",
                "search ifDescr",
                "--help"
            })
    void aFullStandardOutputIsOneMessageAndAFailure(String line) throws Exception {
        List<String> words = new ArrayList<>(List.of(line.replace("ADDRESS", address).split(" ")));
        if (line.contains("ADDRESS")) {
            words.addAll(1, List.of("-v2c", "-c", "public"));
        }
        Path err = folder.resolve("err");
        Process process =
                builder(words.toArray(String[]::new))
                        .redirectOutput(new File("/dev/full"))
                        .redirectError(err.toFile())
                        .start();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(err))
                .isEqualTo(
                        "bulkhead: standard output cannot be written: No space left on device\n");
        assertThat(process.exitValue()).isEqualTo(1);
    }

    @Test
    void aReaderThatGoesAwayEndsAPollQuietly() throws Exception {
        Path err = folder.resolve("err");
        Process process =
                builder(
                                "poll",
                                "-v2c",
                                "-c",
                                "public",
                                "--every",
                                "50ms",
                                "--oid",
                                "sysUpTime",
                                address)
                        .redirectError(err.toFile())
                        .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).contains("sysUpTime");
        }
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readString(err)).isEmpty();
    }

    @Test
    void withoutAnyFolderToWriteInThingsStillWork() throws Exception {
        ProcessBuilder builder =
                builder("get", "-v2c", "-c", "public", address, "sysName.0", "ifNumber.0");
        builder.environment().put("HOME", NO_FOLDER);
        builder.environment().put("XDG_CACHE_HOME", NO_FOLDER);
        builder.environment().put("XDG_CONFIG_HOME", NO_FOLDER);
        builder.environment().put("XDG_DATA_HOME", NO_FOLDER);
        builder.environment().put("BULKHEAD_JAVA_OPTS", "-Duser.home=" + NO_FOLDER);
        Measured run = Measured.run(builder, PATIENCE);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("SNMPv2-MIB::sysName.0 = STRING: ");
        assertThat(run.err()).doesNotContain("Exception");
    }

    @Test
    void packetsThatFindNoRoomAreLeftOutUntilThereIsRoomAgain() throws Exception {
        assumeTrue(Files.isExecutable(PRLIMIT), "prlimit is not installed: apt-get install mount");
        Path trace = folder.resolve("trace.pcapng");
        List<String> command =
                new ArrayList<>(
                        List.of("sh", "-c", "ulimit -S -f " + FEW_BLOCKS + "; exec \"$@\"", "sh"));
        ProcessBuilder builder =
                builder(
                        "poll",
                        "-v2c",
                        "-c",
                        "public",
                        "-On",
                        "-m",
                        "",
                        "--every",
                        "20ms",
                        "--oid",
                        "1.3.6.1.2.1.1.3.0",
                        "--pcapng",
                        trace.toString(),
                        address);
        command.addAll(builder.command());
        Process process =
                builder.command(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.PIPE)
                        .start();
        List<String> said = new CopyOnWriteArrayList<>();
        Thread.ofVirtual().start(() -> process.errorReader().lines().forEach(said::add));
        try {
            awaitSaid(said, "packets cannot be saved for now");
            long full = Files.size(trace);
            assertThat(full).isPositive().isLessThanOrEqualTo(FEW_BLOCKS * 1024L);
            assertThat(packetsIn(trace)).isPositive();
            Command.of(PRLIMIT.toString(), "--pid", "" + process.pid(), "--fsize=unlimited").run();
            awaitSaid(said, "packets are saved again");
            Awaitility.await("more packets").atMost(PATIENCE).until(() -> Files.size(trace) > full);
        } finally {
            List<ProcessHandle> workers = process.descendants().toList();
            process.destroy();
            process.waitFor();
            workers.forEach(ProcessHandle::destroyForcibly);
        }
        assertThat(packetsIn(trace)).isGreaterThan(10);
        assertThat(said).filteredOn(line -> line.contains("for now")).hasSize(1);
    }

    private static void awaitSaid(List<String> said, String words) {
        Awaitility.await(words + " in " + said)
                .atMost(PATIENCE)
                .until(() -> said.stream().anyMatch(line -> line.contains(words)));
    }

    /** Reads all blocks; each must be whole. */
    private static int packetsIn(Path trace) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(trace)).order(ByteOrder.LITTLE_ENDIAN);
        int packets = 0;
        while (in.hasRemaining()) {
            int start = in.position();
            int type = in.getInt();
            int length = in.getInt();
            assertThat(length).isBetween(12, in.limit() - start);
            assertThat(in.getInt(start + length - 4)).isEqualTo(length);
            in.position(start + length);
            packets += type == PACKET_BLOCK ? 1 : 0;
        }
        return packets;
    }
}
