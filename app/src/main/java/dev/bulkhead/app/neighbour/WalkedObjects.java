package dev.bulkhead.app.neighbour;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.app.pollset.Instances;
import dev.bulkhead.app.pollset.PollItem.What;
import dev.bulkhead.app.pollset.Quoted;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.model.MaxAccess;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.OidDefinition;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a module walks, as items of a poll set: scalars, instances, columns and tables. */
final class WalkedObjects {
    /** A walk of everything is no poll. */
    private static final int MOST = 2_000;

    private final MibNames names;
    private final Set<String> ignored;
    private final Set<What> items = new LinkedHashSet<>();

    /**
     * Nothing yet.
     *
     * @param ignored names of objects to leave out
     */
    WalkedObjects(MibNames names, Set<String> ignored) {
        this.names = names;
        this.ignored = ignored;
    }

    List<What> items() {
        return List.copyOf(items);
    }

    /** Adds what is below a name or number; gives what is wrong with it. */
    Optional<String> add(String text) {
        Oid oid;
        try {
            oid = names.resolve(text);
        } catch (UnknownNameException e) {
            return Optional.of(Quoted.remark(String.valueOf(e.getMessage())));
        }
        Optional<ObjectType> object = names.object(oid);
        if (object.isPresent() && !object.get().oid().equals(oid)) {
            put(object.get(), names.qualifiedName(oid), new Instances.Written());
            return Optional.empty();
        }
        Optional<MibNode> node = names.index().node(oid);
        if (node.isEmpty()) {
            items.add(new What.ObjectName(oid.toString(), new Instances.Written()));
            return Optional.of(
                    oid + " is in no module that is loaded, and is taken as one instance");
        }
        int before = items.size();
        below(node.get());
        if (items.size() >= MOST) {
            return Optional.of("there are more than " + MOST + " objects below " + oid);
        }
        return items.size() == before && ignored.isEmpty()
                ? Optional.of("there is no object below " + oid)
                : Optional.empty();
    }

    private void below(MibNode node) {
        if (items.size() >= MOST) {
            return;
        }
        Optional<ObjectType> object = object(node);
        if (object.isPresent()) {
            switch (object.get().kind()) {
                case SCALAR ->
                        put(object.get(), name(object.get()) + ".0", new Instances.Written());
                case COLUMN -> put(object.get(), name(object.get()), new Instances.All());
                case TABLE, ROW -> table(object.get());
            }
            return;
        }
        for (MibNode child : node.children()) {
            below(child);
        }
    }

    private static Optional<ObjectType> object(MibNode node) {
        for (OidDefinition definition : node.definitions()) {
            if (definition instanceof ObjectType type) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private String name(ObjectType object) {
        return names.qualifiedName(object.oid());
    }

    /** A table as a whole, or its columns where one of them is left out. */
    private void table(ObjectType table) {
        List<ObjectType> columns = new ArrayList<>(names.index().columnsOf(table.oid()));
        columns.removeIf(each -> each.maxAccess() == MaxAccess.NOT_ACCESSIBLE);
        boolean whole = columns.stream().noneMatch(each -> ignored.contains(each.head().name()));
        if (whole && !columns.isEmpty()) {
            String name =
                    table.kind() == ObjectKind.ROW
                            ? names.qualifiedName(table.oid().parent())
                            : name(table);
            items.add(new What.ObjectName(name, new Instances.All()));
        } else {
            columns.forEach(each -> put(each, name(each), new Instances.All()));
        }
    }

    private void put(ObjectType object, String text, Instances instances) {
        if (!ignored.contains(object.head().name())
                && object.maxAccess() != MaxAccess.NOT_ACCESSIBLE) {
            items.add(new What.ObjectName(text, instances));
        }
    }
}
