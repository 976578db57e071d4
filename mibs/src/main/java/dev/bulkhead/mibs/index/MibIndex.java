package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.IndexPart;
import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.OidDefinition;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about a set of compiled modules: the OID tree, names and search. Immutable; any
 * thread may use it, none of its methods blocks.
 */
public final class MibIndex {
    private final Map<String, MibModule> modules = new TreeMap<>();
    private final Map<String, List<Definition>> byName = new HashMap<>();
    private final TreeNode root = new TreeNode(Oid.EMPTY, null);
    private final int objectCount;
    private final NameSearch search;

    private MibIndex(Collection<MibModule> given) {
        for (MibModule module : given) {
            modules.put(module.name(), module);
        }
        plantRoots();
        DefinitionPreference preference = new DefinitionPreference(modules);
        int objects = 0;
        for (MibModule module : modules.values()) {
            for (Definition definition : module.definitions()) {
                byName.computeIfAbsent(definition.name(), n -> new ArrayList<>(1)).add(definition);
                if (definition instanceof OidDefinition placed) {
                    plant(placed.oid()).define(placed, preference);
                    objects += placed instanceof ObjectType ? 1 : 0;
                }
            }
        }
        objectCount = objects;
        sortNames(preference);
        markIndexColumns();
        search = new NameSearch(this);
    }

    /** The index of no modules; its tree has the well-known roots only. */
    public static MibIndex empty() {
        return of(List.of());
    }

    /** Builds the index of these modules. */
    public static MibIndex of(Collection<MibModule> modules) {
        return new MibIndex(modules);
    }

    private void plantRoots() {
        plant(Oid.of(0)).nameWellKnown("ccitt");
        plant(Oid.of(2)).nameWellKnown("joint-iso-ccitt");
        String[] path = {"iso", "org", "dod", "internet"};
        for (int length = 1; length <= path.length; length++) {
            plant(Oid.INTERNET.prefix(length)).nameWellKnown(path[length - 1]);
        }
    }

    private TreeNode plant(Oid oid) {
        TreeNode node = root;
        for (int i = 0; i < oid.size(); i++) {
            node = node.childFor(oid.get(i));
        }
        return node;
    }

    private void sortNames(DefinitionPreference preference) {
        Comparator<Definition> order =
                (a, b) ->
                        a instanceof OidDefinition x && b instanceof OidDefinition y
                                ? preference.compare(x, y)
                                : Boolean.compare(
                                        !(a instanceof OidDefinition),
                                        !(b instanceof OidDefinition));
        byName.values().forEach(list -> list.sort(order));
    }

    private void markIndexColumns() {
        for (MibModule module : modules.values()) {
            for (Definition definition : module.definitions()) {
                if (definition instanceof ObjectType row && row.kind() == ObjectKind.ROW) {
                    row.index().forEach(part -> markIndexColumn(row, part));
                }
            }
        }
    }

    private void markIndexColumn(ObjectType row, IndexPart part) {
        Optional<Definition> column = definition(part.object().module(), part.object().name());
        if (column.orElse(null) instanceof ObjectType object
                && object.oid().startsWith(row.oid())) {
            plant(object.oid()).markIndexColumn();
        }
    }

    /** The modules, by name. */
    public List<MibModule> modules() {
        return List.copyOf(modules.values());
    }

    public Optional<MibModule> module(String name) {
        return Optional.ofNullable(modules.get(name));
    }

    /** How many OBJECT-TYPEs there are. */
    public int objectCount() {
        return objectCount;
    }

    /** The root of the tree: its OID is empty, its children are ccitt, iso, joint-iso-ccitt. */
    public MibNode root() {
        return root;
    }

    /** The node at exactly this OID. */
    public Optional<MibNode> node(Oid oid) {
        MibNode nearest = nearest(oid);
        return nearest.oid().size() == oid.size() ? Optional.of(nearest) : Optional.empty();
    }

    /** The deepest known node at or above this OID; the root if nothing is known. */
    public MibNode nearest(Oid oid) {
        TreeNode node = root;
        for (int i = 0; i < oid.size(); i++) {
            @Nullable TreeNode child = node.child(oid.get(i));
            if (child == null) {
                return node;
            }
            node = child;
        }
        return node;
    }

    /**
     * The scalar or column an instance's OID belongs to. Some modules name instances
     * (DISMAN-EVENT-MIB's sysUpTimeInstance), so it may be above the nearest node.
     */
    public Optional<ObjectType> objectOf(Oid instance) {
        return Stream.iterate(
                        Optional.of(nearest(instance)),
                        Optional::isPresent,
                        node -> node.flatMap(MibNode::parent))
                .flatMap(Optional::stream)
                .map(MibIndex::objectAt)
                .flatMap(Optional::stream)
                .findFirst()
                .filter(object ->
                        object.kind() == ObjectKind.SCALAR || object.kind() == ObjectKind.COLUMN);
    }

    private static Optional<ObjectType> objectAt(MibNode node) {
        for (OidDefinition definition : node.definitions()) {
            if (definition instanceof ObjectType object) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }

    /** The definition {@code module::name}. */
    public Optional<Definition> definition(String module, String name) {
        for (Definition definition : byName.getOrDefault(name, List.of())) {
            if (definition.module().equals(module)) {
                return Optional.of(definition);
            }
        }
        return Optional.empty();
    }

    /** All definitions of this name in any module; those in current use first. */
    public List<Definition> definitions(String name) {
        return List.copyOf(byName.getOrDefault(name, List.of()));
    }

    /** The row object of a table, row or column's OID; empty for others. */
    public Optional<ObjectType> rowOf(Oid oid) {
        for (Optional<MibNode> at = node(oid); at.isPresent(); at = at.get().parent()) {
            Optional<ObjectType> object = objectAt(at.get());
            if (object.isEmpty()) {
                return Optional.empty();
            }
            switch (object.get().kind()) {
                case ROW -> {
                    return object;
                }
                case TABLE -> {
                    return rowBelow(at.get());
                }
                case SCALAR -> {
                    return Optional.empty();
                }
                case COLUMN -> {
                    // its parent is the row
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ObjectType> rowBelow(MibNode table) {
        for (MibNode child : table.children()) {
            Optional<ObjectType> object = objectAt(child);
            if (object.isPresent() && object.get().kind() == ObjectKind.ROW) {
                return object;
            }
        }
        return Optional.empty();
    }

    /** The columns of a table, row or column's OID, by sub-identifier; empty for others. */
    public List<ObjectType> columnsOf(Oid oid) {
        List<ObjectType> columns = new ArrayList<>();
        rowOf(oid)
                .flatMap(row -> node(row.oid()))
                .ifPresent(row -> {
                    for (MibNode child : row.children()) {
                        objectAt(child).ifPresent(columns::add);
                    }
                });
        return columns;
    }

    /**
     * Definitions matching what a user typed: part of a name, {@code MODULE::name}, a numeric OID's
     * beginning, or words of a description. Best first: exact name, name's start, word start in a
     * name, inside a name, OID, description.
     *
     * @param limit how many at most
     */
    public List<SearchHit> search(String query, int limit) {
        return search.find(query, limit);
    }

    /** One result of a search: the node and what of it matched. */
    public record SearchHit(MibNode node, Match match) {
        /** What matched, best first. */
        public enum Match {
            EXACT_NAME,
            NAME_START,
            WORD_START,
            INSIDE_NAME,
            OID,
            DESCRIPTION
        }
    }
}
