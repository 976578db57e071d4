package dev.bulkhead.app.history;

import static dev.bulkhead.app.history.Histories.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.app.history.HistoryExport.Form;
import dev.bulkhead.app.history.HistoryExport.What;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryExportTest {
    private static final SeriesKey HOSTILE =
            new SeriesKey(
                    "192.0.2.1:161",
                    "=HYPERLINK(\"http://evil\")",
                    "1.3.6.1.2.1.1.5.0",
                    "sysName.0",
                    "OCTET STRING",
                    "",
                    Duration.ofSeconds(1));

    @TempDir private Path folder;

    @BeforeEach
    void fill() throws Exception {
        try (HistoryWriter writer = Histories.writer(folder.resolve("history.db"))) {
            RecordedSeries numbers = writer.series(Histories.key("a"));
            RecordedSeries texts = writer.series(HOSTILE);
            writer.writeAll(Histories.seconds(numbers, START, 3));
            writer.write(new Entry.Gap(numbers, START + 2_000, START + 9_000, "no answer"));
            writer.write(new Entry.Value(numbers, START + 9_000, 70, -1L, 12.5));
            writer.write(new Entry.Value(texts, START, 4, "=1+1\u001b[2J", Double.NaN));
            writer.write(
                    new Entry.Value(
                            texts, START + 1_000, 4, new byte[] {0, (byte) 0xFE}, Double.NaN));
            writer.write(new Entry.Value(texts, START + 2_000, 129, null, Double.NaN));
        }
    }

    private long export(String name, Form form, Level level) throws Exception {
        try (HistoryReader reader = HistoryReader.open(folder.resolve("history.db"))) {
            What what = new What(reader.series(), START, START + 60_000, level);
            return new HistoryExport(reader).write(what, folder.resolve(name), form, false);
        }
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }

    @Test
    void csvHasEveryValueAndGapAndNoFormula() throws Exception {
        assertThat(export("out.csv", Form.CSV, Level.SAMPLES)).isEqualTo(8);
        List<String> lines = lines("out.csv");
        assertThat(lines)
                .hasSize(9)
                .startsWith("time,device,address,name,oid,type,value,point,unit,until,gap");
        assertThat(lines)
                .anySatisfy(line ->
                        assertThat(line)
                                .startsWith("2026-03-01T10:00:00Z,")
                                .contains("sysName.0", "OCTET STRING,'=1+1\\x1b[2J"))
                .anySatisfy(
                        line -> assertThat(line).contains("Counter64,18446744073709551615,12.5"))
                .anySatisfy(line -> assertThat(line).contains("OCTET STRING,00 fe"))
                .anySatisfy(line -> assertThat(line).contains("noSuchInstance,,"))
                .anySatisfy(line -> assertThat(line).endsWith("2026-03-01T10:00:09Z,no answer"));
        assertThat(lines).noneMatch(line -> line.contains(",=") || line.contains("\u001b"));
    }

    @Test
    void jsonLinesAreOneRecordALine() throws Exception {
        assertThat(export("out.jsonl", Form.JSON_LINES, Level.MINUTES)).isEqualTo(2);
        assertThat(lines("out.jsonl"))
                .first()
                .asString()
                .startsWith("{\"time\":\"2026-03-01T10:00:00Z\",\"device\":")
                .contains("\"min\":0.0,\"average\":3.875,\"max\":12.5,\"last\":12.5,\"count\":4");
    }

    @Test
    void xlsxHasNumbersAsNumbersAndNoFormula() throws Exception {
        export("out.xlsx", Form.XLSX, Level.SAMPLES);
        try (ZipFile zip = new ZipFile(folder.resolve("out.xlsx").toFile())) {
            String sheet = text(zip, "xl/worksheets/sheet1.xml");
            String strings = text(zip, "xl/sharedStrings.xml");
            assertThat(sheet).contains("<v>12.5</v>").doesNotContain("<f>", "<f ");
            assertThat(sheet + strings)
                    .contains("=1+1\\x1b[2J", "18446744073709551615")
                    .doesNotContain(">=1+1", ">=HYPERLINK", "\u001b");
        }
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(
                zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aFileThatIsThereIsNotWrittenOver() throws Exception {
        Files.writeString(folder.resolve("out.csv"), "mine");
        assertThatThrownBy(() -> export("out.csv", Form.CSV, Level.SAMPLES))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder.resolve("out.csv")).hasContent("mine");
    }

    @Test
    void nothingIsLeftOfAnExportThatFails() throws Exception {
        assertThatThrownBy(() -> export("none/out.csv", Form.CSV, Level.SAMPLES))
                .isInstanceOf(IOException.class);
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void aCancelledExportLeavesNothing() throws Exception {
        Effort effort = new Effort();
        effort.cancel();
        try (HistoryReader reader = HistoryReader.open(folder.resolve("history.db"))) {
            What what = new What(reader.series(), START, START + 60_000, Level.SAMPLES);
            assertThatThrownBy(() ->
                            new HistoryExport(reader, effort)
                                    .write(what, folder.resolve("out.csv"), Form.CSV, false))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**out.csv*");
    }

    @Test
    void anExportSaysHowFarItIs() throws Exception {
        Effort effort = new Effort();
        assertThat(effort.share()).isEmpty();
        try (HistoryReader reader = HistoryReader.open(folder.resolve("history.db"))) {
            What what = new What(reader.series(), START, START + 60_000, Level.SAMPLES);
            new HistoryExport(reader, effort)
                    .write(what, folder.resolve("out.csv"), Form.CSV, false);
        }
        // The last look is at the beginning of the second of two series.
        assertThat(effort.share().orElseThrow()).isBetween(0.5, 1.0);
    }

    @Test
    void aCheckIsCancelledInTheMiddle() throws Exception {
        Path large = folder.resolve("large.db");
        try (HistoryWriter writer = Histories.writer(large)) {
            RecordedSeries series = writer.series(Histories.key("a"));
            writer.writeAll(Histories.seconds(series, START, 100_000));
            Histories.awaitCommitted(writer, 100_000);
        }
        Effort effort = new Effort();
        effort.cancel();
        try (HistoryReader reader = HistoryReader.open(large)) {
            assertThatThrownBy(() -> reader.check(effort))
                    .isInstanceOf(CancellationException.class);
            assertThat(reader.check(new Effort())).isEmpty();
        }
    }
}
