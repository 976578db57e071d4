package dev.bulkhead.engine.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * What a {@code .snmprec} file recorded, sorted, read-only.
 *
 * <p>Held in flat arrays (line {@code i} lies from start {@code i} to start {@code i + 1}), so that
 * 100,000 lines take some 7 MB and any number of devices share them. Immutable but for {@code
 * hint}, which only guesses where a walk goes on and may be wrong.
 */
final class Recording implements Variables {
    private final int[] names;
    private final int[] nameStarts;
    private final byte[] values;
    private final int[] valueStarts;
    private final byte[] types;
    private final List<String> notes;
    private volatile int hint;

    /** A recording of lines that are sorted and name each OID once. */
    Recording(List<RecordedLine> lines, List<String> notes) {
        int size = lines.size();
        nameStarts = new int[size + 1];
        valueStarts = new int[size + 1];
        types = new byte[size];
        for (int i = 0; i < size; i++) {
            nameStarts[i + 1] = nameStarts[i] + lines.get(i).nameLength();
            valueStarts[i + 1] = valueStarts[i] + lines.get(i).valueLength();
            types[i] = lines.get(i).type();
        }
        names = new int[nameStarts[size]];
        values = new byte[valueStarts[size]];
        for (int i = 0; i < size; i++) {
            lines.get(i).copyTo(names, nameStarts[i], values, valueStarts[i]);
        }
        this.notes = List.copyOf(notes);
    }

    int size() {
        return types.length;
    }

    /** Lines that were not used and why, as {@code file:line: reason}. */
    List<String> notes() {
        return notes;
    }

    @Override
    public @Nullable Variable get(OID instance) {
        int place = find(instance);
        return place < 0 ? null : value(place);
    }

    @Override
    public @Nullable VariableBinding next(OID after) {
        int guess = hint;
        int place;
        if (guess < size() && compare(guess, after) == 0) {
            place = guess + 1;
        } else {
            int found = find(after);
            place = found >= 0 ? found + 1 : -found - 1;
        }
        if (place == size()) {
            return null;
        }
        hint = place;
        return new VariableBinding(name(place), value(place));
    }

    @Override
    public boolean hasObjectOf(OID instance) {
        // A recording knows no objects; a neighbour under the same parent is the best sign of one.
        if (instance.size() < 2) {
            return false;
        }
        OID parent = new OID(instance.getValue(), 0, instance.size() - 1);
        int found = find(parent);
        int place = found >= 0 ? found : -found - 1;
        return place < size() && name(place).startsWith(parent);
    }

    @Override
    public WritePlan plan(List<? extends VariableBinding> bindings) {
        WritePlan plan = new WritePlan(bindings.size());
        for (int i = 0; i < bindings.size(); i++) {
            plan.refuse(i, PDU.notWritable);
        }
        return plan;
    }

    private int find(OID instance) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(middle, instance);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    private int compare(int place, OID other) {
        int from = nameStarts[place];
        int length = nameStarts[place + 1] - from;
        int common = Math.min(length, other.size());
        for (int i = 0; i < common; i++) {
            int order = Integer.compareUnsigned(names[from + i], other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(length, other.size());
    }

    private OID name(int place) {
        int from = nameStarts[place];
        return new OID(names, from, nameStarts[place + 1] - from);
    }

    private Variable value(int place) {
        int from = valueStarts[place];
        return RecordedValue.unpack(types[place], values, from, valueStarts[place + 1] - from);
    }
}
