package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.smi.Oid;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Packed modules to the one buffer that a {@link MibStore} reads. */
public final class StoreBuilder {
    private static final String[] INTERNET = {"iso", "org", "dod", "internet"};

    private final List<ModuleBlock> modules;
    private final int count;
    private final NodeTable tree = new NodeTable();
    private final int[] nodeOf;

    private StoreBuilder(Collection<ModuleBlock> given) {
        modules = given.stream().sorted((a, b) -> a.name.compareTo(b.name)).toList();
        count = modules.stream().mapToInt(ModuleBlock::size).sum();
        nodeOf = new int[count];
    }

    /** The buffer of these modules, whose names differ. */
    public static ByteBuffer build(Collection<ModuleBlock> modules) {
        return new StoreBuilder(modules).build();
    }

    private ByteBuffer build() {
        CompletableFuture<long[]> namesByHash = CompletableFuture.supplyAsync(this::namesByHash);
        tree.plant(Oid.of(0));
        tree.plant(Oid.of(2));
        tree.plant(Oid.INTERNET);
        plant();
        int[] order = tree.byDepth();
        int[] newNumber = new int[tree.size()];
        for (int i = 0; i < order.length; i++) {
            newNumber[order[i]] = i;
        }
        byte[] flags = new byte[tree.size()];
        for (ModuleBlock module : modules) {
            module.indexColumns.forEach(oid -> flags[newNumber[tree.plant(oid)]] = 1);
        }
        for (int i = 0; i < count; i++) {
            nodeOf[i] = nodeOf[i] < 0 ? -1 : newNumber[nodeOf[i]];
        }
        int blocks = modules.stream().mapToInt(module -> module.bytes.length).sum();
        int names = modules.stream().mapToInt(module -> module.names.length).sum();
        int moduleNames = modules.stream().mapToInt(module -> module.name.length()).sum();
        int placed = (int) Arrays.stream(nodeOf).filter(node -> node >= 0).count();
        int m = modules.size();
        int n = tree.size();
        int[] sizes = {
            4 * m,
            4 * (m + 1),
            4 * (m + 1),
            4 * (count + 1),
            4 * count,
            4 * count,
            4 * n,
            4 * n,
            4 * (n + 1),
            4 * (n + 1),
            4 * placed,
            4 * count,
            moduleNames,
            names,
            count,
            count,
            n,
            blocks
        };
        ByteBuffer buffer = header(sizes, m, n);
        modules(buffer);
        ints(buffer, nodeOf);
        offsets(buffer);
        nodes(buffer, order, newNumber);
        definitionsByNode(buffer, n);
        for (long key : namesByHash.join()) {
            buffer.putInt((int) key);
        }
        modules.forEach(module -> buffer.put(latin(module.name)));
        modules.forEach(module -> buffer.put(module.names));
        modules.forEach(module -> buffer.put(module.kinds));
        modules.forEach(module -> buffer.put(module.demerits));
        buffer.put(flags);
        modules.forEach(module -> buffer.put(module.bytes));
        return buffer.flip();
    }

    private ByteBuffer header(int[] sizes, int moduleCount, int nodeCount) {
        int total = 4 * MibStore.HEADER_INTS + Arrays.stream(sizes).sum();
        ByteBuffer buffer = ByteBuffer.allocate(total);
        buffer.putInt(moduleCount).putInt(count).putInt(nodeCount).putInt(objects());
        int at = 4 * MibStore.HEADER_INTS;
        buffer.putInt(at);
        for (int size : sizes) {
            at += size;
            buffer.putInt(at);
        }
        return buffer;
    }

    private int objects() {
        int objects = 0;
        for (ModuleBlock module : modules) {
            for (byte kind : module.kinds) {
                objects += DefinitionKind.ofCode(kind).isObject() ? 1 : 0;
            }
        }
        return objects;
    }

    private void plant() {
        int at = 0;
        for (ModuleBlock module : modules) {
            for (@Nullable Oid oid : module.oids) {
                nodeOf[at++] = oid == null ? -1 : tree.plant(oid);
            }
        }
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void ints(ByteBuffer buffer, int[] values) {
        for (int value : values) {
            buffer.putInt(value);
        }
    }

    /** Where each module's block begins, its first definition, its name, each definition's name. */
    private void modules(ByteBuffer buffer) {
        int at = 0;
        for (ModuleBlock module : modules) {
            buffer.putInt(at);
            at += module.bytes.length;
        }
        at = 0;
        for (ModuleBlock module : modules) {
            buffer.putInt(at);
            at += module.size();
        }
        buffer.putInt(at);
        at = 0;
        for (ModuleBlock module : modules) {
            buffer.putInt(at);
            at += module.name.length();
        }
        buffer.putInt(at);
        at = 0;
        for (ModuleBlock module : modules) {
            for (int length : module.nameLengths) {
                buffer.putInt(at);
                at += length + 1;
            }
        }
        buffer.putInt(at);
    }

    private void offsets(ByteBuffer buffer) {
        for (ModuleBlock module : modules) {
            ints(buffer, module.offsets);
        }
    }

    private void nodes(ByteBuffer buffer, int[] order, int[] newNumber) {
        int n = order.length;
        int[] childCount = new int[n];
        for (int i = 0; i < n; i++) {
            int parent = tree.parent(order[i]);
            buffer.putInt(parent < 0 ? -1 : newNumber[parent]);
            if (parent >= 0) {
                childCount[newNumber[parent]]++;
            }
        }
        for (int i = 0; i < n; i++) {
            buffer.putInt(tree.subIdentifier(order[i]));
        }
        int first = 1; // the root's children stand right behind it
        for (int i = 0; i < n; i++) {
            buffer.putInt(first);
            first += childCount[i];
        }
        buffer.putInt(first);
    }

    /** Node, then preference, then module's name, then place in the text. */
    private void definitionsByNode(ByteBuffer buffer, int n) {
        long[] keys = new long[count];
        int size = 0;
        int at = 0;
        for (ModuleBlock module : modules) {
            for (int i = 0; i < module.size(); i++, at++) {
                if (nodeOf[at] >= 0) {
                    keys[size++] =
                            ((long) nodeOf[at] << 33) | ((long) module.demerits[i] << 28) | at;
                }
            }
        }
        Arrays.parallelSort(keys, 0, size);
        int key = 0;
        for (int node = 0; node < n; node++) {
            buffer.putInt(key);
            while (key < size && keys[key] >>> 33 == node) {
                key++;
            }
        }
        buffer.putInt(key);
        for (int i = 0; i < size; i++) {
            buffer.putInt((int) (keys[i] & 0xFFF_FFFFL));
        }
    }

    private long[] namesByHash() {
        long[] keys = new long[count];
        int at = 0;
        for (ModuleBlock module : modules) {
            for (int hash : module.nameHashes) {
                keys[at] = ((long) hash << 32) | at;
                at++;
            }
        }
        Arrays.sort(keys);
        return keys;
    }

    /**
     * What a node without a definition is called, if it is one of the well-known roots; else "".
     */
    static String wellKnownName(Oid oid) {
        if (oid.size() == 1 && oid.last() != 1) {
            return oid.last() == 0 ? "ccitt" : oid.last() == 2 ? "joint-iso-ccitt" : "";
        }
        return oid.size() > 0 && Oid.INTERNET.startsWith(oid) ? INTERNET[oid.size() - 1] : "";
    }
}
