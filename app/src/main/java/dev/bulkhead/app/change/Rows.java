package dev.bulkhead.app.change;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.mibs.display.IndexCodec;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import java.util.List;
import java.util.Optional;

/**
 * A table whose rows a manager makes and removes.
 *
 * @param row the conceptual row
 * @param status the column that makes and removes them, found by its textual convention: RowStatus
 *     (RFC 2579 §2) or EntryStatus (RFC 2819)
 * @param writable the columns that may be written, without the status
 * @param readable all columns that can be read
 */
public record Rows(
        ObjectType row, ObjectType status, List<ObjectType> writable, List<ObjectType> readable) {
    public Rows {
        writable = List.copyOf(writable);
        readable = List.copyOf(readable);
    }

    /** The rows of the table that an OID belongs to; empty if it has no such column. */
    public static Optional<Rows> of(MibNames names, Oid oid) {
        List<ObjectType> columns = names.index().columnsOf(oid);
        Optional<ObjectType> row = names.index().rowOf(oid);
        Optional<ObjectType> status = columns.stream().filter(Rows::isStatusColumn).findFirst();
        if (row.isEmpty() || status.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Rows(
                        row.get(),
                        status.get(),
                        columns.stream()
                                .filter(column -> column.maxAccess().isWritable())
                                .filter(column -> !isStatusColumn(column))
                                .toList(),
                        columns.stream()
                                .filter(column -> column.maxAccess().isReadable())
                                .toList()));
    }

    /** The rows that an instance belongs to. */
    static Optional<Rows> ofInstance(MibNames names, Oid instance) {
        return names.object(instance)
                .filter(object -> object.kind() == ObjectKind.COLUMN)
                .flatMap(column -> of(names, column.oid()));
    }

    private static boolean isStatusColumn(ObjectType column) {
        return RowStates.of(column.syntax()).isPresent();
    }

    /** The states that a status has; RowStatus where its module is no longer known. */
    static RowStates statesOf(MibNames names, Oid status) {
        return ofInstance(names, status).map(Rows::states).orElse(RowStates.ROW_STATUS);
    }

    RowStates states() {
        return RowStates.of(status.syntax()).orElse(RowStates.ROW_STATUS);
    }

    /** Whether an instance is the status of its row. */
    boolean isStatus(Oid instance) {
        return statusOf(instance).equals(instance);
    }

    /** Whether an assignment makes a row where there is none. */
    boolean creates(Assignment assignment) {
        return isStatus(assignment.instance()) && states().creates(assignment.after());
    }

    /** Whether an assignment removes a row. */
    boolean removes(Assignment assignment) {
        return isStatus(assignment.instance()) && assignment.after().equals(states().removal());
    }

    /** The status of the row that an instance is a cell of. */
    Oid statusOf(Oid cell) {
        return status.oid().append(index(cell));
    }

    /** The index of a cell's row: what follows the column. */
    Oid index(Oid cell) {
        return cell.suffix(Math.min(cell.size(), row.oid().size() + 1));
    }

    IndexCodec codec() {
        return IndexCodec.of(row);
    }
}
