package dev.bulkhead.app.table;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.PollPlan;
import dev.bulkhead.app.naming.PolledObject;
import dev.bulkhead.app.table.GridColumn.Kind;
import dev.bulkhead.mibs.display.IndexCodec;
import dev.bulkhead.mibs.display.ValueText;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.model.IndexPart;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a conceptual table (RFC 2578 §7.1.12) looks like: its columns, what is asked for them, and
 * where in a row a value lies. Immutable.
 *
 * <p>Counters are asked for first, so that they and the agent's time are of one answer as far as
 * possible. What tells of their discontinuities, speeds and identities lies in other tables of the
 * same index, and is asked along.
 */
final class TableShape {
    private final ObjectType row;
    private final MibNames names;
    private final IndexCodec codec;
    private final List<GridColumn> columns;
    private final List<ObjectType> stored;
    private final Map<Oid, Integer> places = new HashMap<>();
    private final List<Oid> asked;

    /** The shape of a row object: its index parts first, then its accessible columns. */
    TableShape(ObjectType row, MibNames names) {
        this.row = row;
        this.names = names;
        codec = IndexCodec.of(row);
        List<ObjectType> readable =
                names.index().columnsOf(row.oid()).stream()
                        .filter(column -> column.maxAccess().isReadable())
                        .toList();
        List<GridColumn> all = indexColumns(row, names.index());
        List<String> keys = all.stream().map(GridColumn::name).toList();
        List<ObjectType> values =
                readable.stream().filter(column -> !keys.contains(column.name())).toList();
        values.forEach(value -> addColumns(value, all));
        columns = List.copyOf(all);
        stored = values.isEmpty() ? readable : values;
        for (ObjectType object : stored) {
            places.put(object.oid(), places.size());
        }
        asked = toAsk();
    }

    private static List<GridColumn> indexColumns(ObjectType row, MibIndex index) {
        List<GridColumn> parts = new ArrayList<>();
        for (IndexPart part : row.index()) {
            Optional<ObjectType> object =
                    index.definition(part.object().module(), part.object().name())
                            .filter(ObjectType.class::isInstance)
                            .map(ObjectType.class::cast);
            parts.add(GridColumn.index(part.object().name(), object, parts.size()));
        }
        return parts;
    }

    private static void addColumns(ObjectType value, List<GridColumn> to) {
        GridColumn column = GridColumn.of(Kind.VALUE, value);
        to.add(column);
        if (column.isCounter()) {
            to.add(GridColumn.of(Kind.RATE, value));
            to.add(GridColumn.of(Kind.TREND, value));
        }
    }

    private List<Oid> toAsk() {
        Set<Oid> oids = new LinkedHashSet<>();
        stored.stream().filter(TableShape::isCounter).map(ObjectType::oid).forEach(oids::add);
        stored.stream().map(ObjectType::oid).forEach(oids::add);
        Oid somewhere = Oid.of(1);
        for (ObjectType object : stored) {
            if (isCounter(object)) {
                polled(object.oid().append(somewhere)).companions().stream()
                        .map(Oid::parent)
                        .forEach(oids::add);
            }
        }
        return List.copyOf(oids);
    }

    private static boolean isCounter(ObjectType object) {
        return GridColumn.of(Kind.VALUE, object).isCounter();
    }

    /** What belongs to a counter, to turn it into a rate. */
    PolledObject polled(Oid instance) {
        return PollPlan.object(names, instance);
    }

    ObjectType row() {
        return row;
    }

    MibNames names() {
        return names;
    }

    /** Index parts, then values, each counter with what is made of it. */
    List<GridColumn> columns() {
        return columns;
    }

    /** The OIDs of the columns to ask for. */
    List<Oid> asked() {
        return asked;
    }

    /** How many values a row may have. */
    int size() {
        return stored.size();
    }

    /** The object whose values lie at a place. */
    ObjectType object(int place) {
        return stored.get(place);
    }

    /** Where a column's values lie in a row; -1 if it has none. */
    int place(Oid column) {
        return places.getOrDefault(column, -1);
    }

    int place(GridColumn column) {
        return column.object().map(object -> place(object.oid())).orElse(-1);
    }

    /** The column that an instance is of, asked along or shown; empty for what was not asked. */
    Optional<Oid> columnOf(Oid instance) {
        int size = row.oid().size() + 1;
        if (instance.size() > size && instance.startsWith(row.oid())) {
            return Optional.of(instance.prefix(size));
        }
        return asked.stream()
                .filter(column -> instance.size() > column.size() && instance.startsWith(column))
                .findFirst();
    }

    /** The index in words: its parts, or all of it if it cannot be taken apart. */
    List<String> key(Oid instance) {
        Optional<List<SmiValue>> parts = codec.decode(instance);
        if (parts.isEmpty()) {
            return List.of(instance.toString());
        }
        List<String> key = new ArrayList<>();
        for (int i = 0; i < parts.get().size(); i++) {
            key.add(
                    ValueText.format(
                            parts.get().get(i), Optional.of(codec.parts().get(i).syntax())));
        }
        return key;
    }
}
