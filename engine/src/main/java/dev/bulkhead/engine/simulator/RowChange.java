package dev.bulkhead.engine.simulator;

import dev.bulkhead.engine.simulator.RowTable.Column;
import dev.bulkhead.engine.simulator.RowTable.Row;
import dev.bulkhead.engine.simulator.RowTable.RowStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.smi.Variable;

/** What one SET asks of one row of a {@link RowTable}: RowStatus's rules of RFC 2579. */
final class RowChange {
    private static final int ACTIVE = 1;
    private static final int NOT_IN_SERVICE = 2;
    private static final int CREATE_AND_GO = 4;
    private static final int CREATE_AND_WAIT = 5;
    private static final int DESTROY = 6;

    private final @Nullable Row before;
    private final Map<Integer, Variable> values = new LinkedHashMap<>();
    private final Map<Integer, Integer> variables = new LinkedHashMap<>();

    RowChange(@Nullable Row before) {
        this.before = before;
    }

    /** Takes a variable of the SET: its place there, its column and its value. */
    void put(int variable, int column, Variable value) {
        values.put(column, (Variable) value.clone());
        variables.put(column, variable);
    }

    int firstVariable() {
        return variables.values().iterator().next();
    }

    /** The row as it will be, or null if it goes; refuses in the plan what cannot be. */
    @Nullable Row judge(WritePlan plan, List<Column> columns, int statusColumn) {
        Variable asked = values.remove(statusColumn);
        int place = variables.getOrDefault(statusColumn, firstVariable());
        int wanted = asked == null ? 0 : asked.toInt();
        if (wanted == DESTROY) {
            return null;
        }
        boolean creates = wanted == CREATE_AND_GO || wanted == CREATE_AND_WAIT;
        if (before == null && !creates) {
            // Nothing to change: RFC 2579 says inconsistentValue for the status itself.
            plan.refuse(place, wanted == 0 ? PDU.inconsistentName : PDU.inconsistentValue);
            return null;
        }
        if (before != null && creates) {
            plan.refuse(place, PDU.inconsistentValue);
            return before;
        }
        Map<Integer, Variable> cells = cells(columns);
        boolean ready = columns.stream().allMatch(column -> cells.containsKey(column.number()));
        boolean mustBeReady =
                wanted == ACTIVE || wanted == NOT_IN_SERVICE || wanted == CREATE_AND_GO;
        if (wanted == RowStatus.NOT_READY.number() || (mustBeReady && !ready)) {
            plan.refuse(place, PDU.inconsistentValue);
        }
        return new Row(cells, statusAfter(wanted, ready));
    }

    private Map<Integer, Variable> cells(List<Column> columns) {
        Map<Integer, Variable> cells = new LinkedHashMap<>();
        for (Column column : columns) {
            Variable value = values.get(column.number());
            if (value == null) {
                value = before == null ? column.initial() : before.cells().get(column.number());
            }
            if (value != null) {
                cells.put(column.number(), value);
            }
        }
        return cells;
    }

    private RowStatus statusAfter(int wanted, boolean ready) {
        if (!ready) {
            return RowStatus.NOT_READY;
        }
        if (wanted == ACTIVE || wanted == CREATE_AND_GO) {
            return RowStatus.ACTIVE;
        }
        if (wanted == 0 && before != null && before.status() == RowStatus.ACTIVE) {
            return RowStatus.ACTIVE;
        }
        return RowStatus.NOT_IN_SERVICE;
    }
}
