package dev.bulkhead.app.cli;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One row of a table.
 *
 * @param cells by the name of their column
 */
record TableRow(Oid instance, Map<String, VarBind> cells) {

    /** Cells put together to rows, in the order of their instances. */
    static List<TableRow> of(List<VarBind> varBinds, TableColumns columns) {
        Map<Oid, Map<String, VarBind>> rows = new TreeMap<>();
        for (VarBind varBind : varBinds) {
            columns.columnOf(varBind.name())
                    .ifPresent(column -> {
                        Oid instance = varBind.name().suffix(column.oid().size());
                        rows.computeIfAbsent(instance, i -> new LinkedHashMap<>())
                                .put(column.name(), varBind);
                    });
        }
        return rows.entrySet().stream()
                .map(row -> new TableRow(row.getKey(), row.getValue()))
                .toList();
    }

    /** Any of its cells. */
    VarBind first() {
        return cells.values().iterator().next();
    }
}
