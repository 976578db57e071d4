package dev.bulkhead.app.cli;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.mibs.model.IndexPart;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a table is made of.
 *
 * @param table its OID, or whatever OID was asked for
 * @param index the names of its index parts; empty if unknown
 * @param columns the columns to read, in order; empty if no module knows the table
 */
record TableColumns(Oid table, List<String> index, List<Column> columns) {
    /** A column and its name. */
    record Column(Oid oid, String name) {}

    /** The columns of a table, of a row's table, or one column alone. */
    static TableColumns of(Oid asked, MibNames names) {
        Optional<ObjectType> row = names.index().rowOf(asked);
        if (row.isEmpty()) {
            return new TableColumns(asked, List.of(), List.of());
        }
        List<String> index =
                row.get().index().stream().map(IndexPart::object).map(o -> o.name()).toList();
        List<Column> columns = new ArrayList<>();
        for (ObjectType column : names.index().columnsOf(asked)) {
            boolean alone = column.oid().equals(asked);
            boolean wanted = alone || !isColumn(asked, names);
            boolean inIndex = index.contains(column.name());
            if (wanted && column.maxAccess().isReadable() && (alone || !inIndex)) {
                columns.add(new Column(column.oid(), column.name()));
            }
        }
        if (columns.isEmpty()) {
            names.index().columnsOf(asked).stream()
                    .filter(column -> column.maxAccess().isReadable())
                    .forEach(c -> columns.add(new Column(c.oid(), c.name())));
        }
        return new TableColumns(asked, index, columns);
    }

    private static boolean isColumn(Oid oid, MibNames names) {
        return names.object(oid)
                .filter(o -> o.oid().equals(oid) && o.kind() == ObjectKind.COLUMN)
                .isPresent();
    }

    /** Whether a module knows this table. */
    boolean isKnown() {
        return !columns.isEmpty();
    }

    /** The column of a cell's name. Where no module knows the table, what stands two below it. */
    Optional<Column> columnOf(Oid cell) {
        if (!isKnown()) {
            int entry = table.size() + 2;
            return cell.startsWith(table) && cell.size() > entry
                    ? Optional.of(
                            new Column(cell.prefix(entry), Long.toString(cell.get(entry - 1))))
                    : Optional.empty();
        }
        return columns.stream().filter(column -> cell.startsWith(column.oid())).findFirst();
    }
}
