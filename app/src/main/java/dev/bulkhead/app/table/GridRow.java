package dev.bulkhead.app.table;

import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One conceptual row of one device: its values, what changed lately, and how fast its counters
 * grow.
 *
 * <p>Concurrency: written by one engine thread at a time, read by any; every method takes the row's
 * own lock for less than a microsecond.
 */
final class GridRow {
    private final GridDevice device;
    private final TableShape shape;
    private final Oid instance;
    private final List<String> key;
    private final @Nullable SmiValue[] values;
    private @Nullable CellChange @Nullable [] changes;
    private @Nullable CounterTrace @Nullable [] traces;

    /** Cells whose last two readings were the same. */
    private final BitSet still = new BitSet();

    private long reading;
    private Instant readAt = Instant.EPOCH;
    private Optional<Instant> came = Optional.empty();
    private Optional<Instant> gone = Optional.empty();
    private Instant lastNews = Instant.EPOCH;
    private int stamp;

    /**
     * A row without values.
     *
     * @param instance what follows the columns' OIDs
     */
    GridRow(GridDevice device, TableShape shape, Oid instance) {
        this.device = device;
        this.shape = shape;
        this.instance = instance;
        key = List.copyOf(shape.key(instance));
        values = new SmiValue[shape.size()];
    }

    GridDevice device() {
        return device;
    }

    Oid instance() {
        return instance;
    }

    /** The index, decoded. */
    List<String> key() {
        return key;
    }

    /** Takes a value in; whether it is another one than before. */
    synchronized boolean put(int place, SmiValue value, Instant now) {
        SmiValue before = values[place];
        values[place] = value;
        if (before == null) {
            stamp++;
            return true;
        }
        if (before.equals(value)) {
            still.set(place);
            return false;
        }
        if (isNews(place)) {
            if (changes == null) {
                changes = new CellChange[values.length];
            }
            changes[place] = new CellChange(now, before);
            lastNews = now;
        }
        still.clear(place);
        stamp++;
        return true;
    }

    /** A counter that went on is no news, but one that had stood still is. */
    private boolean isNews(int place) {
        GridColumn column = GridColumn.of(GridColumn.Kind.VALUE, shape.object(place));
        return !column.isClock() && (!column.isCounter() || still.get(place));
    }

    /** A reading came to this row; it came anew if {@code isNew}. */
    synchronized void seen(long newReading, Instant now, boolean isNew) {
        reading = newReading;
        readAt = now;
        if (gone.isPresent() || isNew) {
            came = Optional.of(now);
            lastNews = now;
            stamp++;
        }
        gone = Optional.empty();
    }

    /** A whole reading did not have it. */
    synchronized void missed(Instant now) {
        if (gone.isEmpty()) {
            gone = Optional.of(now);
            lastNews = now;
            stamp++;
        }
    }

    synchronized void trace(int place, CounterTrace trace) {
        if (traces == null) {
            traces = new CounterTrace[values.length];
        }
        traces[place] = trace;
    }

    /** How fast the counter at a place grows; empty if that is not followed. */
    synchronized Optional<CounterTrace> trace(int place) {
        return traces == null || place < 0 ? Optional.empty() : Optional.ofNullable(traces[place]);
    }

    /** Breaks the lines of all its counters. */
    synchronized void gap(Instant now, String reason) {
        if (traces != null) {
            for (CounterTrace trace : traces) {
                if (trace != null) {
                    trace.gap(now, reason);
                }
            }
            stamp++;
        }
    }

    /** Rates are new. */
    synchronized void touch() {
        stamp++;
    }

    synchronized Optional<SmiValue> value(int place) {
        return place < 0 ? Optional.empty() : Optional.ofNullable(values[place]);
    }

    /** The value of a column of the MIB. */
    Optional<SmiValue> value(Oid column) {
        return value(shape.place(column));
    }

    /** What last happened to the cell at a place. */
    synchronized Optional<CellChange> change(int place) {
        return changes == null || place < 0
                ? Optional.empty()
                : Optional.ofNullable(changes[place]);
    }

    /** The number of the reading that it was last in. */
    synchronized long reading() {
        return reading;
    }

    /** When it was last read. */
    synchronized Instant readAt() {
        return readAt;
    }

    /** When it came, if not with the first reading. */
    synchronized Optional<Instant> came() {
        return came;
    }

    /** When it was found to be gone, if it is. */
    synchronized Optional<Instant> gone() {
        return gone;
    }

    /** Whether something in it is still to fade. */
    synchronized boolean isFading(Instant now) {
        return CellChange.freshness(lastNews, now) > 0;
    }

    /** Changes whenever something of it does. */
    synchronized int stamp() {
        return stamp;
    }
}
