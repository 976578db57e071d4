package dev.bulkhead.engine.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * A model's {@link Layout} filled with one device's state, and the tables whose rows come and go.
 */
final class DeviceTree implements Variables {
    private final Layout layout;
    private final DeviceState device;
    private final List<RowTable> tables;

    DeviceTree(Layout layout, DeviceState device, List<RowTable> tables) {
        this.layout = layout;
        this.device = device;
        this.tables = tables;
    }

    @Override
    public @Nullable Variable get(OID instance) {
        int place = layout.find(instance);
        if (place >= 0) {
            return layout.cell(place).reading().of(device);
        }
        RowTable table = tableOf(instance);
        return table == null ? null : table.get(instance);
    }

    @Override
    public @Nullable VariableBinding next(OID after) {
        int place = layout.after(after);
        OID first = place < layout.size() ? layout.instance(place) : null;
        VariableBinding best = null;
        for (RowTable table : tables) {
            if (first == null || table.entry().compareTo(first) < 0) {
                VariableBinding row = table.next(after);
                if (row != null && (best == null || row.getOid().compareTo(best.getOid()) < 0)) {
                    best = row;
                }
            }
        }
        if (best != null && (first == null || best.getOid().compareTo(first) < 0)) {
            return best;
        }
        return first == null
                ? null
                : new VariableBinding(first, layout.cell(place).reading().of(device));
    }

    @Override
    public boolean hasObjectOf(OID instance) {
        return tableOf(instance) != null || layout.hasObjectOf(instance);
    }

    private @Nullable RowTable tableOf(OID instance) {
        for (RowTable table : tables) {
            if (instance.startsWith(table.entry())) {
                return table;
            }
        }
        return null;
    }

    @Override
    public WritePlan plan(List<? extends VariableBinding> bindings) {
        WritePlan plan = new WritePlan(bindings.size());
        for (int i = 0; i < bindings.size(); i++) {
            planOne(plan, i, bindings.get(i));
        }
        for (RowTable table : tables) {
            table.plan(plan, bindings);
        }
        return plan;
    }

    private void planOne(WritePlan plan, int variable, VariableBinding binding) {
        int place = layout.find(binding.getOid());
        if (place < 0) {
            if (tableOf(binding.getOid()) == null) {
                plan.refuse(variable, errorForMissing(binding.getOid()));
            }
            return;
        }
        Cell cell = layout.cell(place);
        Cell.Writing writing = cell.writing();
        if (writing == null) {
            plan.refuse(variable, PDU.notWritable);
            return;
        }
        Variable value = binding.getVariable();
        plan.refuse(variable, writing.syntax().errorFor(value));
        Variable old = cell.reading().of(device);
        plan.add(
                () -> writing.effect().apply(device, value),
                () -> writing.effect().apply(device, old));
    }

    /** A column with a writable neighbour could be written, were there such a row. */
    private int errorForMissing(OID instance) {
        if (instance.size() < 2) {
            return PDU.notWritable;
        }
        OID column = new OID(instance.getValue(), 0, instance.size() - 1);
        int place = layout.after(column);
        boolean writable =
                place < layout.size()
                        && layout.instance(place).startsWith(column)
                        && layout.cell(place).writing() != null;
        return writable ? PDU.noCreation : PDU.notWritable;
    }
}
