package dev.bulkhead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.history.Entry;
import dev.bulkhead.app.history.HistoryWriter;
import dev.bulkhead.app.history.Keep;
import dev.bulkhead.app.history.RecordedSeries;
import dev.bulkhead.app.history.SeriesKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code export} writes what is asked for of a history, and nothing else. */
final class ExportVerbTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    /** Three hours after the first value, where clocks are an hour ahead of UTC. */
    private static final Clock NOW =
            Clock.fixed(START.plus(Duration.ofHours(3)), ZoneId.of("UTC+01:00"));

    private final FakeTerminal world = new FakeTerminal();

    @TempDir private Path folder;
    private Path history;

    /** Two devices with a value a minute for two hours, one with a gap. */
    @BeforeEach
    void fill() {
        history = folder.resolve("poll.db");
        try (HistoryWriter writer =
                new HistoryWriter(history, () -> Keep.USUAL, InstantSource.system())) {
            for (String device : List.of("sw1", "sw2")) {
                for (String name : List.of("ifInOctets.1", "ifInOctets.10")) {
                    RecordedSeries series = writer.series(key(device, name));
                    for (int i = 0; i < 120; i++) {
                        long time = START.toEpochMilli() + i * 60_000L;
                        writer.write(new Entry.Value(series, time, 65, (long) i, i * 2.0));
                    }
                    if (device.equals("sw2")) {
                        long end = START.toEpochMilli() + 120 * 60_000L;
                        writer.write(new Entry.Gap(series, end, end + 5_000, "no answer"));
                    }
                }
            }
        }
    }

    private static SeriesKey key(String device, String name) {
        return new SeriesKey(
                device + ".example:161",
                device,
                "1.3.6.1.2.1.2.2.1.10." + name.substring(name.indexOf('.') + 1),
                name,
                "Counter32",
                "b/s",
                Duration.ofMinutes(1));
    }

    private int export(String... words) throws UsageException {
        Arguments arguments = Arguments.read(List.of(words), new ExportVerb(NOW).flags(), false);
        Terminal terminal = world.terminal();
        int code = new ExportVerb(NOW).run(arguments, terminal);
        terminal.out().flush();
        return code;
    }

    private List<String> csv(String... words) throws UsageException {
        List<String> all = new ArrayList<>(List.of(words));
        all.add(history.toString());
        world.out.reset();
        assertThat(export(all.toArray(String[]::new))).as(world.err()).isZero();
        List<String> lines = world.out().lines().toList();
        return lines.subList(1, lines.size());
    }

    @Test
    void everythingGoesToStandardOutput() throws Exception {
        List<String> rows = csv();

        assertThat(rows).hasSize(4 * 120 + 2);
        assertThat(rows.getFirst())
                .isEqualTo(
                        "2026-03-01T10:00:00Z,sw1,sw1.example:161,ifInOctets.1,"
                                + "1.3.6.1.2.1.2.2.1.10.1,Counter32,0,0.0,b/s,,");
        assertThat(rows.getLast()).endsWith(",2026-03-01T12:00:05Z,no answer");
    }

    @ParameterizedTest
    @CsvSource({
        "--device, sw1, 240",
        "--device, SW2.example, 242",
        "--device, sw2.example:161, 242",
        "--device, sw*, 482",
        "--series, ifInOctets.1, 241",
        "--series, ifInOctets.?, 241",
        "--series, ifIn*, 482",
        "--series, 1.3.6.1.2.1.2.2.1.10.10, 241",
        "--series, .1.3.6.1.2.1.2.2.1.10.10, 241"
    })
    void seriesAreChosenByNameNotByPartOfIt(String flag, String text, int rows) throws Exception {
        assertThat(csv(flag, text)).hasSize(rows);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:30:00Z, 2026-03-01T10:40:00Z, 10",
        "2026-03-01T11:30:00+01:00, 2026-03-01 11:40, 10",
        "2026-03-01 11:30, 2026-03-01T11:40:00, 10",
        "2026-03-01, 2026-03-02, 120",
        "90m, 60m, 30",
        "3h, 2h, 60"
    })
    void timesAreOfAnyKind(String from, String to, int rows) throws Exception {
        assertThat(csv("--device", "sw1", "--series", "ifInOctets.1", "--from", from, "--to", to))
                .hasSize(rows);
    }

    @Test
    void minutesAndHoursHaveTheirOwnColumns() throws Exception {
        List<String> hours = csv("--by", "hour", "--device", "sw1", "--series", "ifInOctets.1");
        assertThat(hours).hasSize(2);
        assertThat(hours.getFirst()).contains(",0.0,59.0,118.0,118.0,60,b/s");
        assertThat(csv("--by", "minute", "--device", "sw1", "--series", "ifInOctets.1"))
                .hasSize(120);
    }

    @Test
    void theFilesEndingSaysWhatItIs() throws Exception {
        Path lines = folder.resolve("x.jsonl");
        assertThat(export(history.toString(), "--out", lines.toString())).isZero();
        assertThat(Files.readAllLines(lines)).hasSize(482).allMatch(line -> line.startsWith("{"));
        assertThat(world.err()).contains("Wrote 482 rows of 4 series to " + lines);
        Path sheet = folder.resolve("x.XLSX");
        assertThat(export(history.toString(), "--out", sheet.toString())).isZero();
        try (ZipFile zip = new ZipFile(sheet.toFile())) {
            assertThat(zip.getEntry("xl/workbook.xml")).isNotNull();
        }
    }

    @Test
    void aFileThatIsThereStaysUnlessToldOtherwise() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "mine");
        String[] words = {"export", history.toString(), "--out", file.toString()};
        assertThat(world.run(words)).isEqualTo(2);
        assertThat(file).hasContent("mine");
        assertThat(world.err()).contains("is there already: --replace overwrites it");
        assertThat(world.run("export", history.toString(), "--out", file.toString(), "--replace"))
                .isZero();
        assertThat(Files.readAllLines(file)).hasSize(483);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--format xml",
                "--format xlsx",
                "--out /tmp/x.doc",
                "--by day",
                "--from yesterday",
                "--from 2026-13-01",
                "--from 1h --to 2h",
                "/nowhere/history.db"
            })
    void aWrongCallSaysWhy(String words) {
        String all = "export " + words + (words.startsWith("/") ? "" : " " + history);
        assertThat(world.run(all.split(" "))).isEqualTo(2);
        assertThat(world.err()).contains(words.split(" ", -1)[0]);
        assertThat(world.out()).isEmpty();
    }

    @Test
    void whatIsNoHistoryIsToldAndNothingFoundIsExitCode1() throws Exception {
        Path text = Files.writeString(folder.resolve("text.db"), "no history\n".repeat(200));
        assertThat(export(text.toString())).isEqualTo(1);
        assertThat(world.err()).contains(text.toString(), "the file is damaged");
        assertThat(export(history.toString(), "--series", "nothing")).isEqualTo(1);
        assertThat(world.err()).contains("no series in " + history);
        assertThat(world.run("export")).isEqualTo(2);
        assertThat(world.err()).contains("the window keeps no history");
    }

    @Test
    void whatThereIsCanBeListedAndChecked() throws Exception {
        assertThat(export("--list", "--format", "csv", history.toString())).isZero();
        assertThat(world.out().lines()).hasSize(5);
        assertThat(world.out())
                .contains(
                        "ifInOctets.10,1.3.6.1.2.1.2.2.1.10.10,Counter32,b/s,60,"
                                + "2026-03-01T10:00:00Z,2026-03-01T11:59:00Z");
        assertThat(export("--check", history.toString())).isZero();
        assertThat(world.err()).contains("is whole: 4 series");
    }
}
