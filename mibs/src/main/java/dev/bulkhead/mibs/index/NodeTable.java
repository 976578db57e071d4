package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.smi.Oid;
import java.util.Arrays;

/**
 * The OID tree while it grows: nodes by number, found by parent and sub-identifier in one hash
 * table. Node 0 is the root.
 */
final class NodeTable {
    private int[] parents = new int[1 << 12];
    private int[] subIdentifiers = new int[1 << 12];
    private int[] slots = new int[1 << 13];
    private int size = 1;
    private Oid last = Oid.EMPTY;
    private int[] path = new int[160];

    NodeTable() {
        parents[0] = -1;
    }

    int size() {
        return size;
    }

    int parent(int node) {
        return parents[node];
    }

    int subIdentifier(int node) {
        return subIdentifiers[node];
    }

    /** The node of an OID, made with all on the way if it is not there. */
    int plant(Oid oid) {
        int shared = 0;
        int limit = Math.min(oid.size(), last.size());
        while (shared < limit && oid.get(shared) == last.get(shared)) {
            shared++;
        }
        if (oid.size() >= path.length) {
            path = Arrays.copyOf(path, oid.size() + 64);
        }
        for (int depth = shared; depth < oid.size(); depth++) {
            path[depth + 1] = child(path[depth], (int) oid.get(depth));
        }
        last = oid;
        return path[oid.size()];
    }

    private int child(int parent, int subIdentifier) {
        int mask = slots.length - 1;
        int slot = spread(parent, subIdentifier) & mask;
        for (int node = slots[slot]; node != 0; node = slots[slot]) {
            if (parents[node] == parent && subIdentifiers[node] == subIdentifier) {
                return node;
            }
            slot = (slot + 1) & mask;
        }
        if (size == parents.length) {
            grow();
            return child(parent, subIdentifier);
        }
        parents[size] = parent;
        subIdentifiers[size] = subIdentifier;
        slots[slot] = size;
        return size++;
    }

    private static int spread(int parent, int subIdentifier) {
        int hash = parent * 0x9E3779B1 + subIdentifier * 0x85EBCA77;
        return hash ^ (hash >>> 15);
    }

    private void grow() {
        parents = Arrays.copyOf(parents, size * 2);
        subIdentifiers = Arrays.copyOf(subIdentifiers, size * 2);
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int node = 1; node < size; node++) {
            int slot = spread(parents[node], subIdentifiers[node]) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = node;
        }
    }

    /**
     * All nodes by depth, then by parent, then by sub-identifier, so that a node's children stand
     * side by side.
     */
    int[] byDepth() {
        int[] starts = new int[size + 1];
        for (int node = 1; node < size; node++) {
            starts[parents[node] + 1]++;
        }
        for (int node = 0; node < size; node++) {
            starts[node + 1] += starts[node];
        }
        long[] children = new long[size];
        int[] filled = Arrays.copyOf(starts, size);
        for (int node = 1; node < size; node++) {
            long key = ((subIdentifiers[node] & 0xFFFF_FFFFL) << 31) | node;
            children[filled[parents[node]]++] = key;
        }
        int[] order = new int[size];
        int count = 1;
        for (int at = 0; at < count; at++) {
            int from = starts[order[at]];
            int to = starts[order[at] + 1];
            Arrays.sort(children, from, to);
            for (int i = from; i < to; i++) {
                order[count++] = (int) (children[i] & 0x7FFF_FFFFL);
            }
        }
        return order;
    }
}
