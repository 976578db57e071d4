package dev.bulkhead.app.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Named fields in the order they were put. What is not there is left out, never null. */
public final class Row {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    public Row put(String name, String value) {
        return add(name, value);
    }

    public Row put(String name, boolean value) {
        return add(name, value);
    }

    /** An integer of any size, or a finite fraction. */
    public Row put(String name, Number value) {
        return add(name, value);
    }

    public Row put(String name, List<String> values) {
        return add(name, List.copyOf(values));
    }

    public Row put(String name, Row value) {
        return add(name, value);
    }

    /** Rows in a row, in order. */
    public Row putRows(String name, List<Row> values) {
        return add(name, List.copyOf(values));
    }

    /** Puts a text that is there. */
    public Row putIf(String name, Optional<String> value) {
        value.ifPresent(v -> add(name, v));
        return this;
    }

    private Row add(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    Map<String, Object> fields() {
        return fields;
    }
}
