package dev.bulkhead.engine.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.job.SimulatedDevice.Model;
import dev.bulkhead.engine.recording.RecordingHead;
import dev.bulkhead.engine.recording.RecordingIndex;
import dev.bulkhead.engine.recording.RecordingWriter;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snmp4j.PDU;
import org.snmp4j.Target;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;

class ReplayTest {
    private static final String COUNTER = "1.3.6.1.2.1.2.2.1.10.1";

    @TempDir Path folder;
    private final HandClock clock = new HandClock();
    private Path recording;

    @BeforeEach
    void record() throws IOException {
        recording = folder.resolve("recorded");
        RecordingWriter writer =
                RecordingWriter.create(
                        recording,
                        new RecordingHead(
                                "", "", Instant.EPOCH, Duration.ofSeconds(10), List.of()));
        writer.add(Duration.ZERO, Duration.ZERO, counter(100));
        writer.add(Duration.ofSeconds(10), Duration.ZERO, counter(200));
        writer.add(Duration.ofSeconds(20), Duration.ZERO, counter(300));
    }

    private static List<VarBind> counter(long value) {
        return List.of(new VarBind(Oid.parse(COUNTER), new SmiValue.Counter32(value)));
    }

    private List<Long> asked(Model.Replay model, Duration... pauses) throws IOException {
        SimulatedDevice device = SimulatedDevice.of("replay", model, "127.0.0.1", 0);
        List<Long> values = new ArrayList<>();
        try (Simulator simulator = Simulator.open(List.of(device), clock);
                Asker asker = new Asker(simulator.addresses().getFirst())) {
            clock.advance(Duration.ofSeconds(1000));
            values.add(asker.value(COUNTER).toLong());
            for (Duration pause : pauses) {
                clock.advance(pause);
                values.add(asker.value(COUNTER).toLong());
            }
        }
        return values;
    }

    @Test
    void timeStartsWithTheFirstQuestion() throws IOException {
        assertThat(
                        asked(
                                new Model.Replay(recording, 1, false),
                                Duration.ofMillis(9_980),
                                Duration.ofMillis(20),
                                Duration.ofMillis(9_990),
                                Duration.ofMillis(10),
                                Duration.ofHours(1)))
                .containsExactly(100L, 100L, 200L, 200L, 300L, 300L);
    }

    @Test
    void fasterIsFaster() throws IOException {
        assertThat(
                        asked(
                                new Model.Replay(recording, 10, false),
                                Duration.ofMillis(900),
                                Duration.ofMillis(100),
                                Duration.ofSeconds(1)))
                .containsExactly(100L, 100L, 200L, 300L);
    }

    @Test
    void loopStartsAgainAfterTheUsualPause() throws IOException {
        assertThat(
                        asked(
                                new Model.Replay(recording, 1, true),
                                Duration.ofSeconds(29),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(10)))
                .containsExactly(100L, 300L, 100L, 200L);
    }

    @Test
    void readingThatBrokeLeavesTheOneBefore() throws IOException {
        Files.writeString(recording.resolve("000002.snmprec"), "nonsense");
        assertThat(
                        asked(
                                new Model.Replay(recording, 1, false),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(10)))
                .containsExactly(100L, 100L, 300L);
    }

    @Test
    void readingThatFailedIsSilence() throws IOException {
        Path broken = folder.resolve("broken");
        RecordingWriter writer =
                RecordingWriter.create(
                        broken,
                        new RecordingHead(
                                "", "", Instant.EPOCH, Duration.ofSeconds(10), List.of()));
        writer.add(Duration.ZERO, Duration.ZERO, counter(100));
        writer.gap(Duration.ofSeconds(12), "no answer");
        writer.gap(Duration.ofSeconds(22), "no answer");
        writer.add(Duration.ofSeconds(30), Duration.ZERO, counter(400));
        SimulatedDevice device =
                SimulatedDevice.of("r", new Model.Replay(broken, 1, false), "127.0.0.1", 0);
        try (Simulator simulator = Simulator.open(List.of(device), clock);
                Asker asker = new Asker(simulator.addresses().getFirst())) {
            assertThat(asker.value(COUNTER)).isEqualTo(new Counter32(100));
            clock.advance(Duration.ofSeconds(7));
            assertThat(asker.value(COUNTER)).isEqualTo(new Counter32(100));
            clock.advance(Duration.ofSeconds(3));
            assertThat(isAnswered(asker)).isFalse();
            clock.advance(Duration.ofSeconds(10));
            assertThat(isAnswered(asker)).isFalse();
            clock.advance(Duration.ofSeconds(10));
            assertThat(asker.value(COUNTER)).isEqualTo(new Counter32(400));
        }
    }

    private static boolean isAnswered(Asker asker) throws IOException {
        PDU request = new PDU();
        request.setType(PDU.GET);
        request.add(new VariableBinding(new OID(COUNTER)));
        Target<UdpAddress> target = asker.v2c("public");
        target.setTimeout(300);
        return asker.sendOnce(target, request) != null;
    }

    @Test
    void whatWasNotRecordedIsNotThere() throws IOException {
        SimulatedDevice device =
                SimulatedDevice.of("r", new Model.Replay(recording, 1, false), "127.0.0.1", 0);
        try (Simulator simulator = Simulator.open(List.of(device), clock);
                Asker asker = new Asker(simulator.addresses().getFirst())) {
            assertThat(asker.value("1.3.6.1.2.1.2.2.1.10.2")).isEqualTo(Null.noSuchInstance);
            assertThat(asker.value(COUNTER)).isEqualTo(new Counter32(100));
        }
    }

    @Test
    void missingReadingIsNamedAtTheStart() throws IOException {
        Files.delete(recording.resolve("000003.snmprec"));
        assertRefused("000003.snmprec");
    }

    @Test
    void folderThatIsNoRecordingIsNamed() throws IOException {
        Files.delete(recording.resolve(RecordingIndex.FILE));
        assertRefused(RecordingIndex.FILE);
    }

    @Test
    void linkOutOfTheIndexIsNoWayOut() throws IOException {
        Files.writeString(
                recording.resolve(RecordingIndex.FILE),
                "bulkhead-recording 1\npass\t0.000\t0.000\t1\t..%2f..%2fetc%2fpasswd\n");
        assertRefused("plain");
    }

    private void assertRefused(String reason) {
        SimulatedDevice device =
                SimulatedDevice.of("r", new Model.Replay(recording, 1, false), "127.0.0.1", 0);
        assertThatExceptionOfType(SimulatorException.class)
                .isThrownBy(() -> Simulator.open(List.of(device), clock).close())
                .withMessageContaining(reason);
    }

    @Test
    void fileWithMoreThanThereIsRoomForIsRefused() throws IOException {
        Path file = folder.resolve("vast.snmprec");
        try (var out = Files.newBufferedWriter(file)) {
            String octets = "a".repeat(65_000);
            for (int i = 0; i < 1_500; i++) {
                out.write("1.3.6.1.4.1." + i + "|4|" + octets + "\n");
            }
        }
        SimulatedDevice device = SimulatedDevice.of("r", new Model.Recording(file), "127.0.0.1", 0);
        assertThatExceptionOfType(SimulatorException.class)
                .isThrownBy(() -> Simulator.open(List.of(device), clock).close())
                .withMessageContaining("give a smaller file");
    }
}
