package dev.bulkhead.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** Histories of made values, for the tests of this package. */
final class Histories {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A whole hour. */
    static final long START = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();

    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T00:00:00Z"));

    private Histories() {}

    static SeriesKey key(String name) {
        return new SeriesKey(
                "192.0.2.1:161",
                "core-sw-01",
                "1.3.6.1.2.1.2.2.1.10." + name.hashCode(),
                name,
                "Gauge32",
                "",
                Duration.ofSeconds(1));
    }

    static HistoryWriter writer(Path file) {
        return new HistoryWriter(file, () -> Keep.USUAL, CLOCK);
    }

    static Entry.Value value(RecordedSeries series, long time, double point) {
        return new Entry.Value(series, time, 66, Math.round(point), point);
    }

    /** One value a second. */
    static List<Entry.Value> seconds(RecordedSeries series, long from, int count) {
        List<Entry.Value> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(value(series, from + i * 1_000L, i));
        }
        return values;
    }

    static void awaitCommitted(HistoryWriter writer, long count) {
        Awaitility.await("committed values of " + writer.state())
                .atMost(PATIENCE)
                .until(() -> writer.state().committed() >= count);
    }

    static HistoryReader reader(HistoryWriter writer) throws SQLException {
        return HistoryReader.open(writer.state().file().orElseThrow());
    }

    static long only(HistoryReader reader) throws SQLException {
        List<StoredSeries> all = reader.series();
        assertThat(all).hasSize(1);
        return all.getFirst().id();
    }

    static List<Double> points(HistoryReader reader, long series) throws SQLException {
        List<Double> points = new ArrayList<>();
        reader.<RuntimeException>values(
                series, 0, Long.MAX_VALUE, (_, _, _, point) -> points.add(point));
        return points;
    }
}
