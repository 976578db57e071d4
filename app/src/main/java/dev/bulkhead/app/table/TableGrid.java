package dev.bulkhead.app.table;

import dev.bulkhead.app.polling.Quantity;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * One device's rows, in the order of their instances, over all readings of its table.
 *
 * <p>A row keeps its place from reading to reading. One that a whole reading does not have is
 * marked as gone, and is taken away when that has been seen.
 *
 * <p>Concurrency: {@link #take} is called by one engine thread at a time, the rest by any.
 *
 * <p>Limits: {@link #ROW_LIMIT} rows; what comes after is counted. {@link #TRACE_LIMIT} counters
 * are followed.
 */
final class TableGrid {
    static final int ROW_LIMIT = 100_000;

    /** As many as polls: what their last minutes take must fit beside the window. */
    static final int TRACE_LIMIT = 10_000;

    /** How long a row that is gone is still shown. */
    static final Duration GONE_SHOWN = Duration.ofSeconds(12);

    private final TableShape shape;
    private final GridDevice device;
    private final InstantSource clock;
    private final TreeMap<Oid, GridRow> rows = new TreeMap<>();
    private final AtomicLong rowVersion = new AtomicLong();
    private volatile Set<Integer> followed = Set.of();
    private volatile boolean rated;
    private long reading;
    private long dropped;
    private int traces;
    private boolean someGone;
    private Instant lastNews = Instant.EPOCH;

    TableGrid(TableShape shape, GridDevice device, InstantSource clock) {
        this.shape = shape;
        this.device = device;
        this.clock = clock;
    }

    /** Which counters become rates, by their places; from the next reading on. */
    void follow(Set<Integer> places) {
        followed = Set.copyOf(places);
    }

    /** Another reading begins. */
    synchronized void begin() {
        reading++;
        dropped = 0;
    }

    /** Takes some rows in; the cells of a row lie together. */
    synchronized void take(Sample sample) {
        Instant now = clock.instant();
        Oid instance = Oid.EMPTY;
        Map<Oid, SmiValue> cells = new HashMap<>();
        for (VarBind varBind : sample.varBinds()) {
            Optional<Oid> column = shape.columnOf(varBind.name());
            if (column.isEmpty() || varBind.value() instanceof SmiValue.Marker) {
                continue;
            }
            Oid here = varBind.name().suffix(column.get().size());
            if (!here.equals(instance)) {
                rate(instance, sample, cells);
                cells.clear();
                instance = here;
            }
            cells.put(varBind.name(), varBind.value());
            int place = shape.place(column.get());
            if (place >= 0) {
                put(here, place, varBind.value(), now);
            }
        }
        rate(instance, sample, cells);
    }

    private void put(Oid instance, int place, SmiValue value, Instant now) {
        GridRow row = rows.get(instance);
        boolean isNew = row == null;
        if (row == null) {
            if (rows.size() >= ROW_LIMIT) {
                dropped++;
                return;
            }
            row = new GridRow(device, shape, instance);
            rows.put(instance, row);
            rowVersion.incrementAndGet();
        }
        if (row.reading() != reading || isNew) {
            row.seen(reading, now, isNew && reading > 1);
        }
        row.put(place, value, now);
        if (row.isFading(now)) {
            lastNews = now;
        }
    }

    /** Takes in values of rows that are there, read by themselves. */
    synchronized void readBack(List<VarBind> values) {
        Instant now = clock.instant();
        for (VarBind varBind : values) {
            Optional<Oid> column = shape.columnOf(varBind.name());
            if (column.isPresent() && !(varBind.value() instanceof SmiValue.Marker)) {
                GridRow row = rows.get(varBind.name().suffix(column.get().size()));
                int place = shape.place(column.get());
                if (row != null && place >= 0) {
                    row.put(place, varBind.value(), now);
                    lastNews = now;
                }
            }
        }
    }

    private void rate(Oid instance, Sample sample, Map<Oid, SmiValue> cells) {
        GridRow row = rows.get(instance);
        if (row == null || followed.isEmpty()) {
            return;
        }
        for (int place : followed) {
            ObjectType object = shape.object(place);
            Oid name = object.oid().append(instance);
            SmiValue value = cells.get(name);
            Optional<CounterTrace> trace = row.trace(place);
            if (trace.isEmpty() && value != null && traces < TRACE_LIMIT) {
                trace =
                        Quantity.of(value, Optional.of(object))
                                .filter(Quantity::isCounter)
                                .map(quantity -> new CounterTrace(shape.polled(name), quantity));
                trace.ifPresent(made -> {
                    traces++;
                    row.trace(place, made);
                });
            }
            trace.ifPresent(known -> {
                known.next(sample, cells);
                rated |= !Double.isNaN(known.rate());
            });
        }
        row.touch();
    }

    /** A reading came to its end and had all rows there are. */
    synchronized void endWhole() {
        Instant now = clock.instant();
        for (GridRow row : rows.values()) {
            if (row.reading() != reading) {
                row.missed(now);
                row.gap(now, "");
                someGone = true;
                lastNews = now;
            }
        }
    }

    /** Readings fail or are not made any more: rates begin anew. */
    synchronized void gap(String reason) {
        Instant now = clock.instant();
        rows.values().forEach(row -> row.gap(now, reason));
    }

    /** Takes away what has been shown as gone for long enough. */
    synchronized void sweep() {
        if (!someGone) {
            return;
        }
        Instant before = clock.instant().minus(GONE_SHOWN);
        boolean some =
                rows.values()
                        .removeIf(row -> row.gone().filter(at -> at.isBefore(before)).isPresent());
        if (some) {
            rowVersion.incrementAndGet();
            someGone = rows.values().stream().anyMatch(row -> row.gone().isPresent());
        }
    }

    /** All rows so far. */
    synchronized List<GridRow> rows() {
        return new ArrayList<>(rows.values());
    }

    /** The rows behind one, which are those that came since in a first reading. */
    synchronized List<GridRow> rowsBehind(Optional<GridRow> last) {
        return last.map(row -> new ArrayList<>(rows.tailMap(row.instance(), false).values()))
                .orElseGet(() -> new ArrayList<>(rows.values()));
    }

    synchronized int size() {
        return rows.size();
    }

    /** Changes whenever there are other rows. */
    long rowVersion() {
        return rowVersion.get();
    }

    /** Whether it is still in its first reading, so that rows only come behind each other. */
    synchronized boolean isFirst() {
        return reading <= 1;
    }

    synchronized long dropped() {
        return dropped;
    }

    /** Whether there was any rate yet. */
    boolean isRated() {
        return rated;
    }

    /** Whether more counters than the limit would have to be followed. */
    synchronized boolean isTraceLimit() {
        return traces >= TRACE_LIMIT;
    }

    /** Whether something may still fade. */
    synchronized boolean isFading(Instant now) {
        return CellChange.freshness(lastNews, now.minusSeconds(1)) > 0;
    }

    /** A row's index in words, for titles. */
    static String keyText(GridRow row) {
        return row.key().stream().collect(Collectors.joining(" · "));
    }
}
