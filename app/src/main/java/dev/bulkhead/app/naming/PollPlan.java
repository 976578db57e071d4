package dev.bulkhead.app.naming;

import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a poll asks of one target: the instances wanted, and beside each counter what tells of its
 * discontinuities, its identity and its speed. sysUpTime is asked along by the engine. Immutable.
 *
 * <p>IF-MIB's companions are known even without its module; those of other counters are a column of
 * the same row whose name ends in {@code DiscontinuityTime}, as RFC 4181 §4.6.1.2 asks of a MIB's
 * authors. What identifies a row is its ifName, and entPhysicalName where the table is indexed by
 * entPhysicalIndex; not ifAlias, which people edit while the interface stays the same.
 */
public final class PollPlan {
    private static final Oid IF_ENTRY = Oid.parse("1.3.6.1.2.1.2.2.1");
    private static final long IF_SPEED = 5;
    private static final Oid IF_X_ENTRY = Oid.parse("1.3.6.1.2.1.31.1.1.1");
    private static final long IF_NAME = 1;
    private static final long IF_HIGH_SPEED = 15;
    private static final long IF_COUNTER_DISCONTINUITY_TIME = 19;
    private static final Oid ENT_PHYSICAL_NAME = Oid.parse("1.3.6.1.2.1.47.1.1.1.1.7");

    private final List<PolledObject> objects;
    private final List<Oid> oids;

    private PollPlan(List<PolledObject> objects) {
        this.objects = List.copyOf(objects);
        Set<Oid> all = new LinkedHashSet<>();
        this.objects.forEach(object -> all.add(object.instance()));
        this.objects.forEach(object -> all.addAll(object.companions()));
        this.oids = List.copyOf(all);
    }

    /** An instance, with what it needs if it is a counter. */
    public static PolledObject object(MibNames names, Oid instance) {
        return polled(names.index(), instance);
    }

    /** The plan of these instances, with what their counters need. */
    public static PollPlan of(MibNames names, List<Oid> asked) {
        return new PollPlan(
                asked.stream().distinct().map(oid -> polled(names.index(), oid)).toList());
    }

    /**
     * The plan of these instances and nothing else: for v1 agents, which refuse a whole request for
     * one missing instance (RFC 1157 §4.1.2).
     */
    public static PollPlan bare(List<Oid> asked) {
        return new PollPlan(asked.stream().distinct().map(PolledObject::alone).toList());
    }

    /** The instances wanted, each once, in the order asked. */
    public List<PolledObject> objects() {
        return objects;
    }

    /** All that has to be asked: the instances wanted first, in the same order, then the others. */
    public List<Oid> oids() {
        return oids;
    }

    private static PolledObject polled(MibIndex index, Oid oid) {
        Optional<Oid> interfaceRow = interfaceOf(oid);
        if (interfaceRow.isPresent()) {
            Oid row = interfaceRow.get();
            boolean octets = isIfOctets(oid);
            return new PolledObject(
                    oid,
                    octets,
                    Optional.of(IF_X_ENTRY.append(IF_COUNTER_DISCONTINUITY_TIME).append(row)),
                    Optional.of(IF_X_ENTRY.append(IF_NAME).append(row)),
                    octets
                            ? Optional.of(IF_X_ENTRY.append(IF_HIGH_SPEED).append(row))
                            : Optional.empty(),
                    octets ? Optional.of(IF_ENTRY.append(IF_SPEED).append(row)) : Optional.empty());
        }
        Optional<ObjectType> object = index.objectOf(oid).filter(PollPlan::isCounter);
        return object.map(o ->
                        new PolledObject(
                                oid,
                                countsOctets(o),
                                discontinuity(index, o, oid),
                                identity(index, o, oid),
                                Optional.empty(),
                                Optional.empty()))
                .orElseGet(() -> PolledObject.alone(oid));
    }

    /** The ifIndex of a counter of ifTable or ifXTable. */
    private static Optional<Oid> interfaceOf(Oid oid) {
        boolean ifCounter =
                oid.startsWith(IF_ENTRY)
                        && oid.size() == IF_ENTRY.size() + 2
                        && isIfTableCounter(oid.get(IF_ENTRY.size()));
        boolean ifXCounter =
                oid.startsWith(IF_X_ENTRY)
                        && oid.size() == IF_X_ENTRY.size() + 2
                        && oid.get(IF_X_ENTRY.size()) >= 2
                        && oid.get(IF_X_ENTRY.size()) <= 13;
        return ifCounter || ifXCounter ? Optional.of(oid.suffix(oid.size() - 1)) : Optional.empty();
    }

    /** ifInOctets (10) to ifOutErrors (20); ifOutQLen (21) is a gauge. */
    private static boolean isIfTableCounter(long column) {
        return column >= 10 && column <= 20;
    }

    /** ifInOctets, ifOutOctets, ifHCInOctets, ifHCOutOctets. */
    private static boolean isIfOctets(Oid oid) {
        long column = oid.get(oid.size() - 2);
        return oid.startsWith(IF_ENTRY)
                ? column == 10 || column == 16
                : column == 6 || column == 10;
    }

    private static boolean isCounter(ObjectType object) {
        BaseType base = object.syntax().base();
        return base == BaseType.COUNTER32 || base == BaseType.COUNTER64;
    }

    private static boolean countsOctets(ObjectType object) {
        String units = object.units().orElse("").toLowerCase(Locale.ROOT);
        return units.equals("octets") || units.equals("bytes") || object.name().endsWith("Octets");
    }

    private static Optional<Oid> discontinuity(MibIndex index, ObjectType object, Oid oid) {
        Oid instance = oid.suffix(object.oid().size());
        List<Oid> found = new ArrayList<>();
        for (ObjectType column : index.columnsOf(object.oid())) {
            if (column.name().endsWith("DiscontinuityTime")) {
                found.add(column.oid().append(instance));
            }
        }
        return found.stream().findFirst();
    }

    /** What names the row of a table that is indexed by an interface or a physical entity. */
    private static Optional<Oid> identity(MibIndex index, ObjectType object, Oid oid) {
        List<String> keys =
                index.rowOf(object.oid()).stream()
                        .flatMap(row -> row.index().stream())
                        .map(part -> part.object().name())
                        .toList();
        Oid instance = oid.suffix(object.oid().size());
        if (keys.equals(List.of("ifIndex"))) {
            return Optional.of(IF_X_ENTRY.append(IF_NAME).append(instance));
        }
        return keys.equals(List.of("entPhysicalIndex"))
                ? Optional.of(ENT_PHYSICAL_NAME.append(instance))
                : Optional.empty();
    }
}
