package dev.bulkhead.tests.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bulkhead.app.flight.OpenRecording;
import dev.bulkhead.app.flight.WalkText;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.recording.PassFile;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.tests.program.Command;
import dev.bulkhead.tests.program.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What net-snmp's {@code snmpwalk} prints of a device, in each form that keeps all of a value, and
 * what snmpsim plays of a {@code .snmprec}, is what was written.
 */
class WalkFormsTest {
    private static final List<String> MODULES =
            List.of(
                    "SNMPv2-SMI",
                    "SNMPv2-TC",
                    "SNMPv2-CONF",
                    "SNMPv2-MIB",
                    "IANAifType-MIB",
                    "IF-MIB");

    @TempDir static Path folder;
    private static Engine engine;
    private static Path mibs = Path.of("");
    private static String address = "";

    @BeforeAll
    static void play() throws Exception {
        Snmpd.require();
        mibs = SnmpExporter.modules(folder, MODULES);
        Path file = folder.resolve("device.snmprec");
        PassFile.write(file, values());
        engine = Engine.open(EngineSettings.ofThisProcess(1));
        CompletableFuture<String> at = new CompletableFuture<>();
        engine.submit(
                new JobSpec.Simulate(
                        List.of(
                                SimulatedDevice.of(
                                        "forms",
                                        new SimulatedDevice.Model.Recording(file),
                                        "127.0.0.1",
                                        0))),
                event -> {
                    if (event instanceof JobEvent.Listening listening) {
                        at.complete(listening.addresses().getFirst());
                    }
                });
        address = at.get(60, TimeUnit.SECONDS);
    }

    @AfterAll
    static void stop() {
        if (engine != null) {
            engine.close();
        }
    }

    /** Values that are easily lost in a text; sorted by name. */
    private static List<VarBind> values() {
        String row = "1.3.6.1.2.1.2.2.1.";
        String more = "1.3.6.1.2.1.31.1.1.1.";
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        return Stream.of(
                        of(
                                "1.3.6.1.2.1.1.1.0",
                                text("two\nlines, \"quotes\" and a \\ at its end\\")),
                        of("1.3.6.1.2.1.1.2.0", oid("1.3.6.1.4.1.32473.1.4294967295")),
                        of("1.3.6.1.2.1.1.3.0", new SmiValue.TimeTicks(4_294_967_295L)),
                        of("1.3.6.1.2.1.1.4.0", text("")),
                        of("1.3.6.1.2.1.1.5.0", text("name = INTEGER: 5")),
                        of("1.3.6.1.2.1.1.6.0", text(" blanks at its ends ")),
                        of("1.3.6.1.2.1.1.7.0", new SmiValue.Integer32(72)),
                        of(row + "2.1", text("41 42 43 ")),
                        of(row + "3.1", new SmiValue.Integer32(6)),
                        of(row + "4.1", new SmiValue.Integer32(-2_147_483_648)),
                        of(row + "5.1", new SmiValue.Gauge32(4_294_967_295L)),
                        of(row + "6.1", new SmiValue.OctetString(new byte[] {0, 1, -1, 16, 9, 7})),
                        of(row + "6.2", text("")),
                        of(row + "7.1", new SmiValue.Integer32(2)),
                        of(row + "8.1", new SmiValue.Integer32(7)),
                        of(row + "10.1", new SmiValue.Counter32(4_294_967_295L)),
                        of(row + "22.1", oid("0.0")),
                        of(more + "1.1", text("é, and \t a tab")),
                        of(more + "6.1", new SmiValue.Counter64(-1)),
                        of(more + "14.1", new SmiValue.Integer32(1)),
                        of("1.3.6.1.4.1.32473.1.0", new SmiValue.OctetString(all)),
                        of(
                                "1.3.6.1.4.1.32473.2.0",
                                new SmiValue.IpAddress(new byte[] {-64, 0, 2, -1})),
                        of("1.3.6.1.4.1.32473.3.0", new SmiValue.Opaque(new byte[] {4, 1, 65})))
                .sorted(Comparator.comparing(VarBind::name))
                .toList();
    }

    private static VarBind of(String name, SmiValue value) {
        return new VarBind(Oid.parse(name), value);
    }

    private static SmiValue text(String text) {
        return new SmiValue.OctetString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SmiValue oid(String text) {
        return new SmiValue.ObjectIdentifier(Oid.parse(text));
    }

    private static String walked(String address, String forms) throws Exception {
        List<String> command = new ArrayList<>(List.of("snmpwalk", "-v2c", "-cpublic", "-t", "5"));
        command.addAll(List.of(forms.split(" ")));
        command.addAll(List.of(address, "1.3.6.1"));
        Outcome outcome =
                Command.of(command)
                        .with(
                                Map.of(
                                        "MIBDIRS", mibs.toString(),
                                        "MIBS", "ALL",
                                        "LC_ALL", "C.UTF-8",
                                        "SNMPCONFPATH", folder.toString(),
                                        "SNMP_PERSISTENT_DIR", folder.toString()))
                        .run();
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome.out();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-On", "-On -Oe", "-Onb", "-Onx", "-Ont", "-OnU", "-OS", "-Of", "-OX", "-OSe",
                "-OSE", "-OSt", "-Ou", "-Os"
            })
    void everyFormIsReadAsItWas(String forms) throws Exception {
        Path walk = folder.resolve("forms.snmpwalk");
        String printed = walked(address, forms);
        Files.writeString(walk, printed, StandardCharsets.UTF_8);
        WalkText.Content content = WalkText.read(walk, names());
        assertThat(content.notes()).as(printed).isEmpty();
        assertThat(content.values()).as(printed).containsExactlyElementsOf(values());
    }

    private static MibNames names() {
        return new MibNames(
                MibCompiler.plain()
                        .run(
                                MibRepository.baseOnly()
                                        .withModules(List.of("IF-MIB", "SNMPv2-MIB"))
                                        .withLibraryForImports())
                        .index());
    }

    private static String group() throws Exception {
        return Command.of("id", "-gn").run().out().strip();
    }

    @Test
    void snmpsimPlaysWhatWasWritten() throws Exception {
        Path snmpsim = Path.of("/usr/bin/snmpsimd");
        assumeTrue(
                Files.isExecutable(snmpsim), "snmpsim is not installed: apt-get install snmpsim");
        Path data = Files.createDirectories(folder.resolve("data"));
        PassFile.write(data.resolve("public.snmprec"), values());
        int port = SnmpExporter.freePort();
        Process process =
                new ProcessBuilder(
                                snmpsim.toString(),
                                "--data-dir=" + data,
                                "--cache-dir=" + folder.resolve("cache"),
                                "--agent-udpv4-endpoint=127.0.0.1:" + port,
                                "--process-user=" + System.getProperty("user.name"),
                                "--process-group=" + group())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("snmpsim.log").toFile())
                        .start();
        try {
            Awaitility.await("snmpsim listens")
                    .atMost(90, TimeUnit.SECONDS)
                    .until(() ->
                            Files.readString(folder.resolve("snmpsim.log")).contains("Listening"));
            Path walk = folder.resolve("snmpsim.snmpwalk");
            Files.writeString(walk, walked("127.0.0.1:" + port, "-On -Ox"));
            List<VarBind> played = OpenRecording.open(walk, names()).read(0);
            assertThat(played)
                    .as(Files.readString(folder.resolve("snmpsim.log")))
                    .containsExactlyElementsOf(values());
        } finally {
            process.destroy();
            process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
            process.destroyForcibly();
        }
    }
}
