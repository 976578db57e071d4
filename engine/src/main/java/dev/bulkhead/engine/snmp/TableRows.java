package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the cells of columns together to rows, in the order of their instances.
 *
 * <p>A row is complete when no column that is still being read can have a cell for it: each has
 * given one of the same or a later instance. Columns may leave instances out.
 */
final class TableRows {
    private final List<TableColumn> columns = new ArrayList<>();
    private long ticksOfRow;

    TableRows(List<Oid> columnOids, Optional<Oid> after) {
        for (Oid oid : columnOids) {
            columns.add(new TableColumn(oid, after));
        }
    }

    List<TableColumn> columns() {
        return columns;
    }

    /** The columns to ask next: those that hold up rows and are not asked yet, up to a number. */
    List<TableColumn> toAsk(int limit) {
        return columns.stream()
                .filter(column -> column.isAwaited() && !column.isAsked())
                .limit(limit)
                .toList();
    }

    boolean isFinished() {
        return columns.stream().allMatch(TableColumn::isFinished);
    }

    /** Removes the next complete row; empty if there is none yet. */
    List<VarBind> takeRow() {
        Oid next = null;
        for (TableColumn column : columns) {
            if (column.isAwaited()) {
                return List.of();
            }
            Oid first = column.firstInstance();
            if (first != null && (next == null || first.compareTo(next) < 0)) {
                next = first;
            }
        }
        if (next == null) {
            return List.of();
        }
        List<VarBind> row = new ArrayList<>(columns.size());
        for (TableColumn column : columns) {
            Oid first = column.firstInstance();
            if (first != null && first.compareTo(next) == 0) {
                ticksOfRow = row.isEmpty() ? column.firstTicks() : ticksOfRow;
                row.add(column.take());
            }
        }
        return row;
    }

    /** The agent's time when it gave the first cell of the row taken last. */
    long ticksOfRow() {
        return ticksOfRow;
    }
}
