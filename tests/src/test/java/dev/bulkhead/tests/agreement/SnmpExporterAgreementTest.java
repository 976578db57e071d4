package dev.bulkhead.tests.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.flight.OpenRecording;
import dev.bulkhead.app.flight.Recorder;
import dev.bulkhead.app.flight.RecordingPlan;
import dev.bulkhead.app.flight.RecordingProgress;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.neighbour.Converted;
import dev.bulkhead.app.neighbour.GeneratorText;
import dev.bulkhead.app.pollset.PollSet;
import dev.bulkhead.app.pollset.PollSetReader;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.job.SimulatedDevice.Model;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.recording.PassFile;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.model.IndexPart;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A poll set is written as a generator's module; Debian's generator makes {@code snmp.yml} of it,
 * Debian's exporter scrapes a device with that, and Bulkhead asks the same device for the same. The
 * device stands still, so every value must be the same, and neither may have one that the other has
 * not.
 *
 * <p>What the exporter does to values is done to ours before they are compared: numbers are
 * floating-point, 64-bit counters wrap at 2^53, texts and OIDs are a label of a metric that is 1,
 * and an empty MAC address is six zeros.
 */
class SnmpExporterAgreementTest {
    private static final List<String> MODULES =
            List.of(
                    "SNMPv2-SMI",
                    "SNMPv2-TC",
                    "SNMPv2-CONF",
                    "SNMPv2-MIB",
                    "IANAifType-MIB",
                    "IF-MIB");
    private static final BigInteger WRAP = BigInteger.ONE.shiftLeft(53);
    private static final Oid COUNTER = Oid.parse("1.3.6.1.2.1.31.1.1.1.6.3");

    @TempDir private Path folder;
    private final Engine engine = Engine.open(EngineSettings.ofThisProcess(1));

    @AfterEach
    void close() {
        engine.close();
    }

    private Target played(Model model) throws Exception {
        CompletableFuture<String> address = new CompletableFuture<>();
        SimulatedDevice device = SimulatedDevice.of("scraped", model, "127.0.0.1", 0);
        engine.submit(
                new JobSpec.Simulate(List.of(device)),
                event -> {
                    if (event instanceof JobEvent.Listening listening) {
                        address.complete(listening.addresses().getFirst());
                    } else if (event instanceof JobEvent.Failed failed) {
                        address.completeExceptionally(
                                new AssertionError(failed.failure().message()));
                    }
                });
        String text = address.get(60, TimeUnit.SECONDS);
        int port = Integer.parseInt(text.substring(text.lastIndexOf(':') + 1));
        return new Target(
                "127.0.0.1",
                port,
                new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                Duration.ofSeconds(5),
                2);
    }

    private List<VarBind> asked(Target target, String name, List<Oid> oids) throws Exception {
        Path to = folder.resolve(name);
        RecordingPlan plan =
                new RecordingPlan(target, name, oids, true, Duration.ZERO, Duration.ZERO);
        RecordingProgress end = new Recorder(plan, to, engine::submit, progress -> {}).run();
        assertThat(end.gaps()).as("%s", end.problem()).isZero();
        return OpenRecording.open(to, new MibNames(MibIndex.empty())).read(0);
    }

    /** A switch as it was at one moment, with a counter that no floating-point number can hold. */
    private Target still() throws Exception {
        List<VarBind> values =
                new ArrayList<>(
                        asked(
                                played(new Model.Switch()),
                                "switch",
                                List.of(
                                        Oid.parse("1.3.6.1.2.1.1"),
                                        Oid.parse("1.3.6.1.2.1.2"),
                                        Oid.parse("1.3.6.1.2.1.31"))));
        values.replaceAll(each ->
                each.name().equals(COUNTER)
                        ? new VarBind(COUNTER, new SmiValue.Counter64(-3))
                        : each);
        Path file = folder.resolve("still.snmprec");
        PassFile.write(file, values);
        return played(new Model.Recording(file));
    }

    @Test
    void theExporterScrapesWhatBulkheadPolls() throws Exception {
        SnmpExporter.require();
        Target target = still();
        PollSet set =
                PollSetReader.read(
                        """
                        version: 1
                        name: Scraped
                        devices:
                          - {name: sim, address: "127.0.0.1:%d", timeout: 5s, retries: 2}
                        polls:
                          - devices: [sim]
                            every: 30s
                            items:
                              - sysUpTime
                              - SNMPv2-MIB::sysDescr.0
                              - sysName
                              - 1.3.6.1.2.1.2.1.0
                              - {object: ifTable, instances: all}
                              - {object: IF-MIB::ifHCInOctets, instances: all}
                              - {object: ifHCOutOctets, instances: [1, 3, 7]}
                              - {object: ifName, instances: all}
                              - {object: ifHighSpeed, instances: all}
                              - {object: ifConnectorPresent, instances: [2]}
                        """
                                .formatted(target.port()));
        MibNames names =
                new MibNames(
                        MibCompiler.plain()
                                .run(
                                        MibRepository.baseOnly()
                                                .withModules(List.of("IF-MIB", "SNMPv2-MIB"))
                                                .withLibraryForImports())
                                .index());
        Converted converted =
                GeneratorText.write(
                        set, GeneratorText.Edition.ONE_EACH, names, _ -> Optional.empty());
        assertThat(converted.notes()).isEmpty();
        Files.writeString(folder.resolve("generator.yml"), converted.text());
        SnmpExporter.generate(folder, MODULES);

        Map<String, Double> ours = new TreeMap<>();
        for (VarBind each : asked(target, "ours", roots())) {
            metric(each, names).ifPresent(metric -> ours.put(metric.name(), metric.value()));
        }
        try (SnmpExporter exporter = SnmpExporter.start(folder)) {
            Map<String, Double> theirs =
                    new TreeMap<>(exporter.scrape("127.0.0.1:" + target.port(), "scraped"));
            Map<String, Double> onlyTheirs = new TreeMap<>(theirs);
            onlyTheirs.entrySet().removeAll(ours.entrySet());
            Map<String, Double> onlyOurs = new TreeMap<>(ours);
            onlyOurs.entrySet().removeAll(theirs.entrySet());
            assertThat(onlyTheirs).as("Bulkhead polls instead %s", onlyOurs).isEmpty();
            assertThat(onlyOurs).as("not scraped").isEmpty();
            assertThat(theirs).hasSizeGreaterThan(500);
        }
    }

    private static List<Oid> roots() {
        return List.of(
                        "1.3.6.1.2.1.1.3",
                        "1.3.6.1.2.1.1.1",
                        "1.3.6.1.2.1.1.5",
                        "1.3.6.1.2.1.2.1",
                        "1.3.6.1.2.1.2.2",
                        "1.3.6.1.2.1.31.1.1.1.6",
                        "1.3.6.1.2.1.31.1.1.1.10.1",
                        "1.3.6.1.2.1.31.1.1.1.10.3",
                        "1.3.6.1.2.1.31.1.1.1.10.7",
                        "1.3.6.1.2.1.31.1.1.1.1",
                        "1.3.6.1.2.1.31.1.1.1.15",
                        "1.3.6.1.2.1.31.1.1.1.17.2")
                .stream()
                .map(Oid::parse)
                .toList();
    }

    private record Metric(String name, double value) {}

    /** A variable as the exporter tells it; empty for the types of which it knows nothing. */
    private static Optional<Metric> metric(VarBind varBind, MibNames names) {
        ObjectType object = names.object(varBind.name()).orElseThrow();
        String name = object.head().name();
        Map<String, String> labels = new TreeMap<>();
        List<String> parts = names.indexParts(varBind.name());
        List<String> indexes =
                names.index().rowOf(object.oid()).stream()
                        .flatMap(row -> row.index().stream())
                        .map(SnmpExporterAgreementTest::indexName)
                        .toList();
        for (int i = 0; i < indexes.size(); i++) {
            labels.put(indexes.get(i), parts.get(i));
        }
        Double number =
                switch (varBind.value()) {
                    case SmiValue.Integer32(int value) -> (double) value;
                    case SmiValue.Counter32(long value) -> (double) value;
                    case SmiValue.Gauge32(long value) -> (double) value;
                    case SmiValue.TimeTicks(long value) -> (double) value;
                    case SmiValue.Counter64(long value) ->
                            new BigInteger(Long.toUnsignedString(value)).mod(WRAP).doubleValue();
                    case SmiValue.OctetString octets -> {
                        labels.put(name, text(object, octets.bytes()));
                        yield 1.0;
                    }
                    case SmiValue.ObjectIdentifier(Oid oid) -> {
                        labels.put(name, oid.toString());
                        yield 1.0;
                    }
                    default -> null;
                };
        String all =
                labels.entrySet().stream()
                        .map(e -> e.getKey() + "=\"" + e.getValue().replace("\\", "\\\\") + "\"")
                        .collect(Collectors.joining(",", "{", "}"));
        return Optional.ofNullable(number)
                .map(value -> new Metric(labels.isEmpty() ? name : name + all, value));
    }

    private static String indexName(IndexPart part) {
        return part.object().name();
    }

    private static String text(ObjectType object, byte[] octets) {
        return object.syntax().displayHint().equals(Optional.of("1x:"))
                ? HexFormat.ofDelimiter(":")
                        .withUpperCase()
                        .formatHex(Arrays.copyOf(octets, Math.max(6, octets.length)))
                : new String(octets, StandardCharsets.UTF_8);
    }
}
