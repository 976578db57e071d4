package dev.bulkhead.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingIndexTest {
    private static final Oid NAME = Oid.parse("1.3.6.1.2.1.1.3.0");

    @TempDir Path folder;

    private static List<VarBind> ticks(long ticks) {
        return List.of(new VarBind(NAME, new SmiValue.TimeTicks(ticks)));
    }

    private Path recorded() throws IOException {
        Path to = folder.resolve("sw1");
        RecordingWriter writer =
                RecordingWriter.create(
                        to,
                        new RecordingHead(
                                "192.0.2.1:161",
                                "Zürich\tcore\n1",
                                Instant.parse("2026-03-04T05:06:07.008Z"),
                                Duration.ofSeconds(30),
                                List.of(Oid.parse("1.3.6.1.2.1.1"), Oid.parse("1.3.6.1.2.1.2"))));
        writer.add(Duration.ZERO, Duration.ofMillis(12), ticks(100));
        writer.gap(Duration.ofMillis(30_001), "no answer\nfrom 192.0.2.1");
        writer.add(Duration.ofMillis(60_250), Duration.ofMillis(7), ticks(6125));
        return to;
    }

    @Test
    void whatIsWrittenReadsBack() throws IOException {
        RecordingIndex index = RecordingIndex.read(recorded());
        assertThat(index.head().device()).isEqualTo("192.0.2.1:161");
        assertThat(index.head().name()).isEqualTo("Zürich core 1");
        assertThat(index.head().started()).isEqualTo("2026-03-04T05:06:07.008Z");
        assertThat(index.head().every()).hasSeconds(30);
        assertThat(index.head().roots()).hasSize(2);
        assertThat(index.passes())
                .containsExactly(
                        new RecordedPass("000001.snmprec", Duration.ZERO, Duration.ofMillis(12), 1),
                        new RecordedPass(
                                "000002.snmprec",
                                Duration.ofMillis(60_250),
                                Duration.ofMillis(7),
                                1));
        assertThat(index.gaps())
                .containsExactly(
                        new RecordedGap(Duration.ofMillis(30_001), "no answer from 192.0.2.1"));
        assertThat(index.span()).hasMillis(60_250);
        assertThat(index.length()).hasMillis(90_250);
        assertThat(index.values()).isEqualTo(2);
    }

    @Test
    void eachFileStandsAlone() throws IOException {
        Path to = recorded();
        assertThat(to.resolve("000001.snmprec")).hasContent("1.3.6.1.2.1.1.3.0|67|100\n");
        assertThat(PassFile.read(to.resolve("000002.snmprec")).values()).isEqualTo(ticks(6125));
    }

    @Test
    void passOfATimeIsTheLastThatHadBegun() throws IOException {
        RecordingIndex index = RecordingIndex.read(recorded());
        assertThat(index.passAt(Duration.ZERO)).isZero();
        assertThat(index.passAt(Duration.ofMillis(60_249))).isZero();
        assertThat(index.passAt(Duration.ofMillis(60_250))).isEqualTo(1);
        assertThat(index.passAt(Duration.ofDays(9))).isEqualTo(1);
    }

    @Test
    void folderWithSomethingInItIsNotWrittenTo() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        assertThatExceptionOfType(RecordingException.class)
                .isThrownBy(() ->
                        RecordingWriter.create(
                                folder,
                                new RecordingHead("", "", Instant.EPOCH, Duration.ZERO, List.of())))
                .withMessageContaining("not empty");
    }

    @Test
    void lineThatWasBeingWrittenIsLeftOut() throws IOException {
        Path to = recorded();
        Files.writeString(to.resolve(RecordingIndex.FILE), "pass\t90.2", StandardOpenOption.APPEND);
        assertThat(RecordingIndex.read(to).passes()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pass\t0.000\t0.000\t1\t../../etc/passwd",
                "pass\t0.000\t0.000\t1\t/etc/passwd",
                "pass\t0.000\t0.000\t1\t.hidden",
                "pass\t0.000\t0.000\t1\ta/b.snmprec",
                "pass\t-1\t0.000\t1\ta.snmprec",
                "pass\t1e9\t0.000\t1\ta.snmprec",
                "pass\t999999999\t0.000\t1\ta.snmprec",
                "pass\t0.000\t0.000\tmany\ta.snmprec",
                "pass\t0.000\t0.000\t1",
                "pass\t5\t0\t1\ta.snmprec\npass\t4\t0\t1\tb.snmprec",
                "started\tyesterday",
                "root\tsystem",
                "something\telse"
            })
    void brokenIndexNamesItsLine(String line) throws IOException {
        Files.writeString(
                folder.resolve(RecordingIndex.FILE), "bulkhead-recording 1\n" + line + "\n");
        assertThatExceptionOfType(RecordingException.class)
                .isThrownBy(() -> RecordingIndex.read(folder))
                .satisfies(e ->
                        assertThat(e.getMessage()).containsPattern("recording\\.index:[23]: "));
    }

    @Test
    void otherFilesAreNoIndex() throws IOException {
        Files.write(folder.resolve(RecordingIndex.FILE), new byte[] {0, 1, 2, -1, '\n'});
        assertThatExceptionOfType(RecordingException.class)
                .isThrownBy(() -> RecordingIndex.read(folder))
                .withMessageContaining("bulkhead-recording 1");
    }

    @Test
    void endlessLineIsRefused() throws IOException {
        Path file = folder.resolve("long.snmprec");
        Files.writeString(
                file, "1.3.1|4|" + "x".repeat(BoundedLines.MAX_LINE), StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(RecordingException.class)
                .isThrownBy(() -> PassFile.read(file))
                .withMessageContaining("long.snmprec:1: ");
    }

    @Test
    void whatIsNoPlainFileIsRefused() {
        assertThatExceptionOfType(RecordingException.class)
                .isThrownBy(() -> PassFile.read(Path.of("/dev/zero")))
                .withMessageContaining("no plain file");
        assertThatExceptionOfType(RecordingException.class)
                .isThrownBy(() -> PassFile.read(folder))
                .withMessageContaining("no plain file");
    }

    @Test
    void largestOctetStringPasses() throws IOException {
        Path file = folder.resolve("large.snmprec");
        byte[] octets = new byte[65_535];
        List<VarBind> values = List.of(new VarBind(NAME, new SmiValue.OctetString(octets)));
        assertThat(PassFile.write(file, values)).isEqualTo(1);
        assertThat(PassFile.read(file).values()).isEqualTo(values);
    }
}
