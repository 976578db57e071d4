package dev.bulkhead.app.history;

import static dev.bulkhead.app.history.Histories.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.history.HistoryState.Notice;
import dev.bulkhead.app.history.HistoryState.Phase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryWriterTest {
    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("history").resolve("history.db");
    }

    @Test
    void valuesGapsAndEventsStandInTheFile() throws Exception {
        try (HistoryWriter writer = Histories.writer(file())) {
            RecordedSeries series = writer.series(Histories.key("a"));
            writer.write(
                    new Entry.Event(
                            START,
                            EventKind.STARTED,
                            Optional.of(new Entry.Address("192.0.2.1:161", "core-sw-01")),
                            "1 instance"));
            writer.writeAll(Histories.seconds(series, START, 3));
            writer.write(new Entry.Gap(series, START + 3_000, START + 3_000, "no answer"));
            writer.write(new Entry.Gap(series, START + 4_000, START + 4_000, "no answer"));
            writer.write(Histories.value(series, START + 5_000, 7));
            Histories.awaitCommitted(writer, 4);
            try (HistoryReader reader = Histories.reader(writer)) {
                long id = Histories.only(reader);
                assertThat(Histories.points(reader, id)).containsExactly(0.0, 1.0, 2.0, 7.0);
                assertThat(reader.gaps(id, 0, Long.MAX_VALUE))
                        .containsExactly(new StoredGap(START + 2_000, START + 5_000, "no answer"));
                assertThat(reader.events(0, Long.MAX_VALUE))
                        .containsExactly(
                                new StoredEvent(
                                        START,
                                        "started",
                                        "192.0.2.1:161",
                                        "core-sw-01",
                                        "1 instance"));
                assertThat(reader.series().getFirst().key()).isEqualTo(Histories.key("a"));
            }
        }
    }

    @Test
    void aGapToldAfterYoungerValuesStandsInTheFile() throws Exception {
        try (HistoryWriter writer = Histories.writer(file())) {
            RecordedSeries series = writer.series(Histories.key("a"));
            writer.writeAll(Histories.seconds(series, START, 3));
            writer.write(new Entry.Gap(series, START + 1_400, START + 1_500, "no answer"));
            writer.write(new Entry.Gap(series, START + 1_900, START + 2_100, "late answer"));
            writer.write(Histories.value(series, START + 3_000, 7));
            Histories.awaitCommitted(writer, 4);
            try (HistoryReader reader = Histories.reader(writer)) {
                assertThat(reader.gaps(Histories.only(reader), 0, Long.MAX_VALUE))
                        .containsExactly(
                                new StoredGap(START + 1_000, START + 2_000, "no answer"),
                                new StoredGap(START + 1_900, START + 3_000, "late answer"));
            }
        }
    }

    @Test
    void aSecondWriterTakesAFileBesideIt() throws Exception {
        try (HistoryWriter first = Histories.writer(file());
                HistoryWriter second = another(first)) {
            RecordedSeries series = second.series(Histories.key("a"));
            second.writeAll(Histories.seconds(series, START, 2));
            Histories.awaitCommitted(second, 2);
            Path beside = file().resolveSibling("history-2.db");
            assertThat(second.state().file()).contains(beside);
            assertThat(second.state().notices())
                    .containsExactly(new Notice(Notice.What.LOCKED, file(), beside));
            try (HistoryReader reader = HistoryReader.open(file())) {
                assertThat(reader.series()).isEmpty();
            }
        }
        try (HistoryWriter third = Histories.writer(file())) {
            awaitPhase(third, Phase.WRITING);
            assertThat(third.state().file()).contains(file());
        }
    }

    private HistoryWriter another(HistoryWriter first) {
        awaitPhase(first, Phase.WRITING);
        return Histories.writer(file());
    }

    private static void awaitPhase(HistoryWriter writer, Phase phase) {
        Awaitility.await().atMost(Histories.PATIENCE).until(() -> writer.state().phase() == phase);
    }

    @Test
    void whatWasNotPolledMeanwhileIsAGap() throws Exception {
        for (long start : List.of(START, START + 60_000)) {
            try (HistoryWriter writer = Histories.writer(file())) {
                RecordedSeries series = writer.series(Histories.key("a"));
                writer.writeAll(Histories.seconds(series, start, 3));
            }
        }
        try (HistoryReader reader = HistoryReader.open(file())) {
            long id = Histories.only(reader);
            assertThat(reader.gaps(id, 0, Long.MAX_VALUE))
                    .containsExactly(new StoredGap(START + 2_000, START + 60_000, "not polled"));
            assertThat(Histories.points(reader, id)).hasSize(6);
        }
    }

    @Test
    void aDamagedFileIsMovedAsideAndNeverDeleted() throws Exception {
        Files.createDirectories(file().getParent());
        byte[] garbage =
                "this is no database, but somebody may want it"
                        .repeat(200)
                        .getBytes(StandardCharsets.UTF_8);
        Files.write(file(), garbage);
        try (HistoryWriter writer = Histories.writer(file())) {
            writer.writeAll(Histories.seconds(writer.series(Histories.key("a")), START, 2));
            Histories.awaitCommitted(writer, 2);
            Path aside = file().resolveSibling("history.db.damaged-1");
            assertThat(writer.state().notices())
                    .containsExactly(new Notice(Notice.What.DAMAGED, file(), aside));
            assertThat(aside).hasBinaryContent(garbage);
            assertThat(writer.state().problem()).isEmpty();
        }
    }

    @Test
    void damageInsideAFileThatWasNotClosedIsFoundByTheCheck() throws Exception {
        try (HistoryWriter writer = Histories.writer(file())) {
            writer.writeAll(Histories.seconds(writer.series(Histories.key("a")), START, 20_000));
            Histories.awaitCommitted(writer, 20_000);
        }
        try (Connection connection = Sqlite.writer(file())) {
            Sqlite.run(connection, "UPDATE session SET ended = NULL");
        }
        byte[] bytes = Files.readAllBytes(file());
        int from = bytes.length / 2;
        int to = from + 3 * 4096;
        Arrays.fill(bytes, from, to, (byte) 0x5A);
        Files.write(file(), bytes);
        try (HistoryWriter writer = Histories.writer(file())) {
            Awaitility.await()
                    .atMost(Histories.PATIENCE)
                    .until(() -> !writer.state().notices().isEmpty());
            Path aside = writer.state().notices().getFirst().now();
            assertThat(Arrays.copyOfRange(Files.readAllBytes(aside), from, to))
                    .isEqualTo(Arrays.copyOfRange(bytes, from, to));
            awaitPhase(writer, Phase.WRITING);
        }
    }

    @Test
    void aFileOfANewerVersionIsLeftAlone() throws Exception {
        Files.createDirectories(file().getParent());
        try (Connection connection = Sqlite.writer(file())) {
            Sqlite.run(connection, "PRAGMA user_version = " + (Schema.VERSION + 1));
        }
        try (HistoryWriter writer = Histories.writer(file())) {
            awaitPhase(writer, Phase.WRITING);
            Path beside = file().resolveSibling("history-2.db");
            assertThat(writer.state().file()).contains(beside);
            assertThat(writer.state().notices())
                    .containsExactly(new Notice(Notice.What.NEWER, file(), beside));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsAProblemUntilItCan() throws Exception {
        Path folderToBe = file().getParent();
        Files.writeString(folderToBe, "a file stands where the folder should be");
        try (HistoryWriter writer = Histories.writer(file())) {
            awaitPhase(writer, Phase.PROBLEM);
            assertThat(writer.state().problem().orElseThrow().kind())
                    .isEqualTo(HistoryProblem.Kind.UNWRITABLE);
            writer.writeAll(Histories.seconds(writer.series(Histories.key("a")), START, 2));
            Files.delete(folderToBe);
            Histories.awaitCommitted(writer, 2);
            assertThat(writer.state().problem()).isEmpty();
            assertThat(writer.state().lost()).isZero();
        }
    }

    @Test
    void whatTheQueueCouldNotHoldIsAGapWithItsReason() throws Exception {
        Path folderToBe = file().getParent();
        Files.writeString(folderToBe, "a file stands where the folder should be");
        try (HistoryWriter writer =
                new HistoryWriter(file(), () -> Keep.USUAL, Histories.CLOCK, 10)) {
            awaitPhase(writer, Phase.PROBLEM);
            RecordedSeries series = writer.series(Histories.key("a"));
            Histories.seconds(series, START, 30).forEach(writer::write);
            assertThat(writer.state().lost()).isPositive();
            Files.delete(folderToBe);
            awaitPhase(writer, Phase.WRITING);
            Awaitility.await()
                    .atMost(Histories.PATIENCE)
                    .until(() -> writer.state().committed() > 0);
            long kept = writer.state().committed();
            writer.write(Histories.value(series, START + 40_000, 1));
            Histories.awaitCommitted(writer, kept + 1);
            try (HistoryReader reader = Histories.reader(writer)) {
                assertThat(reader.gaps(Histories.only(reader), 0, Long.MAX_VALUE))
                        .containsExactly(
                                new StoredGap(
                                        START + (kept - 1) * 1_000,
                                        START + 40_000,
                                        "the history could not be written: the file cannot be"
                                                + " written"));
            }
        }
    }
}
