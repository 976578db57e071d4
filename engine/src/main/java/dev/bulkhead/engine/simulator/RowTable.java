package dev.bulkhead.engine.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * A table whose rows a manager creates and destroys through a RowStatus column (RFC 2579).
 *
 * <p>All variables of one SET that name the same row are judged together, whatever their order.
 */
final class RowTable {
    /** Rows a table holds at most; more are refused with resourceUnavailable. */
    static final int MAX_ROWS = 1000;

    /**
     * A column.
     *
     * @param initial its value in a new row; null if a row is not ready without one
     */
    record Column(int number, Syntax syntax, @Nullable Variable initial) {}

    private static final int CREATE_AND_GO = 4;

    private final OID entry;
    private final List<Column> columns;
    private final int statusColumn;
    private final int longestIndex;
    private final NavigableMap<OID, Row> rows = new TreeMap<>();
    private boolean createsAtOnce = true;

    /**
     * An empty table.
     *
     * @param columns the accessible columns but RowStatus, in order
     * @param statusColumn the RowStatus column's number, higher than all others
     * @param longestIndex how many sub-identifiers an index has at most; the fewest is one
     */
    RowTable(OID entry, List<Column> columns, int statusColumn, int longestIndex) {
        this.entry = entry;
        this.columns = columns;
        this.statusColumn = statusColumn;
        this.longestIndex = longestIndex;
    }

    /** A table whose rows are made by createAndWait alone, which RFC 2579 leaves to the agent. */
    RowTable withoutCreateAndGo() {
        createsAtOnce = false;
        return this;
    }

    OID entry() {
        return entry;
    }

    /** Adds an active row with these values in the columns' order. */
    void add(OID index, List<Variable> values) {
        Map<Integer, Variable> cells = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i).number(), values.get(i));
        }
        rows.put(index, new Row(cells, RowStatus.ACTIVE));
    }

    @Nullable Variable get(OID instance) {
        if (instance.size() <= entry.size() + 1) {
            return null;
        }
        Row row = rows.get(indexOf(instance));
        return row == null ? null : cell(row, instance.get(entry.size()));
    }

    private OID indexOf(OID instance) {
        int from = entry.size() + 1;
        return new OID(instance.getValue(), from, instance.size() - from);
    }

    private @Nullable Variable cell(Row row, int column) {
        return column == statusColumn
                ? new Integer32(row.status().number())
                : row.cells().get(column);
    }

    @Nullable VariableBinding next(OID after) {
        for (Column column : columns) {
            VariableBinding found = nextIn(column.number(), after);
            if (found != null) {
                return found;
            }
        }
        return nextIn(statusColumn, after);
    }

    private @Nullable VariableBinding nextIn(int column, OID after) {
        OID root = new OID(entry.getValue(), column);
        NavigableMap<OID, Row> rest = rows;
        if (after.startsWith(root) && after.size() > root.size()) {
            rest = rows.tailMap(indexOf(after), false);
        } else if (after.compareTo(root) > 0) {
            return null;
        }
        for (Map.Entry<OID, Row> row : rest.entrySet()) {
            Variable value = cell(row.getValue(), column);
            if (value != null) {
                OID instance = new OID(root);
                instance.append(row.getKey());
                return new VariableBinding(instance, value);
            }
        }
        return null;
    }

    /** Adds to a plan what the bindings below this table's entry do. */
    void plan(WritePlan plan, List<? extends VariableBinding> bindings) {
        Map<OID, RowChange> changes = new LinkedHashMap<>();
        for (int i = 0; i < bindings.size(); i++) {
            VariableBinding binding = bindings.get(i);
            OID name = binding.getOid();
            if (name.startsWith(entry)) {
                int error = errorFor(name, binding.getVariable());
                plan.refuse(i, error);
                if (error == PDU.noError) {
                    OID index = indexOf(name);
                    changes.computeIfAbsent(index, key -> new RowChange(rows.get(key)))
                            .put(i, name.get(entry.size()), binding.getVariable());
                }
            }
        }
        changes.forEach((index, change) -> planRow(plan, index, change));
    }

    private int errorFor(OID name, Variable value) {
        int indexLength = name.size() - entry.size() - 1;
        if (indexLength < 0) {
            return PDU.notWritable;
        }
        int number = name.get(entry.size());
        if (number != statusColumn && columns.stream().noneMatch(c -> c.number() == number)) {
            return PDU.notWritable;
        }
        if (indexLength < 1 || indexLength > longestIndex) {
            return PDU.noCreation;
        }
        if (number == statusColumn) {
            boolean refused = !createsAtOnce && value.equals(new Integer32(CREATE_AND_GO));
            return refused ? PDU.wrongValue : new Syntax.Range(1, 6).errorFor(value);
        }
        for (Column column : columns) {
            if (column.number() == number) {
                return column.syntax().errorFor(value);
            }
        }
        return PDU.noError;
    }

    private void planRow(WritePlan plan, OID index, RowChange change) {
        Row before = rows.get(index);
        if (before == null && rows.size() >= MAX_ROWS) {
            plan.refuse(change.firstVariable(), PDU.resourceUnavailable);
            return;
        }
        Row after = change.judge(plan, columns, statusColumn);
        plan.add(() -> put(index, after), () -> put(index, before));
    }

    private void put(OID index, @Nullable Row row) {
        if (row == null) {
            rows.remove(index);
        } else {
            rows.put(index, row);
        }
    }

    /** A row: its cells by column number, missing ones not set yet. */
    record Row(Map<Integer, Variable> cells, RowStatus status) {}

    /** RowStatus's states (RFC 2579). */
    enum RowStatus {
        ACTIVE(1),
        NOT_IN_SERVICE(2),
        NOT_READY(3);

        private final int number;

        RowStatus(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }
}
