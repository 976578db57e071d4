package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.source.TextSource;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Any number of compiled modules in one buffer, on the heap or mapped from a cache file: 4,300
 * modules with 790,000 definitions take about 90 MB there and nothing else, and are there at once.
 * Definitions are unpacked when asked for; their texts stay in the MIB files.
 *
 * <p>Layout: int32 big-endian counts and section offsets ({@link Section}), then the sections.
 * Modules stand by name, definitions by module and text, nodes by depth and OID, so that a node's
 * children are neighbours.
 *
 * <p>Concurrency: the buffer is never written after it is built; any thread may read.
 */
public final class MibStore {
    static final int HEADER_INTS = 4 + Section.COUNT + 1;
    private static final int MAX_UNPACKED = 20_000;

    private final ByteBuffer buffer;
    private final int moduleCount;
    private final int definitionCount;
    private final int nodeCount;
    private final int objectCount;
    private final int[] sections = new int[Section.COUNT + 1];
    private final Function<String, TextSource> sources;
    private final AtomicReferenceArray<@Nullable DefinitionReader> readers;
    private final ConcurrentMap<Integer, Definition> unpacked = new ConcurrentHashMap<>();

    private MibStore(ByteBuffer buffer, Function<String, TextSource> sources) {
        this.buffer = buffer;
        this.sources = sources;
        moduleCount = buffer.getInt(0);
        definitionCount = buffer.getInt(4);
        nodeCount = buffer.getInt(8);
        objectCount = buffer.getInt(12);
        for (int i = 0; i <= Section.COUNT; i++) {
            sections[i] = buffer.getInt(16 + 4 * i);
        }
        readers = new AtomicReferenceArray<>(moduleCount);
    }

    /**
     * The modules that a buffer holds.
     *
     * @param buffer as {@link StoreBuilder} made it; its position is taken for its beginning
     * @param sources a file's text by the name the modules give it
     */
    public static MibStore of(ByteBuffer buffer, Function<String, TextSource> sources) {
        return new MibStore(buffer.slice(), sources);
    }

    /** All bytes, for a cache. */
    public ByteBuffer bytes() {
        return buffer.asReadOnlyBuffer();
    }

    int moduleCount() {
        return moduleCount;
    }

    int definitionCount() {
        return definitionCount;
    }

    int objectCount() {
        return objectCount;
    }

    int nodeCount() {
        return nodeCount;
    }

    private int intAt(int section, int index) {
        return buffer.getInt(sections[section] + 4 * index);
    }

    private int byteAt(int section, int index) {
        return buffer.get(sections[section] + index);
    }

    private String text(int section, int from, int to) {
        byte[] bytes = new byte[to - from];
        buffer.get(sections[section] + from, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    String moduleName(int module) {
        int from = intAt(Section.MODULE_NAME_STARTS, module);
        return text(Section.MODULE_NAMES, from, intAt(Section.MODULE_NAME_STARTS, module + 1));
    }

    /** The module of this name, or -1. */
    int module(String name) {
        int low = 0;
        int high = moduleCount - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = moduleName(middle).compareTo(name);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    TextSource source(String file) {
        return sources.apply(file);
    }

    DefinitionReader reader(int module) {
        DefinitionReader known = readers.get(module);
        if (known == null) {
            int start = sections[Section.BLOCKS] + intAt(Section.MODULE_BLOCKS, module);
            known = new DefinitionReader(buffer, start, moduleName(module), sources);
            readers.set(module, known);
        }
        return known;
    }

    /** The first definition of a module; that of the next module is behind its last. */
    int firstDefinition(int module) {
        return intAt(Section.MODULE_FIRSTS, module);
    }

    int moduleOf(int definition) {
        int low = 0;
        int high = moduleCount - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (firstDefinition(middle) <= definition) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Where a definition's name begins among all names; each is ended by a line feed. */
    int nameStart(int definition) {
        return intAt(Section.NAME_STARTS, definition);
    }

    String name(int definition) {
        return text(Section.NAMES, nameStart(definition), nameStart(definition + 1) - 1);
    }

    /** One byte of all names. */
    byte nameByte(int at) {
        return buffer.get(sections[Section.NAMES] + at);
    }

    /** Where all names begin, and the end of the last. */
    int[] nameStarts() {
        int[] starts = new int[definitionCount + 1];
        int bytes = 4 * starts.length;
        buffer.slice(sections[Section.NAME_STARTS], bytes).asIntBuffer().get(starts);
        return starts;
    }

    /** All names in one text. */
    byte[] allNames() {
        byte[] names = new byte[sections[Section.NAMES + 1] - sections[Section.NAMES]];
        buffer.get(sections[Section.NAMES], names);
        return names;
    }

    DefinitionKind kind(int definition) {
        return DefinitionKind.ofCode(byteAt(Section.KINDS, definition));
    }

    int demerits(int definition) {
        return byteAt(Section.DEMERITS, definition);
    }

    /** A definition's node, or -1 if it has no place in the tree. */
    int node(int definition) {
        return intAt(Section.DEFINITION_NODES, definition);
    }

    /** Where a definition's bytes begin among those of its module's definitions. */
    int offset(int definition) {
        return intAt(Section.DEFINITION_OFFSETS, definition);
    }

    /** Unpacks a definition, or hands out the one that was unpacked before. */
    Definition definition(int definition) {
        Definition known = unpacked.get(definition);
        if (known == null) {
            if (unpacked.size() > MAX_UNPACKED) {
                unpacked.clear();
            }
            int node = node(definition);
            known =
                    reader(moduleOf(definition))
                            .read(
                                    offset(definition),
                                    kind(definition),
                                    name(definition),
                                    node < 0 ? Oid.EMPTY : oid(node));
            unpacked.put(definition, known);
        }
        return known;
    }

    int parent(int node) {
        return intAt(Section.NODE_PARENTS, node);
    }

    long subIdentifier(int node) {
        return intAt(Section.NODE_SUB_IDENTIFIERS, node) & 0xFFFF_FFFFL;
    }

    int firstChild(int node) {
        return intAt(Section.NODE_CHILDREN, node);
    }

    int childCount(int node) {
        return intAt(Section.NODE_CHILDREN, node + 1) - firstChild(node);
    }

    /** The child of this sub-identifier, or -1. */
    int child(int node, long subIdentifier) {
        int low = firstChild(node);
        int high = low + childCount(node) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = subIdentifier(middle);
            if (found == subIdentifier) {
                return middle;
            }
            if (found < subIdentifier) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** How many modules define a node. */
    int definitionCount(int node) {
        return intAt(Section.NODE_FIRSTS, node + 1) - intAt(Section.NODE_FIRSTS, node);
    }

    /** A node's definitions, the preferred one at 0. */
    int definitionOf(int node, int rank) {
        return intAt(Section.NODE_DEFINITIONS, intAt(Section.NODE_FIRSTS, node) + rank);
    }

    boolean isIndexColumn(int node) {
        return byteAt(Section.NODE_FLAGS, node) != 0;
    }

    Oid oid(int node) {
        int length = 0;
        for (int at = node; at > 0; at = parent(at)) {
            length++;
        }
        int[] path = new int[length];
        for (int at = node; at > 0; at = parent(at)) {
            path[--length] = intAt(Section.NODE_SUB_IDENTIFIERS, at);
        }
        return Oid.ofUnsigned(path);
    }

    /** The first place of a name among definitions by hash, or where it would stand. */
    int firstNamed(String name) {
        int hash = name.hashCode();
        int low = 0;
        int high = definitionCount;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hashAt(middle) < hash) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The definition at a place of that order. */
    int byHash(int place) {
        return intAt(Section.NAME_ORDER, place);
    }

    int hashAt(int place) {
        int definition = byHash(place);
        int from = sections[Section.NAMES] + nameStart(definition);
        int to = sections[Section.NAMES] + nameStart(definition + 1) - 1;
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + (buffer.get(i) & 0xFF);
        }
        return hash;
    }
}
