package dev.bulkhead.app.table;

import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One conceptual row.
 *
 * <p>Concurrency: written by an engine thread, read by JavaFX's.
 */
final class GridRow {
    private final Oid instance;
    private final List<String> key;
    private final Map<Oid, SmiValue> values = new ConcurrentHashMap<>();

    /**
     * A row without values.
     *
     * @param instance what follows the columns' OIDs
     * @param key the index, decoded
     */
    GridRow(Oid instance, List<String> key) {
        this.instance = instance;
        this.key = List.copyOf(key);
    }

    Oid instance() {
        return instance;
    }

    List<String> key() {
        return key;
    }

    void put(Oid column, SmiValue value) {
        values.put(column, value);
    }

    Optional<SmiValue> value(Oid column) {
        return Optional.ofNullable(values.get(column));
    }
}
