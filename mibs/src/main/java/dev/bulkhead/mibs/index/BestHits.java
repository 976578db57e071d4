package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.index.MibIndex.SearchHit;
import dev.bulkhead.mibs.index.MibIndex.SearchHit.Match;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The best hits of a search, as numbers until they are handed out: of each, what matched, its rank
 * among those that matched likewise (less than 2<sup>28</sup>, the lower the better), and the node.
 * Each node is there once, by its best.
 */
@SuppressWarnings("EnumOrdinal") // the order of the constants is the ranking
final class BestHits {
    private static final Match[] MATCHES = Match.values();

    private final MibStore store;
    private final int limit;
    private final long[] keys;
    private int size;
    private long worst = Long.MAX_VALUE;

    BestHits(MibStore store, int limit) {
        this.store = store;
        this.limit = Math.min(limit, store.nodeCount());
        keys = new long[2 * this.limit + 64];
    }

    /** Whether a hit of this rank could be one of the best. */
    boolean accepts(Match match, int rank) {
        return key(match, rank, 0) < worst;
    }

    void offer(Match match, int rank, int node) {
        long key = key(match, rank, node);
        if (key < worst) {
            keys[size++] = key;
            if (size == keys.length) {
                settle();
            }
        }
    }

    private static long key(Match match, int rank, int node) {
        return ((long) match.ordinal() << 60) | ((long) rank << 32) | node;
    }

    /** Sorts, and drops what is worse than another of its node, and what is too much. */
    private void settle() {
        Arrays.sort(keys, 0, size);
        BitSet nodes = new BitSet();
        int kept = 0;
        for (int i = 0; i < size && kept < limit; i++) {
            int node = (int) keys[i];
            if (!nodes.get(node)) {
                nodes.set(node);
                keys[kept++] = keys[i];
            }
        }
        size = kept;
        if (size == limit) {
            worst = keys[size - 1];
        }
    }

    /** Whether as many are there as are wanted. */
    boolean isFull() {
        settle();
        return size == limit;
    }

    List<SearchHit> hits() {
        settle();
        List<SearchHit> hits = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Match match = MATCHES[(int) (keys[i] >>> 60)];
            hits.add(new SearchHit(new StoredNode(store, (int) keys[i]), match));
        }
        return hits;
    }
}
