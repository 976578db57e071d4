package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.input.Cancellation;
import dev.bulkhead.mibs.input.Progress;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.mibs.model.ModuleIdentity;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.OidDefinition;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.source.SourceFile;
import dev.bulkhead.mibs.source.TextSource;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about a set of compiled modules: the OID tree, names and search. Immutable but
 * for what a search needs, which is made once; any thread may use it. Only what reads a
 * definition's texts touches a file.
 */
public final class MibIndex {
    private final MibStore store;
    private final MibNode root;
    private final WordSource words;
    private final Lock preparing = new ReentrantLock();
    private final AtomicReference<@Nullable MibSearch> search = new AtomicReference<>();

    private MibIndex(MibStore store, WordSource words) {
        this.store = store;
        this.words = words;
        root = new StoredNode(store, 0);
    }

    /** The index of no modules; its tree has the well-known roots only. */
    public static MibIndex empty() {
        return of(List.of());
    }

    /** Builds the index of these modules; texts that stay in files are taken for empty. */
    public static MibIndex of(Collection<MibModule> modules) {
        List<ModuleBlock> blocks = modules.stream().map(ModuleBlock::of).toList();
        MibStore store =
                MibStore.of(StoreBuilder.build(blocks), name -> SourceFile.ofText(name, ""));
        return of(
                store,
                (cancellation, progress) ->
                        WordIndexBuilder.build(store, file -> null, cancellation, progress));
    }

    /**
     * The index over a store.
     *
     * @param words asked once a search in descriptions is wanted
     */
    public static MibIndex of(MibStore store, WordSource words) {
        return new MibIndex(store, words);
    }

    /** The modules, by name. A module's definitions are unpacked one by one as they are read. */
    public List<MibModule> modules() {
        List<MibModule> modules = new ArrayList<>(store.moduleCount());
        for (int module = 0; module < store.moduleCount(); module++) {
            modules.add(module(module));
        }
        return modules;
    }

    /** The names of all modules, in order. */
    public List<String> moduleNames() {
        List<String> names = new ArrayList<>(store.moduleCount());
        for (int module = 0; module < store.moduleCount(); module++) {
            names.add(store.moduleName(module));
        }
        return names;
    }

    public int moduleCount() {
        return store.moduleCount();
    }

    /** How many definitions all modules have together. */
    public int definitionCount() {
        return store.definitionCount();
    }

    public Optional<MibModule> module(String name) {
        int module = store.module(name);
        return module < 0 ? Optional.empty() : Optional.of(module(module));
    }

    /** Where a module's text stands, if there is such a module. */
    public Optional<TextSource> source(String name) {
        int module = store.module(name);
        return module < 0 ? Optional.empty() : Optional.of(store.reader(module).source());
    }

    /** A file's text by the name that modules and diagnostics give the file. */
    public TextSource text(String file) {
        return store.source(file);
    }

    /** A module's MODULE-IDENTITY, if it has one; unpacks nothing else. */
    public Optional<ModuleIdentity> identity(String name) {
        int module = store.module(name);
        for (int i = first(module); i < first(module + 1); i++) {
            if (store.kind(i).nodeKind() == NodeKind.MODULE
                    && store.definition(i) instanceof ModuleIdentity identity) {
                return Optional.of(identity);
            }
        }
        return Optional.empty();
    }

    /** How many OBJECT-TYPEs a module has; 0 if there is no such module. */
    public int objectCount(String name) {
        int module = store.module(name);
        int count = 0;
        for (int i = first(module); i < first(module + 1); i++) {
            count += store.kind(i).isObject() ? 1 : 0;
        }
        return count;
    }

    /** A module's definitions that are neither objects nor bare OIDs, in the order they stand. */
    public List<Definition> besideObjects(String name) {
        int module = store.module(name);
        List<Definition> found = new ArrayList<>();
        for (int i = first(module); i < first(module + 1); i++) {
            DefinitionKind kind = store.kind(i);
            if (!kind.isObject() && kind != DefinitionKind.ASSIGNMENT) {
                found.add(store.definition(i));
            }
        }
        return found;
    }

    /** A module's first definition; that of module 0 for -1 and 0, so that there is none of -1. */
    private int first(int module) {
        return store.firstDefinition(Math.max(0, module));
    }

    private MibModule module(int module) {
        DefinitionReader reader = store.reader(module);
        return new MibModule(
                store.moduleName(module),
                reader.version(),
                reader.file(),
                reader.imports(),
                new Definitions(store, module));
    }

    /** A module's definitions, unpacked as they are asked for. */
    private static final class Definitions extends AbstractList<Definition> {
        private final MibStore store;
        private final int first;
        private final int count;

        Definitions(MibStore store, int module) {
            this.store = store;
            this.first = store.firstDefinition(module);
            this.count = store.firstDefinition(module + 1) - first;
        }

        @Override
        public Definition get(int index) {
            return store.definition(first + index);
        }

        @Override
        public int size() {
            return count;
        }
    }

    /** How many OBJECT-TYPEs there are. */
    public int objectCount() {
        return store.objectCount();
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
        int node = 0;
        for (int i = 0; i < oid.size(); i++) {
            int child = store.child(node, oid.get(i));
            if (child < 0) {
                break;
            }
            node = child;
        }
        return new StoredNode(store, node);
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

    /** The definition {@code module::name}: of several in one module, the one others mean. */
    public Optional<Definition> definition(String module, String name) {
        for (Definition definition : definitions(name)) {
            if (definition.module().equals(module)) {
                return Optional.of(definition);
            }
        }
        return Optional.empty();
    }

    /** All definitions of this name in any module; those in current use first. */
    public List<Definition> definitions(String name) {
        int hash = name.hashCode();
        List<Integer> found = new ArrayList<>(2);
        for (int place = store.firstNamed(name);
                place < store.definitionCount() && store.hashAt(place) == hash;
                place++) {
            if (store.name(store.byHash(place)).equals(name)) {
                found.add(store.byHash(place));
            }
        }
        found.sort(this::inUseFirst);
        return found.stream().map(store::definition).toList();
    }

    private int inUseFirst(Integer one, Integer other) {
        int byNode = Boolean.compare(store.node(one) < 0, store.node(other) < 0);
        int byDemerits = Integer.compare(store.demerits(one), store.demerits(other));
        if (byNode != 0) {
            return byNode;
        }
        return byDemerits != 0 ? byDemerits : Integer.compare(one, other);
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
     * beginning, or words of a name and description, for which see {@link #prepareDescriptions}.
     * Best first: exact name, name's start, word start in a name, inside a name, OID, description.
     * No node is there twice.
     *
     * @param limit how many at most
     */
    public List<SearchHit> search(String query, int limit) {
        return searching().find(query, limit);
    }

    private MibSearch searching() {
        MibSearch known = search.get();
        if (known == null) {
            MibSearch made = new MibSearch(store);
            known = search.compareAndSet(null, made) ? made : search.get();
        }
        return Objects.requireNonNull(known);
    }

    /**
     * Makes {@link #search} look at words, too. Blocks: reads all files, or finds the words in a
     * cache, and does nothing the second time.
     *
     * @param progress hears of files, from several threads
     * @throws java.util.concurrent.CancellationException if nobody wants it any more
     */
    public void prepareDescriptions(Cancellation cancellation, Progress progress) {
        preparing.lock();
        try {
            MibSearch known = searching();
            if (!known.hasWords()) {
                search.set(known.with(new WordIndex(words.words(cancellation, progress))));
            }
        } finally {
            preparing.unlock();
        }
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
