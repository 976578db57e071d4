package dev.bulkhead.mibs.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of all definitions, by definition. Each thread writes what it read, at places of its
 * own; who reads afterwards has waited for all of them.
 */
final class CollectedWords {
    private static final int LONGEST = 255;

    private final byte[] lengths;
    private final @Nullable WordTable[] tables;
    private final List<byte[]> words;

    CollectedWords(int modules, int definitions) {
        lengths = new byte[definitions];
        tables = new WordTable[modules];
        words = new ArrayList<>(Collections.nCopies(modules, new byte[0]));
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
        words.set(module, found.toArray());
    }

    int modules() {
        return words.size();
    }

    byte[] lengths() {
        return lengths;
    }

    @Nullable WordTable table(int module) {
        return tables[module];
    }

    byte[] words(int module) {
        return words.get(module);
    }
}
