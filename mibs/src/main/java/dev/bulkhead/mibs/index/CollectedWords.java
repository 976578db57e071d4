package dev.bulkhead.mibs.index;

import org.jspecify.annotations.Nullable;

/**
 * The words of all definitions, by definition. Each thread writes what it read, at places of its
 * own; who reads afterwards has waited for all of them.
 */
final class CollectedWords {
    private static final int LONGEST = 255;

    private final byte[] lengths;
    private final @Nullable WordTable[] tables;
    private final byte @Nullable [][] words;

    CollectedWords(int modules, int definitions) {
        lengths = new byte[definitions];
        tables = new WordTable[modules];
        words = new byte[modules][];
    }

    /** How many words a description has. */
    void length(int definition, int count) {
        lengths[definition] = (byte) Math.min(count, LONGEST);
    }

    /**
     * What a module's definitions hold.
     *
     * @param found for each definition, how many words, and their numbers in the table with weights
     */
    void put(int module, WordTable table, ByteSink found) {
        tables[module] = table;
        words[module] = found.toArray();
    }

    int modules() {
        return words.length;
    }

    byte[] lengths() {
        return lengths;
    }

    @Nullable WordTable table(int module) {
        return tables[module];
    }

    byte[] words(int module) {
        byte[] found = words[module];
        return found == null ? new byte[0] : found;
    }
}
