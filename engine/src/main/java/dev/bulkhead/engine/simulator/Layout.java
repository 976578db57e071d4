package dev.bulkhead.engine.simulator;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;

/**
 * The instances that every device of a model has, sorted. Built once and shared: a device adds only
 * its {@link DeviceState}, so thousands fit in one process.
 */
final class Layout {
    private final OID[] instances;
    private final Cell[] cells;

    private final Set<OID> objects;

    private Layout(Map<OID, Cell> sorted, Set<OID> objects) {
        this.objects = Set.copyOf(objects);
        instances = sorted.keySet().toArray(new OID[0]);
        cells = sorted.values().toArray(new Cell[0]);
    }

    int size() {
        return instances.length;
    }

    OID instance(int place) {
        return instances[place];
    }

    Cell cell(int place) {
        return cells[place];
    }

    /** Where this instance is, or {@code -(where it would be) - 1}. */
    int find(OID instance) {
        return Arrays.binarySearch(instances, instance);
    }

    /** Where the first instance after this OID is; {@link #size} if there is none. */
    int after(OID instance) {
        int place = find(instance);
        return place >= 0 ? place + 1 : -place - 1;
    }

    /** Whether this instance is of an object in the layout, be it there or not. */
    boolean hasObjectOf(OID instance) {
        for (int length = instance.size() - 1; length > 0; length--) {
            if (objects.contains(new OID(instance.getValue(), 0, length))) {
                return true;
            }
        }
        return false;
    }

    /** Collects the instances of a model, in any order. */
    static final class Builder {
        private final Map<OID, Cell> sorted = new TreeMap<>();
        private final Set<OID> objects = new HashSet<>();

        private void put(
                String object, String index, Cell.Reading reading, Cell.@Nullable Writing writing) {
            objects.add(new OID(object));
            OID instance = new OID(object + "." + index);
            if (sorted.put(instance, new Cell(reading, writing)) != null) {
                throw new IllegalStateException(instance + " is in the model twice");
            }
        }

        /** A scalar, given without its {@code .0}. */
        Builder scalar(String object, Cell.Reading reading) {
            put(object, "0", reading, null);
            return this;
        }

        Builder scalar(String object, Cell.Reading reading, Cell.Writing writing) {
            put(object, "0", reading, writing);
            return this;
        }

        /** A scalar that keeps what is written to it, through reboots. */
        Builder kept(String object, Variable initial, Syntax syntax) {
            keptAt(object, "0", initial, syntax);
            return this;
        }

        private void keptAt(String object, String index, Variable initial, Syntax syntax) {
            OID instance = new OID(object + "." + index);
            put(
                    object,
                    index,
                    device -> device.kept(instance, initial),
                    new Cell.Writing(syntax, (device, value) -> device.keep(instance, value)));
        }

        /** One cell of a read-only column; the index is dotted. */
        Builder cell(String column, String index, Cell.Reading reading) {
            put(column, index, reading, null);
            return this;
        }

        /** A scalar that reads as 1 and does something when 2 is written. */
        Builder action(String object, Consumer<DeviceState> action) {
            return scalar(
                    object,
                    device -> new Integer32(1),
                    new Cell.Writing(
                            new Syntax.Range(1, 2),
                            (device, value) -> {
                                if (value.toInt() == 2) {
                                    action.accept(device);
                                }
                            }));
        }

        /** A read-only column of a table with a row for each port, by ifIndex. */
        Builder ports(String column, List<PortPlan> plans, PortReading reading) {
            for (int place = 0; place < plans.size(); place++) {
                put(column, indexOf(plans.get(place)), readingOf(place, reading), null);
            }
            return this;
        }

        /** A writable column of a table with a row for each port. */
        Builder ports(
                String column, List<PortPlan> plans, PortReading reading, PortWriting writing) {
            for (int place = 0; place < plans.size(); place++) {
                int at = place;
                put(
                        column,
                        indexOf(plans.get(place)),
                        readingOf(place, reading),
                        new Cell.Writing(
                                writing.syntax(),
                                (device, value) ->
                                        writing.effect()
                                                .apply(device, device.ports().get(at), value)));
            }
            return this;
        }

        /** A column of text for each port that keeps what is written to it. */
        Builder keptPorts(
                String column,
                List<PortPlan> plans,
                Function<PortPlan, Variable> initial,
                Syntax syntax) {
            for (PortPlan plan : plans) {
                keptAt(column, indexOf(plan), initial.apply(plan), syntax);
            }
            return this;
        }

        private static Cell.Reading readingOf(int place, PortReading reading) {
            return device -> reading.of(device.ports().get(place), device.tick());
        }

        private static String indexOf(PortPlan plan) {
            return Integer.toString(plan.index());
        }

        Layout build() {
            return new Layout(sorted, objects);
        }
    }

    /** The value of a port's column at a tick. */
    @FunctionalInterface
    interface PortReading {
        Variable of(Port port, long tick);
    }

    /** What a port's column accepts and what a write does. */
    record PortWriting(Syntax syntax, PortEffect effect) {}

    /** What a write to a port's column does. */
    @FunctionalInterface
    interface PortEffect {
        void apply(DeviceState device, Port port, Variable value);
    }
}
