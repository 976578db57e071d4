package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.index.MibIndex.SearchHit;
import dev.bulkhead.mibs.index.MibIndex.SearchHit.Match;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Search by what users type. All names stand in one lower-cased text, each ended by a line feed, so
 * that {@code indexOf} finds them: 500,000 names take some ten milliseconds and no index structure.
 */
final class NameSearch {
    private final MibIndex index;
    private final List<MibNode> nodes = new ArrayList<>();
    private final int[] starts;
    private final String names;
    private final String originals;

    NameSearch(MibIndex index) {
        this.index = index;
        StringBuilder text = new StringBuilder();
        List<Integer> offsets = new ArrayList<>();
        collect(index.root(), text, offsets);
        originals = text.toString();
        names = originals.toLowerCase(Locale.ROOT);
        starts = offsets.stream().mapToInt(Integer::intValue).toArray();
    }

    private void collect(MibNode node, StringBuilder text, List<Integer> offsets) {
        if (node.definition().isPresent()) {
            offsets.add(text.length());
            text.append(node.name()).append('\n');
            nodes.add(node);
        }
        for (MibNode child : node.children()) {
            collect(child, text, offsets);
        }
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
        return oid.isPresent() ? below(oid.get(), limit) : named(typed, limit);
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
        MibNode nearest = index.nearest(oid);
        List<SearchHit> hits = new ArrayList<>();
        addBelow(nearest, hits, limit);
        return hits;
    }

    private static void addBelow(MibNode node, List<SearchHit> hits, int limit) {
        if (hits.size() < limit) {
            hits.add(new SearchHit(node, Match.OID));
            for (MibNode child : node.children()) {
                addBelow(child, hits, limit);
            }
        }
    }

    private List<SearchHit> inModule(String module, String name, int limit) {
        return ranked(name.toLowerCase(Locale.ROOT)).stream()
                .filter(hit -> isIn(hit.node(), module))
                .limit(limit)
                .toList();
    }

    private static boolean isIn(MibNode node, String module) {
        return node.definitions().stream()
                .anyMatch(definition -> definition.module().equalsIgnoreCase(module));
    }

    private List<SearchHit> named(String typed, int limit) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        List<SearchHit> hits = ranked(wanted);
        if (hits.size() >= limit) {
            return List.copyOf(hits.subList(0, limit));
        }
        describe(wanted.split("\\s+", -1), hits, limit);
        return hits;
    }

    private List<SearchHit> ranked(String wanted) {
        List<SearchHit> hits = new ArrayList<>();
        int slot = 0;
        for (int at = names.indexOf(wanted); at >= 0; at = names.indexOf(wanted, at)) {
            while (slot + 1 < starts.length && starts[slot + 1] <= at) {
                slot++;
            }
            hits.add(new SearchHit(nodes.get(slot), match(slot, at, wanted)));
            at = end(slot);
        }
        hits.sort(
                Comparator.comparing(SearchHit::match)
                        .thenComparingInt(hit -> hit.node().name().length())
                        .thenComparing(hit -> hit.node().oid()));
        return hits;
    }

    private int end(int slot) {
        return slot + 1 < starts.length ? starts[slot + 1] : names.length();
    }

    private Match match(int slot, int at, String wanted) {
        if (at == starts[slot]) {
            return end(slot) - at - 1 == wanted.length() ? Match.EXACT_NAME : Match.NAME_START;
        }
        boolean wordStart =
                Character.isUpperCase(originals.charAt(at))
                        && !Character.isUpperCase(originals.charAt(at - 1));
        return wordStart ? Match.WORD_START : Match.INSIDE_NAME;
    }

    private void describe(String[] words, List<SearchHit> hits, int limit) {
        if (String.join("", words).length() < 3) {
            return;
        }
        for (MibNode node : nodes) {
            if (hits.size() >= limit) {
                return;
            }
            String description = node.definition().orElseThrow().description();
            boolean all = true;
            for (String word : words) {
                all &= containsIgnoreCase(description, word);
            }
            if (all && hits.stream().noneMatch(hit -> hit.node().equals(node))) {
                hits.add(new SearchHit(node, Match.DESCRIPTION));
            }
        }
    }

    private static boolean containsIgnoreCase(String text, String lowerCaseWord) {
        int last = text.length() - lowerCaseWord.length();
        char first = lowerCaseWord.charAt(0);
        char upper = Character.toUpperCase(first);
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            if ((c == first || c == upper)
                    && text.regionMatches(true, i, lowerCaseWord, 0, lowerCaseWord.length())) {
                return true;
            }
        }
        return false;
    }
}
