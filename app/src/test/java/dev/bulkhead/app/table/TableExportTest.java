package dev.bulkhead.app.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TableExportTest {
    private final FakeTable table = new FakeTable();

    private TableExport export(String... columns) {
        return new TableExport(
                List.of(columns).stream().map(table::column).toList(),
                table.model.rows(),
                table.model.text());
    }

    private static SmiValue text(String words) {
        return new SmiValue.OctetString(words.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void numbersAreNumbersAndLabelsWords() {
        table.reads(FakeTable.row(3, 1_234_567, 2));
        assertThat(export("ifIndex", "ifInOctets", "ifOperStatus").text(ExportFormat.CSV))
                .isEqualTo("ifIndex,ifInOctets,ifOperStatus\r\n3,1234567,down\r\n");
        assertThat(export("ifIndex", "ifInOctets").text(ExportFormat.JSON_LINES))
                .isEqualTo("{\"ifIndex\":\"3\",\"ifInOctets\":1234567}\n");
        assertThat(export("ifIndex", "ifInOctets").text(ExportFormat.MARKDOWN))
                .isEqualTo("| ifIndex | ifInOctets |\n|---|---|\n| 3 | 1234567 |\n");
    }

    @Test
    void aRateIsWrittenWithItsUnitAndADrawingIsNot() {
        table.reads(FakeTable.row(3, 0, 1));
        table.pass(Duration.ofSeconds(1));
        table.reads(FakeTable.row(3, 1_000, 1));
        assertThat(export("ifIndex", "ifInOctets.rate", "ifInOctets.trend").text(ExportFormat.CSV))
                .isEqualTo("ifIndex,ifInOctets (b/s)\r\n3,8000.0\r\n");
    }

    @Test
    void whatADeviceSaysIsInert() {
        table.reads(
                List.of(
                        FakeTable.cell(FakeTable.DESCR, 1, text("=cmd|'/c x'!A1")),
                        FakeTable.cell(FakeTable.DESCR, 2, text("a|b <img>\u001b[2J"))));
        String csv = export("ifDescr").text(ExportFormat.CSV);
        assertThat(csv).contains("'=cmd").doesNotContain("\u001b");
        String markdown = export("ifDescr").text(ExportFormat.MARKDOWN);
        assertThat(markdown).contains("a\\|b \\<img\\>").doesNotContain("\u001b");
    }

    @Test
    void aFileIsWrittenWhole(@TempDir Path folder) throws IOException {
        table.reads(FakeTable.row(3, 7, 1));
        Path file = folder.resolve("out.csv");
        Files.writeString(file, "before");
        export("ifInOctets").write(ExportFormat.CSV, file);
        assertThat(file).hasContent("ifInOctets\r\n7\r\n");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFolderThatIsNotThereIsTold(@TempDir Path folder) {
        table.reads(FakeTable.row(3, 7, 1));
        Path file = folder.resolve("nowhere").resolve("out.csv");
        assertThatThrownBy(() -> export("ifInOctets").write(ExportFormat.CSV, file))
                .isInstanceOf(NoSuchFileException.class);
    }
}
