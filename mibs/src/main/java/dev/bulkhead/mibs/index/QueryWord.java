package dev.bulkhead.mibs.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A word that a user typed, in lower case.
 *
 * @param isRequired false for "the" and the like, which stand in all descriptions
 */
record QueryWord(String text, boolean isRequired) {
    /** More words than this do not narrow a search. */
    static final int MAX_WORDS = 12;

    /** The words of a query, the required ones first; at least one is, if there are any. */
    static List<QueryWord> of(String query) {
        Set<String> texts = split(query);
        boolean onlyStopWords = StopWords.all().containsAll(texts);
        List<QueryWord> words = new ArrayList<>();
        List<QueryWord> optional = new ArrayList<>();
        for (String text : texts) {
            boolean required = onlyStopWords || !StopWords.contains(text);
            (required ? words : optional).add(new QueryWord(text, required));
        }
        words.addAll(optional);
        return words.subList(0, Math.min(words.size(), MAX_WORDS));
    }

    private static Set<String> split(String query) {
        Set<String> words = new LinkedHashSet<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= query.length(); i++) {
            int folded = i < query.length() ? WordCollector.folded(query.charAt(i)) : 0;
            if (folded != 0 && word.length() < WordCollector.MAX_LENGTH) {
                word.append((char) folded);
            } else if (folded == 0 && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    /** What words may begin with to be meant: "errors" finds error, "entries" entry. */
    List<byte[]> beginnings() {
        List<byte[]> beginnings = new ArrayList<>(2);
        int length = text.length();
        if (length > 4 && text.endsWith("ies")) {
            beginnings.add(bytes(text));
            beginnings.add(bytes(text.substring(0, length - 3) + "y"));
        } else if (length > 2 && text.endsWith("y")) {
            beginnings.add(bytes(text));
            beginnings.add(bytes(text.substring(0, length - 1) + "ies"));
        } else if (length > 5 && text.endsWith("sses")) {
            beginnings.add(bytes(text.substring(0, length - 2)));
        } else if (length > 3 && isPlural(text)) {
            beginnings.add(bytes(text.substring(0, length - 1)));
        } else {
            beginnings.add(bytes(text));
        }
        return beginnings;
    }

    private static boolean isPlural(String word) {
        return word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("us")
                && !word.endsWith("is");
    }

    private static byte[] bytes(String word) {
        return word.getBytes(StandardCharsets.ISO_8859_1);
    }
}
