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

    /** Walks over the definitions whose name holds what is wanted. */
    private final class Cursor {
        private final String wanted;
        private final int end;
        private int next;
        private int definition;
        private int at;

        Cursor(String wanted, int from, int to) {
            this.wanted = wanted;
            end = starts[to];
            next = from;
        }

        /** Goes to the next one, if there is one more. */
        boolean advance() {
            at = starts[next] < end ? names.indexOf(wanted, starts[next], end) : -1;
            if (at < 0) {
                return false;
            }
            definition = next;
            while (starts[definition + 1] <= at) {
                definition++;
            }
            next = definition + 1;
            return true;
        }
    }

    /**
     * Offers the definitions from one to another whose name holds what is wanted.
     *
     * @param wanted in lower case
     */
    void offer(String wanted, int from, int to, BestHits best) {
        Cursor cursor = new Cursor(wanted, from, to);
        while (cursor.advance()) {
            int length = length(cursor.definition);
            Match match = match(cursor.definition, cursor.at, wanted);
            if (best.accepts(match, length)) {
                int node = store.node(cursor.definition);
                if (node >= 0) {
                    best.offer(match, length, node);
                }
            }
        }
    }

    /**
     * Rates definitions whose name holds what is wanted anywhere as {@link WordIndex#rate} does.
     */
    void rate(String wanted, int from, int to, byte[] ratings) {
        byte inName = 1 + 2 * WordIndex.IN_NAME;
        Cursor cursor = new Cursor(wanted, from, to);
        while (cursor.advance()) {
            if (ratings[cursor.definition] < inName) {
                ratings[cursor.definition] = inName;
            }
        }
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
