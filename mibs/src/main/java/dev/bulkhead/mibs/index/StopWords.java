package dev.bulkhead.mibs.index;

import java.util.List;

/** English words that stand in nearly every description and tell nothing. */
final class StopWords {
    private static final List<String> WORDS =
            List.of(
                    "a", "an", "and", "any", "are", "as", "at", "be", "been", "by", "can", "for",
                    "from", "has", "have", "if", "in", "into", "is", "it", "its", "may", "no",
                    "not", "of", "on", "or", "shall", "should", "such", "than", "that", "the",
                    "then", "there", "these", "they", "this", "to", "was", "were", "when", "where",
                    "which", "will", "with");

    private StopWords() {}

    /** All of them, in order. */
    static List<String> all() {
        return WORDS;
    }

    static boolean contains(String word) {
        return WORDS.contains(word);
    }
}
