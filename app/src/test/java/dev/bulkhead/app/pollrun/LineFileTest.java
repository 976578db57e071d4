package dev.bulkhead.app.pollrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bulkhead.mibs.smi.Oid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFileTest {
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final RunSeries SERIES =
            new RunSeries(
                    "sw1",
                    "192.0.2.1:161",
                    "",
                    "sysUpTime",
                    "0",
                    Oid.parse("1.3.6.1.2.1.1.3.0"),
                    Optional.empty(),
                    "",
                    Optional.empty(),
                    Duration.ofSeconds(1));

    @TempDir Path folder;
    private final List<String> said = new ArrayList<>();

    private LineFile file(Path file, Rotation rotation, int room) throws IOException {
        return new LineFile(
                file,
                "head\n",
                rotation,
                (series, span) ->
                        "gap " + series.name() + " " + span.from() + " " + span.to() + "\n",
                said::add,
                room);
    }

    private static void add(LineFile file, int number) {
        file.append(number + "\n", Optional.of(SERIES), NOW.plusSeconds(number));
    }

    @Test
    void whatWasFlushedIsThereAndIsWrittenOnAfterTheHeader() throws IOException {
        Path path = folder.resolve("a.csv");
        try (LineFile file = file(path, Rotation.NEVER, 100)) {
            add(file, 1);
            file.flush(NOW);
            assertThat(path).hasContent("head\n1\n");
            assertThatThrownBy(() -> file(path, Rotation.NEVER, 100))
                    .hasMessageContaining("another program writes it");
            add(file, 2);
        }
        try (LineFile file = file(path, Rotation.NEVER, 100)) {
            add(file, 3);
        }
        assertThat(path).hasContent("head\n1\n2\n3\n");
        assertThat(said).isEmpty();
    }

    @Test
    void aHalfLineThatACrashLeftIsCutOffAndTold() throws IOException {
        Path path = Files.writeString(folder.resolve("a.csv"), "head\n1\n2,hal");
        try (LineFile file = file(path, Rotation.NEVER, 100)) {
            add(file, 3);
        }
        assertThat(path).hasContent("head\n1\n3\n");
        assertThat(said).singleElement().asString().contains("ended within a line");
    }

    @Test
    void aLargeFileIsPutAsideAndAnotherBegun() throws IOException {
        Path path = folder.resolve("a.csv");
        try (LineFile file = file(path, new Rotation(8, Duration.ZERO), 100)) {
            for (int i = 1; i <= 5; i++) {
                add(file, i);
                file.flush(NOW);
            }
        }
        assertThat(folder.resolve("a-20261129T100000Z.csv")).hasContent("head\n1\n2\n");
        assertThat(folder.resolve("a-20261129T100000Z-2.csv")).hasContent("head\n3\n4\n");
        assertThat(path).hasContent("head\n5\n");
    }

    @Test
    void eachDayHasItsFile() throws IOException {
        Path path = folder.resolve("a.csv");
        try (LineFile file = file(path, new Rotation(0, Duration.ofDays(1)), 100)) {
            add(file, 1);
            file.flush(NOW);
            add(file, 2);
            file.flush(NOW.plus(Duration.ofHours(13)));
            add(file, 3);
            file.flush(NOW.plus(Duration.ofHours(15)));
        }
        assertThat(folder.resolve("a-20261130T010000Z.csv")).hasContent("head\n1\n2\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("a.csv", "a-20261130T010000Z.csv");
        }
        assertThat(path).hasContent("head\n3\n");
    }

    @Test
    void onAFullDiskLinesWaitAndWhatFindsNoRoomIsAMarkedGap() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")), "needs a device without room");
        try (LineFile file = file(Path.of("/dev/full"), Rotation.NEVER, 3)) {
            for (int i = 1; i <= 8; i++) {
                add(file, i);
                file.flush(NOW);
            }
            assertThat(said).singleElement().asString().contains("cannot be written");
            assertThat(file.lost()).isEqualTo(5);
        }
        assertThat(said.getLast()).contains("8 values are not in /dev/full");
    }

    @Test
    void droppedLinesLeaveAGapInTheirPlace() throws IOException {
        Path path = folder.resolve("a.csv");
        try (LineFile file = file(path, Rotation.NEVER, 2)) {
            for (int i = 1; i <= 5; i++) {
                add(file, i);
            }
        }
        assertThat(path)
                .hasContent(
                        "head\ngap sysUpTime.0 2026-11-29T10:00:01Z 2026-11-29T10:00:03Z\n4\n5\n");
    }

    @Test
    void rotationsAreReadAsTheyAreWritten() {
        assertThat(Rotation.parse("100MB")).contains(new Rotation(100_000_000, Duration.ZERO));
        assertThat(Rotation.parse("1d,2GB"))
                .contains(new Rotation(2_000_000_000, Duration.ofDays(1)));
        assertThat(Rotation.parse("sometimes")).isEmpty();
    }
}
