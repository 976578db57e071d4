package dev.bulkhead.app.instance;

import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import java.util.List;
import java.util.Optional;

/**
 * The column that tells a reader which row is which: of the interfaces ifDescr, of others the first
 * readable text whose name ends in Descr, Name or Alias, else the first readable text.
 */
final class LabelColumn {
    private static final Oid IF_DESCR = Oid.of(1, 3, 6, 1, 2, 1, 2, 2, 1, 2);
    private static final List<String> ENDINGS = List.of("Descr", "Name", "Alias", "Description");

    private LabelColumn() {}

    /** The label column of a column's row; empty where there is none. */
    static Optional<Oid> of(MibIndex index, Oid column) {
        List<ObjectType> texts =
                index.columnsOf(column).stream().filter(LabelColumn::isText).toList();
        Optional<Oid> telling =
                texts.stream()
                        .filter(text -> ENDINGS.stream().anyMatch(text.name()::endsWith))
                        .map(ObjectType::oid)
                        .findFirst();
        if (isIndexedByInterface(index, column)) {
            return Optional.of(IF_DESCR);
        }
        return telling.or(() -> texts.stream().map(ObjectType::oid).findFirst());
    }

    private static boolean isText(ObjectType column) {
        String name = column.syntax().declaredType();
        return column.syntax().base() == BaseType.OCTET_STRING
                && (name.equals("DisplayString")
                        || name.equals("SnmpAdminString")
                        || name.equals("OwnerString"))
                && column.maxAccess().isReadable();
    }

    private static boolean isIndexedByInterface(MibIndex index, Oid column) {
        return index.rowOf(column).stream()
                .map(row -> row.index().stream().map(part -> part.object().name()).toList())
                .anyMatch(List.of("ifIndex")::equals);
    }
}
