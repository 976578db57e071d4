package dev.bulkhead.app.table;

import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.display.IndexCodec;
import dev.bulkhead.mibs.display.ValueText;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.model.IndexPart;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A table's columns and the rows that came so far, in the order of their instances.
 *
 * <p>Concurrency: {@link #take} is called by an engine thread, the rest by any.
 *
 * <p>Limits: {@link #ROW_LIMIT} rows; what comes after is counted.
 */
final class TableGrid {
    static final int ROW_LIMIT = 100_000;

    private final ObjectType row;
    private final List<GridColumn> columns;
    private final List<Oid> asked;
    private final IndexCodec codec;
    private final TreeMap<Oid, GridRow> rows = new TreeMap<>();
    private long dropped;

    /** The grid of a row object: its index parts first, then its accessible columns. */
    TableGrid(ObjectType row, MibIndex index) {
        this.row = row;
        codec = IndexCodec.of(row);
        List<ObjectType> readable =
                index.columnsOf(row.oid()).stream()
                        .filter(column -> column.maxAccess().isReadable())
                        .toList();
        List<GridColumn> all = indexColumns(row, index);
        List<String> keys = all.stream().map(GridColumn::name).toList();
        for (ObjectType column : readable) {
            if (!keys.contains(column.name())) {
                all.add(new GridColumn(column.name(), Optional.of(column), Optional.empty()));
            }
        }
        columns = List.copyOf(all);
        List<Oid> values =
                columns.stream()
                        .filter(column -> column.indexPart().isEmpty())
                        .flatMap(column -> column.object().stream())
                        .map(ObjectType::oid)
                        .toList();
        asked = values.isEmpty() ? readable.stream().map(ObjectType::oid).toList() : values;
    }

    private static List<GridColumn> indexColumns(ObjectType row, MibIndex index) {
        List<GridColumn> parts = new ArrayList<>();
        for (IndexPart part : row.index()) {
            Optional<ObjectType> object =
                    index.definition(part.object().module(), part.object().name())
                            .filter(ObjectType.class::isInstance)
                            .map(ObjectType.class::cast);
            parts.add(new GridColumn(part.object().name(), object, Optional.of(parts.size())));
        }
        return parts;
    }

    List<GridColumn> columns() {
        return columns;
    }

    /** The OIDs of the columns to ask for. */
    List<Oid> asked() {
        return asked;
    }

    /** Takes some rows in. */
    synchronized void take(Sample sample) {
        for (VarBind varBind : sample.varBinds()) {
            Oid column =
                    varBind.name().prefix(Math.min(row.oid().size() + 1, varBind.name().size()));
            if (!column.startsWith(row.oid()) || varBind.value() instanceof SmiValue.Marker) {
                continue;
            }
            Oid instance = varBind.name().suffix(column.size());
            GridRow known = rows.get(instance);
            if (known == null && rows.size() >= ROW_LIMIT) {
                dropped++;
                continue;
            }
            rows.computeIfAbsent(instance, this::newRow).put(column, varBind.value());
        }
    }

    private GridRow newRow(Oid instance) {
        List<String> key = new ArrayList<>();
        Optional<List<SmiValue>> parts = codec.decode(instance);
        if (parts.isPresent()) {
            for (int i = 0; i < parts.get().size(); i++) {
                key.add(
                        ValueText.format(
                                parts.get().get(i), Optional.of(codec.parts().get(i).syntax())));
            }
        } else {
            key.add(instance.toString());
        }
        return new GridRow(instance, key);
    }

    /** All rows so far. */
    synchronized List<GridRow> rows() {
        return new ArrayList<>(rows.values());
    }

    synchronized long dropped() {
        return dropped;
    }

    /** A row's index in words, for titles. */
    static String keyText(GridRow row) {
        return row.key().stream().collect(Collectors.joining(" · "));
    }
}
