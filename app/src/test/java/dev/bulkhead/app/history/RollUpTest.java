package dev.bulkhead.app.history;

import static dev.bulkhead.app.history.Histories.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollUpTest {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 3_600_000;

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("history.db");
    }

    /** Values at uneven times, two hours and a bit of them. */
    private static List<Entry.Value> noise(RecordedSeries series) {
        Random random = new Random(7);
        List<Entry.Value> values = new ArrayList<>();
        for (long time = START; time < START + 2 * HOUR + 25_000; ) {
            values.add(Histories.value(series, time, random.nextGaussian() * 1e6));
            time += 500 + random.nextInt(9_000);
        }
        return values;
    }

    /** The same by plain counting. */
    private static Spans expected(List<Entry.Value> values, long from, long to, long length) {
        Spans spans = new Spans();
        for (long start = from; start < to; start += length) {
            long begin = start;
            long end = Math.min(to, start + length);
            List<Double> points =
                    values.stream()
                            .filter(v -> v.time() >= begin && v.time() < end)
                            .map(Entry.Value::point)
                            .toList();
            if (!points.isEmpty()) {
                spans.add(
                        start,
                        points.size(),
                        points.stream().mapToDouble(p -> p).min().orElseThrow(),
                        points.stream().mapToDouble(p -> p).max().orElseThrow(),
                        points.stream().mapToDouble(p -> p).average().orElseThrow(),
                        points.getLast());
            }
        }
        return spans;
    }

    private static void assertSame(Spans actual, Spans expected) {
        assertThat(actual.size()).isEqualTo(expected.size()).isPositive();
        for (int i = 0; i < actual.size(); i++) {
            assertThat(actual.time(i)).isEqualTo(expected.time(i));
            assertThat(actual.count(i)).as("count of %d", i).isEqualTo(expected.count(i));
            assertThat(actual.min(i)).isEqualTo(expected.min(i));
            assertThat(actual.max(i)).isEqualTo(expected.max(i));
            assertThat(actual.average(i)).isCloseTo(expected.average(i), within(1e-6));
            assertThat(actual.last(i)).isEqualTo(expected.last(i));
        }
    }

    @Test
    void minutesAndHoursSayWhatTheirSamplesSay() throws Exception {
        List<Entry.Value> values;
        try (HistoryWriter writer = Histories.writer(file())) {
            RecordedSeries series = writer.series(Histories.key("a"));
            values = noise(series);
            int half = values.size() / 2;
            writer.writeAll(values.subList(0, half));
            writer.tidy().join();
            writer.writeAll(values.subList(half, values.size()));
            writer.tidy().join();
        }
        long end = START + 2 * HOUR + 60_000;
        try (HistoryReader reader = HistoryReader.open(file())) {
            long id = Histories.only(reader);
            assertSame(
                    reader.spans(id, START, end, Level.MINUTES),
                    expected(values, START, end, MINUTE));
            assertSame(
                    reader.spans(id, START, end, Level.HOURS), expected(values, START, end, HOUR));
            long cut = START + HOUR + 90_500;
            assertSame(
                    reader.spans(id, START, cut, Level.MINUTES),
                    expected(values, START, cut, MINUTE));
        }
    }

    @Test
    void aValueThatComesLateIsRolledUpToo() throws Exception {
        List<Entry.Value> values = new ArrayList<>();
        try (HistoryWriter writer = Histories.writer(file())) {
            RecordedSeries series = writer.series(Histories.key("a"));
            values.addAll(Histories.seconds(series, START, 600));
            writer.writeAll(values);
            writer.tidy().join();
            Entry.Value late = Histories.value(series, START + 30_500, 1e9);
            writer.writeAll(List.of(late));
            writer.tidy().join();
        }
        try (HistoryReader reader = HistoryReader.open(file())) {
            Spans spans =
                    reader.spans(Histories.only(reader), START, START + MINUTE, Level.MINUTES);
            assertThat(spans.max(0)).isEqualTo(1e9);
            assertThat(spans.count(0)).isEqualTo(61);
        }
    }

    @Test
    void whatIsTooOldGoesButItsRollUpsStayAsTheyWere() throws Exception {
        List<Entry.Value> values;
        InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(START + 3 * HOUR));
        Keep keep =
                new Keep(
                        Duration.ofMinutes(90).plusSeconds(17),
                        Duration.ofDays(1),
                        Duration.ofDays(2),
                        Long.MAX_VALUE);
        try (HistoryWriter writer = new HistoryWriter(file(), () -> keep, clock)) {
            RecordedSeries series = writer.series(Histories.key("a"));
            values = noise(series);
            writer.writeAll(values);
            writer.tidy().join();
            writer.tidy().join();
        }
        long end = START + 2 * HOUR + 60_000;
        try (HistoryReader reader = HistoryReader.open(file())) {
            long id = Histories.only(reader);
            long oldestKept = START + HOUR + 29 * MINUTE;
            assertThat(Histories.points(reader, id))
                    .hasSize((int) values.stream().filter(v -> v.time() >= oldestKept).count());
            assertSame(
                    reader.spans(id, START, end, Level.MINUTES),
                    expected(values, START, end, MINUTE));
            Spans mixed = reader.spans(id, START, end, Level.SAMPLES);
            assertThat(mixed.time(0)).isEqualTo(START);
            assertThat(mixed.count(0)).isGreaterThan(1);
            assertThat(mixed.count(mixed.size() - 1)).isEqualTo(1);
        }
    }

    @Test
    void tooMuchIsMadeToFit() throws Exception {
        long limit = 3_000_000;
        InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(START + 80 * HOUR));
        Keep keep = new Keep(Duration.ofDays(90), Duration.ofDays(90), Duration.ofDays(90), limit);
        try (HistoryWriter writer = new HistoryWriter(file(), () -> keep, clock)) {
            RecordedSeries series = writer.series(Histories.key("a"));
            writer.writeAll(Histories.seconds(series, START, 280_000));
            writer.tidy().join();
        }
        assertThat(ClaimedFile.size(file())).isLessThan(limit + 200_000);
        try (HistoryReader reader = HistoryReader.open(file())) {
            long id = Histories.only(reader);
            List<Double> points = Histories.points(reader, id);
            assertThat(points).hasSizeGreaterThan(20_000).hasSizeLessThan(200_000);
            assertThat(points.getLast()).isEqualTo(279_999);
            assertThat(reader.check()).isEmpty();
        }
    }

    @Test
    void aDeletedSeriesIsGoneAndMayBeginAnew() throws Exception {
        try (HistoryWriter writer = Histories.writer(file())) {
            RecordedSeries a = writer.series(Histories.key("a"));
            RecordedSeries b = writer.series(Histories.key("b"));
            writer.writeAll(Histories.seconds(a, START, 120_000));
            writer.writeAll(Histories.seconds(b, START, 10));
            writer.tidy().join();
            long id;
            try (HistoryReader reader = Histories.reader(writer)) {
                id = reader.series().getFirst().id();
                assertThat(reader.series()).hasSize(2);
            }
            writer.delete(id).join();
            try (HistoryReader reader = Histories.reader(writer)) {
                assertThat(reader.series()).hasSize(1);
                assertThat(reader.series().getFirst().key()).isEqualTo(Histories.key("b"));
                assertThat(reader.count(id)).isZero();
            }
            writer.writeAll(Histories.seconds(a, START + HOUR, 5));
            Histories.awaitCommitted(writer, 120_015);
            try (HistoryReader reader = Histories.reader(writer)) {
                assertThat(reader.series()).hasSize(2);
                assertThat(reader.check()).isEmpty();
            }
        }
    }
}
