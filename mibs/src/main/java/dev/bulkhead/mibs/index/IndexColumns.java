package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.IndexPart;
import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of a module's columns are part of the index of the row they stand in. */
final class IndexColumns {
    private IndexColumns() {}

    static List<Oid> of(MibModule module) {
        List<ObjectType> rows = new ArrayList<>();
        for (Definition definition : module.definitions()) {
            if (definition instanceof ObjectType object
                    && object.kind() == ObjectKind.ROW
                    && !object.index().isEmpty()) {
                rows.add(object);
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, ObjectType> columns = new HashMap<>();
        for (Definition definition : module.definitions()) {
            if (definition instanceof ObjectType object && object.kind() == ObjectKind.COLUMN) {
                columns.putIfAbsent(object.name(), object);
            }
        }
        List<Oid> marked = new ArrayList<>();
        for (ObjectType row : rows) {
            for (IndexPart part : row.index()) {
                ObjectType column = columns.get(part.object().name());
                if (column != null
                        && part.object().module().equals(module.name())
                        && column.oid().startsWith(row.oid())) {
                    marked.add(column.oid());
                }
            }
        }
        return marked;
    }
}
