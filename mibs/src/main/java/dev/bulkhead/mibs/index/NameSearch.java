package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.index.MibIndex.SearchHit.Match;
import java.nio.charset.StandardCharsets;

/**
 * Search in names. All stand in one lower-cased text, each ended by a line feed, so that {@code
 * indexOf} finds them: 500,000 names take some milliseconds and no index structure.
 */
final class NameSearch {
    private static final int LONGEST = 255;

    private final MibStore store;
    private final String names;
    private final int[] starts;

    NameSearch(MibStore store) {
        this.store = store;
        byte[] lower = store.allNames();
        for (int i = 0; i < lower.length; i++) {
            byte c = lower[i];
            lower[i] = c >= 'A' && c <= 'Z' ? (byte) (c + 32) : c;
        }
        names = new String(lower, StandardCharsets.ISO_8859_1);
        starts = store.nameStarts();
    }

    /** How long a name is, 255 at most. */
    int length(int definition) {
        return Math.min(starts[definition + 1] - starts[definition] - 1, LONGEST);
    }

    /** Hears of each definition whose name holds what is wanted. */
    private interface Found {
        /**
         * @param at where it stands first in the name, among all names
         */
        void add(int definition, int at);
    }

    private void each(String wanted, int from, int to, Found found) {
        int end = starts[to];
        int definition = from;
        int at = names.indexOf(wanted, starts[from], end);
        while (at >= 0 && definition < to) {
            while (starts[definition + 1] <= at) {
                definition++;
            }
            found.add(definition, at);
            definition++;
            at = names.indexOf(wanted, starts[definition], end);
        }
    }

    /**
     * Offers the definitions from one to another whose name holds what is wanted.
     *
     * @param wanted in lower case
     */
    void offer(String wanted, int from, int to, BestHits best) {
        each(
                wanted,
                from,
                to,
                (definition, at) -> {
                    int length = length(definition);
                    Match match = match(definition, at, wanted);
                    if (best.accepts(match, length)) {
                        int node = store.node(definition);
                        if (node >= 0) {
                            best.offer(match, length, node);
                        }
                    }
                });
    }

    /**
     * Rates definitions whose name holds what is wanted anywhere as {@link WordIndex#rate} does.
     */
    void rate(String wanted, int from, int to, byte[] ratings) {
        byte inName = 1 + 2 * WordIndex.IN_NAME;
        each(
                wanted,
                from,
                to,
                (definition, _) -> {
                    if (ratings[definition] < inName) {
                        ratings[definition] = inName;
                    }
                });
    }

    private Match match(int definition, int at, String wanted) {
        if (at == starts[definition]) {
            boolean whole = starts[definition + 1] - at - 1 == wanted.length();
            return whole ? Match.EXACT_NAME : Match.NAME_START;
        }
        byte before = store.nameByte(at - 1);
        boolean wordStart = isUpper(store.nameByte(at)) && !isUpper(before);
        return wordStart || before == '-' ? Match.WORD_START : Match.INSIDE_NAME;
    }

    private static boolean isUpper(byte c) {
        return c >= 'A' && c <= 'Z';
    }
}
