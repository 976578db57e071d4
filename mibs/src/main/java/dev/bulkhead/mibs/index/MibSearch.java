package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.index.MibIndex.SearchHit;
import dev.bulkhead.mibs.index.MibIndex.SearchHit.Match;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Search by what users type: tells OIDs, modules, names and words apart. Any thread.
 *
 * <p>Words are looked for once they are there, and where names alone do not fill the list.
 */
final class MibSearch {
    private final MibStore store;
    private final NameSearch names;
    private final @Nullable WordSearch words;

    MibSearch(MibStore store) {
        this(store, new NameSearch(store), null);
    }

    private MibSearch(MibStore store, NameSearch names, @Nullable WordSearch words) {
        this.store = store;
        this.names = names;
        this.words = words;
    }

    MibSearch with(WordIndex index) {
        return new MibSearch(store, names, new WordSearch(store, index, names));
    }

    boolean hasWords() {
        return words != null;
    }

    List<SearchHit> find(String query, int limit) {
        String typed = query.strip();
        if (typed.isEmpty() || limit <= 0) {
            return List.of();
        }
        int colons = typed.indexOf("::");
        if (colons >= 0) {
            return inModule(typed.substring(0, colons), typed.substring(colons + 2), limit);
        }
        Optional<Oid> oid = oid(typed);
        List<SearchHit> below = oid.isPresent() ? below(oid.get(), limit) : List.of();
        return below.isEmpty() ? best(typed, 0, store.definitionCount(), limit) : below;
    }

    private static Optional<Oid> oid(String typed) {
        int end = typed.length() > 1 && typed.endsWith(".") ? typed.length() - 1 : typed.length();
        for (int i = 0; i < end; i++) {
            char c = typed.charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return Optional.empty();
            }
        }
        try {
            Oid oid = Oid.parse(typed.substring(0, end));
            return oid.size() == 0 ? Optional.empty() : Optional.of(oid);
        } catch (IllegalArgumentException notAnOid) {
            return Optional.empty();
        }
    }

    /** The node and what is below it; of an OID that is not in the tree, the nearest above. */
    private List<SearchHit> below(Oid oid, int limit) {
        int node = 0;
        int depth = 0;
        while (depth < oid.size()) {
            int child = store.child(node, oid.get(depth));
            if (child < 0) {
                break;
            }
            node = child;
            depth++;
        }
        List<SearchHit> hits = new ArrayList<>();
        if (depth == oid.size()) {
            addBelow(node, hits, limit);
        } else if (node > 0) {
            addBelow(node, hits, 1);
        }
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

    private List<SearchHit> inModule(String module, String wanted, int limit) {
        for (int i = 0; i < store.moduleCount(); i++) {
            if (store.moduleName(i).equalsIgnoreCase(module)) {
                return best(wanted, store.firstDefinition(i), store.firstDefinition(i + 1), limit);
            }
        }
        return List.of();
    }

    private static boolean hasSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The best among the definitions from one to another. */
    private List<SearchHit> best(String wanted, int from, int to, int limit) {
        BestHits best = new BestHits(store, limit);
        if (!hasSpace(wanted)) {
            names.offer(wanted.toLowerCase(Locale.ROOT), from, to, best);
        }
        if (words != null && !best.isFull()) {
            words.offer(wanted, from, to, best);
        }
        return best.hits();
    }
}
