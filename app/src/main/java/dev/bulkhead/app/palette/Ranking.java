package dev.bulkhead.app.palette;

import java.util.Locale;
import java.util.OptionalInt;

/** How well a text answers what was typed: less is better. */
final class Ranking {
    private static final int START = 0;
    private static final int WORD_START = 100;
    private static final int INSIDE = 200;
    private static final int WORDS = 300;
    private static final int INITIALS = 400;

    private Ranking() {}

    /** Its rank; empty if it does not answer at all. Anything answers "". */
    static OptionalInt of(String text, String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        String all = text.toLowerCase(Locale.ROOT);
        int at = all.indexOf(wanted);
        if (at == 0) {
            return OptionalInt.of(START);
        }
        if (all.contains(" " + wanted)) {
            return OptionalInt.of(WORD_START + all.indexOf(" " + wanted));
        }
        if (at > 0) {
            return OptionalInt.of(INSIDE + at);
        }
        if (hasWords(all, wanted)) {
            return OptionalInt.of(WORDS);
        }
        return isInOrder(all, wanted) ? OptionalInt.of(INITIALS) : OptionalInt.empty();
    }

    private static boolean hasWords(String all, String wanted) {
        for (String word : wanted.split("\\s+", -1)) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the letters begin words of the text, in order: {@code gs} for Get Subtree. */
    private static boolean isInOrder(String all, String wanted) {
        int word = 0;
        String[] words = all.split("[^\\p{L}\\p{N}]+", -1);
        for (int i = 0; i < wanted.length(); i++) {
            char letter = wanted.charAt(i);
            while (word < words.length
                    && (words[word].isEmpty() || words[word].charAt(0) != letter)) {
                word++;
            }
            if (word == words.length) {
                return false;
            }
            word++;
        }
        return true;
    }
}
