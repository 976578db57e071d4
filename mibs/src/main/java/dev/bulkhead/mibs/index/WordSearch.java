package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.index.MibIndex.SearchHit.Match;
import java.util.Arrays;
import java.util.List;

/**
 * Search by words of names and descriptions: every word typed must be the beginning of one. Better
 * are, in this order: more of the words in the name; words nearer to the description's beginning,
 * and whole; objects in current use (see {@link DefinitionPreference}); what the tree shows of a
 * node; shorter descriptions, or names where all words are there. Where that finds little, two or
 * three words may stand anywhere in a name, too.
 *
 * <p>Each word's definitions are rated in an array over all, which takes a millisecond or two per
 * word and no memory to speak of.
 */
final class WordSearch {
    private static final int BEST_RATING = 2 + 2 * WordIndex.IN_NAME;
    private static final int NAME_RATING = BEST_RATING - 1;
    private static final int ONE_IN_NAME = 1 << 16;
    private static final int SHORTEST_INSIDE_NAME = 3;
    private static final int MOST_INSIDE_NAME = 3;

    private final MibStore store;
    private final WordIndex index;
    private final NameSearch names;

    WordSearch(MibStore store, WordIndex index, NameSearch names) {
        this.store = store;
        this.index = index;
        this.names = names;
    }

    /** Offers the definitions from one to another that have all words of a query. */
    void offer(String query, int from, int to, BestHits best) {
        List<QueryWord> words = QueryWord.of(query);
        if (words.isEmpty()) {
            return;
        }
        Search search = new Search(words, from, to);
        search.rate();
        search.offer(best);
        boolean looksForName = search.required > 1 && search.required <= MOST_INSIDE_NAME;
        if (looksForName && !best.isFull()) {
            search.rateInsideNames();
            search.offer(best);
        }
    }

    /** One search. */
    private final class Search {
        private final List<QueryWord> words;
        private final int required;
        private final int from;
        private final int to;

        /** By word and definition. */
        private final byte[][] ratings;

        /** By definition: how many words its name has, and all ratings; -1 if a word fails. */
        private final int[] sums = new int[store.definitionCount()];

        Search(List<QueryWord> words, int from, int to) {
            this.words = words;
            this.from = from;
            this.to = to;
            int count = 0;
            for (QueryWord word : words) {
                count += word.isRequired() ? 1 : 0;
            }
            required = count;
            ratings = new byte[words.size()][store.definitionCount()];
        }

        void rate() {
            for (int i = 0; i < words.size(); i++) {
                for (byte[] beginning : words.get(i).beginnings()) {
                    index.rate(beginning, ratings[i]);
                }
            }
            sum();
        }

        /** Adds names that have a word anywhere. */
        void rateInsideNames() {
            for (int i = 0; i < words.size(); i++) {
                String text = words.get(i).text();
                if (text.length() >= SHORTEST_INSIDE_NAME) {
                    names.rate(text, from, to, ratings[i]);
                }
            }
            sum();
        }

        private void sum() {
            Arrays.fill(sums, from, to, 0);
            for (int i = 0; i < words.size(); i++) {
                if (i < required) {
                    addRequired(ratings[i]);
                } else {
                    addOptional(ratings[i]);
                }
            }
        }

        private void addRequired(byte[] rated) {
            for (int i = from; i < to; i++) {
                int rating = rated[i];
                int sum = sums[i];
                sums[i] =
                        rating == 0 || sum < 0
                                ? -1
                                : sum + rating + (rating >= NAME_RATING ? ONE_IN_NAME : 0);
            }
        }

        private void addOptional(byte[] rated) {
            for (int i = from; i < to; i++) {
                if (rated[i] >= NAME_RATING && sums[i] >= 0) {
                    sums[i]++;
                }
            }
        }

        void offer(BestHits best) {
            int highest = required * BEST_RATING + words.size() - required;
            for (int i = from; i < to; i++) {
                if (sums[i] >= 0) {
                    int elsewhere = required - sums[i] / ONE_IN_NAME;
                    int lost = highest - sums[i] % ONE_IN_NAME;
                    Match match =
                            elsewhere == 0 && words.size() > 1
                                    ? Match.WORD_START
                                    : Match.DESCRIPTION;
                    int rank = ((elsewhere << 7) | lost) << 14;
                    if (best.accepts(match, rank)) {
                        offer(i, match, rank, best);
                    }
                }
            }
        }

        private void offer(int definition, Match match, int rank, BestHits best) {
            int node = store.node(definition);
            if (node >= 0) {
                int hidden = store.definitionOf(node, 0) == definition ? 0 : 1;
                int demerits = (store.demerits(definition) << 1) | hidden;
                int length =
                        match == Match.DESCRIPTION
                                ? index.length(definition)
                                : names.length(definition);
                best.offer(match, rank | (demerits << 8) | length, node);
            }
        }
    }
}
