package dev.bulkhead.app.change;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.mibs.display.IndexCodec;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.Reference;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.List;
import java.util.Optional;

/**
 * A table whose rows a manager makes and removes.
 *
 * @param row the conceptual row
 * @param status its RowStatus column, found by its textual convention (RFC 2579 §2)
 * @param writable the columns that may be written, without the RowStatus
 * @param readable all columns that can be read
 */
public record Rows(
        ObjectType row, ObjectType status, List<ObjectType> writable, List<ObjectType> readable) {
    static final int ACTIVE = 1;
    static final int NOT_IN_SERVICE = 2;
    static final int CREATE_AND_GO = 4;
    static final int CREATE_AND_WAIT = 5;
    static final int DESTROY = 6;

    private static final String ROW_STATUS = "RowStatus";

    public Rows {
        writable = List.copyOf(writable);
        readable = List.copyOf(readable);
    }

    /** The rows of the table that an OID belongs to; empty if it has no RowStatus. */
    public static Optional<Rows> of(MibNames names, Oid oid) {
        List<ObjectType> columns = names.index().columnsOf(oid);
        Optional<ObjectType> row = names.index().rowOf(oid);
        Optional<ObjectType> status =
                columns.stream().filter(column -> isRowStatus(column.syntax())).findFirst();
        if (row.isEmpty() || status.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Rows(
                        row.get(),
                        status.get(),
                        columns.stream()
                                .filter(column -> column.maxAccess().isWritable())
                                .filter(column -> !isRowStatus(column.syntax()))
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

    static boolean isRowStatus(Syntax syntax) {
        return syntax.base() == BaseType.INTEGER32
                && syntax.textualConvention()
                        .map(Reference::name)
                        .filter(ROW_STATUS::equals)
                        .isPresent();
    }

    /** The RowStatus of the row that an instance is a cell of. */
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

    static SmiValue status(int number) {
        return new SmiValue.Integer32(number);
    }

    /** Whether a RowStatus makes a row when it is written. */
    static boolean creates(SmiValue written) {
        return written.equals(status(CREATE_AND_GO)) || written.equals(status(CREATE_AND_WAIT));
    }
}
