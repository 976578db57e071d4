package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.index.MibIndex.SearchHit;
import dev.bulkhead.mibs.index.MibIndex.SearchHit.Match;
import dev.bulkhead.mibs.smi.Oid;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Search by what users type. All names stand in one lower-cased text, each ended by a line feed, so
 * that {@code indexOf} finds them: 500,000 names take some milliseconds and no index structure. Of
 * what is found only the best are kept, as numbers, until they are handed out.
 */
final class NameSearch {
    private static final Match[] MATCHES = Match.values();

    private final MibStore store;
    private final byte[] originals;
    private final String names;
    private final int[] starts;

    NameSearch(MibStore store) {
        this.store = store;
        originals = store.allNames();
        byte[] lower = new byte[originals.length];
        for (int i = 0; i < lower.length; i++) {
            byte c = originals[i];
            lower[i] = c >= 'A' && c <= 'Z' ? (byte) (c + 32) : c;
        }
        names = new String(lower, StandardCharsets.ISO_8859_1);
        starts = new int[store.definitionCount() + 1];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = store.nameStart(i);
        }
    }

    List<SearchHit> find(String query, int limit) {
        String typed = query.strip();
        if (typed.isEmpty() || limit <= 0) {
            return List.of();
        }
        int colons = typed.indexOf("::");
        if (colons >= 0) {
            String name = typed.substring(colons + 2).toLowerCase(Locale.ROOT);
            return inModule(typed.substring(0, colons), name, limit);
        }
        Optional<Oid> oid = oid(typed);
        if (oid.isPresent()) {
            return below(oid.get(), limit);
        }
        return ranked(typed.toLowerCase(Locale.ROOT), 0, store.definitionCount(), limit);
    }

    private static Optional<Oid> oid(String typed) {
        try {
            return typed.matches("[.0-9]+")
                    ? Optional.of(Oid.parse(typed.replaceFirst("(?<=.)\\.$", "")))
                    : Optional.empty();
        } catch (IllegalArgumentException notAnOid) {
            return Optional.empty();
        }
    }

    private List<SearchHit> below(Oid oid, int limit) {
        int node = 0;
        for (int i = 0; i < oid.size(); i++) {
            int child = store.child(node, oid.get(i));
            if (child < 0) {
                break;
            }
            node = child;
        }
        List<SearchHit> hits = new ArrayList<>();
        addBelow(node, hits, limit);
        return hits;
    }

    private void addBelow(int node, List<SearchHit> hits, int limit) {
        if (hits.size() < limit) {
            hits.add(new SearchHit(new StoredNode(store, node), Match.OID));
            for (int i = 0; i < store.childCount(node); i++) {
                addBelow(store.firstChild(node) + i, hits, limit);
            }
        }
    }

    private List<SearchHit> inModule(String module, String name, int limit) {
        for (int i = 0; i < store.moduleCount(); i++) {
            if (store.moduleName(i).equalsIgnoreCase(module)) {
                return ranked(name, store.firstDefinition(i), store.firstDefinition(i + 1), limit);
            }
        }
        return List.of();
    }

    /** The best among the definitions from one to another. */
    private List<SearchHit> ranked(String wanted, int from, int to, int limit) {
        Best best = new Best(limit);
        int end = starts[to];
        int slot = from;
        int at = names.indexOf(wanted, starts[from]);
        while (at >= 0 && at < end) {
            while (starts[slot + 1] <= at) {
                slot++;
            }
            int node = store.node(slot);
            if (node >= 0) {
                int length = starts[slot + 1] - starts[slot];
                best.offer(match(slot, at, wanted), Math.min(length, 0xFF), node);
            }
            at = names.indexOf(wanted, starts[slot + 1]);
        }
        return best.hits();
    }

    private Match match(int slot, int at, String wanted) {
        if (at == starts[slot]) {
            boolean whole = starts[slot + 1] - at - 1 == wanted.length();
            return whole ? Match.EXACT_NAME : Match.NAME_START;
        }
        byte before = originals[at - 1];
        boolean wordStart = isUpper(originals[at]) && !isUpper(before);
        return wordStart || before == '-' ? Match.WORD_START : Match.INSIDE_NAME;
    }

    private static boolean isUpper(byte c) {
        return c >= 'A' && c <= 'Z';
    }

    /** The best hits as numbers: how it matched, how long the name is, the node. */
    @SuppressWarnings("EnumOrdinal") // the order of the constants is the ranking
    private final class Best {
        private final int limit;
        private final long[] keys;
        private int size;
        private long worst = Long.MAX_VALUE;

        Best(int limit) {
            this.limit = limit;
            keys = new long[2 * limit + 64];
        }

        void offer(Match match, int length, int node) {
            long key = ((long) match.ordinal() << 40) | ((long) length << 32) | node;
            if (key >= worst) {
                return;
            }
            keys[size++] = key;
            if (size == keys.length) {
                settle();
            }
        }

        /** Sorts, keeps each node once by its best match, and drops what is too much. */
        private void settle() {
            Arrays.sort(keys, 0, size);
            int kept = 0;
            for (int i = 0; i < size && kept < limit; i++) {
                if (!isKept(kept, (int) keys[i])) {
                    keys[kept++] = keys[i];
                }
            }
            size = kept;
            if (size == limit) {
                worst = keys[size - 1];
            }
        }

        private boolean isKept(int kept, int node) {
            for (int i = 0; i < kept; i++) {
                if ((int) keys[i] == node) {
                    return true;
                }
            }
            return false;
        }

        List<SearchHit> hits() {
            settle();
            List<SearchHit> hits = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                Match match = MATCHES[(int) (keys[i] >>> 40)];
                hits.add(new SearchHit(new StoredNode(store, (int) keys[i]), match));
            }
            return hits;
        }
    }
}
