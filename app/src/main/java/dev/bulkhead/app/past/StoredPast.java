package dev.bulkhead.app.past;

import dev.bulkhead.app.chart.Gap;
import dev.bulkhead.app.chart.Past;
import dev.bulkhead.app.history.HistoryReader;
import dev.bulkhead.app.history.Level;
import dev.bulkhead.app.history.SeriesKey;
import dev.bulkhead.app.history.Spans;
import dev.bulkhead.app.history.StoredGap;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The past of a series in a history file. What was read last is kept, with a quarter more on its
 * left, so that a chart that moves with time reads again only now and then.
 */
final class StoredPast implements Past {
    /** As wide as plots are; what is finer could not be seen. */
    private static final int COLUMNS = 1_500;

    private static final int FRESHNESS = 300;
    private static final int MARGIN = 4;

    /** Gaps shorter than this part of what is shown cannot be seen. */
    private static final int SHORTEST_GAP = 4_000;

    private final HistoryReading reading;
    private final Supplier<Optional<Path>> file;
    private final SeriesKey key;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable Block block;
    private final AtomicLong version = new AtomicLong();

    /** What was read. */
    private record Block(long from, long to, Level level, Stretch stretch) {
        boolean serves(long wantedFrom, long wantedTo, Level wanted, long length) {
            long late = Math.max(2 * wanted.millis(), length / FRESHNESS);
            return level == wanted && from <= wantedFrom && to >= wantedTo - late;
        }
    }

    StoredPast(HistoryReading reading, Supplier<Optional<Path>> file, SeriesKey key) {
        this.reading = reading;
        this.file = file;
        this.key = key;
    }

    @Override
    public long version() {
        return version.get();
    }

    @Override
    public Stretch look(long fromMillis, long toMillis, long lengthMillis) {
        Level level = Level.of(lengthMillis, key.every(), COLUMNS);
        Block known = block;
        if (known == null || !known.serves(fromMillis, toMillis, level, lengthMillis)) {
            load(fromMillis - lengthMillis / MARGIN, toMillis, level, lengthMillis);
        }
        return known == null ? Stretch.NOTHING : known.stretch();
    }

    private void load(long from, long to, Level level, long length) {
        Optional<Path> path = file.get();
        if (path.isPresent() && busy.compareAndSet(false, true)) {
            var _ =
                    reading.ask(path.get(), reader -> read(reader, from, to, level, length))
                            .whenComplete((read, _) -> {
                                if (read != null) {
                                    block = read;
                                    version.incrementAndGet();
                                }
                                busy.set(false);
                            });
        }
    }

    private Block read(HistoryReader reader, long from, long to, Level level, long length)
            throws SQLException {
        OptionalLong id = reader.find(key.address(), key.oid(), key.unit());
        if (id.isEmpty()) {
            return new Block(from, to, level, Stretch.NOTHING);
        }
        Spans spans = reader.spans(id.getAsLong(), from, to, level);
        List<StoredGap> gaps = reader.gaps(id.getAsLong(), from, to);
        return new Block(from, to, level, stretch(spans, gaps, level, length));
    }

    private Stretch stretch(Spans spans, List<StoredGap> gaps, Level level, long length) {
        long step = Math.max(level.millis(), key.every().toMillis());
        Lines lines = new Lines(spans.size() + gaps.size() + 1);
        int gap = 0;
        for (int i = 0; i < spans.size(); i++) {
            lines.add(spans, i);
            long next = i + 1 < spans.size() ? spans.time(i + 1) : Long.MAX_VALUE;
            while (gap < gaps.size() && gaps.get(gap).until() <= spans.time(i)) {
                gap++;
            }
            boolean inGap = gap < gaps.size() && gaps.get(gap).since() < next;
            if (inGap && next - spans.time(i) > step + step / 2) {
                lines.addBreak(spans.time(i) + Math.max(1, level.millis()));
            }
        }
        return lines.stretch(seen(gaps, length));
    }

    private static List<Gap> seen(List<StoredGap> gaps, long length) {
        List<Gap> seen = new ArrayList<>();
        for (StoredGap gap : gaps) {
            if (gap.until() - gap.since() > length / SHORTEST_GAP) {
                seen.add(new Gap(gap.since(), gap.until(), gap.reason()));
            }
        }
        return seen;
    }
}
