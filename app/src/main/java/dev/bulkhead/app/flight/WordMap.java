package dev.bulkhead.app.flight;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names to others of the same length and look: letters to letters, digits to digits, capitals stay
 * capitals and what stands between stays. The same word always becomes the same.
 *
 * <p>It also finds what it knows in any text, in capitals or not, as a part of words too.
 */
final class WordMap {
    private static final String VOWELS = "aeiou";
    private static final String CONSONANTS = "bcdfghklmnprstvwz";
    private static final int SALTS = 200;

    private final SecretHash hash;
    private final Node root = new Node();
    private final Set<String> phrases = new HashSet<>();
    private final Set<String> runs = new HashSet<>();
    private final Map<String, String> chosen = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    /** A beginning of phrases, by its next character. */
    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        private boolean ends;
    }

    WordMap(SecretHash hash) {
        this.hash = hash;
    }

    /** Notes a phrase that is to be replaced wherever it stands. */
    void learn(String phrase) {
        String small = phrase.toLowerCase(Locale.ROOT);
        if (small.length() != phrase.length() || !hasLetterOrDigit(small)) {
            return;
        }
        if (phrases.add(small)) {
            Node at = root;
            for (int i = 0; i < small.length(); i++) {
                at = at.next.computeIfAbsent(small.charAt(i), c -> new Node());
            }
            at.ends = true;
        }
        noteRuns(small);
    }

    /** Notes a value's words, so that no other word becomes one of them. */
    void noteRuns(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        for (String run : small.split("[^\\p{L}\\p{N}]+", -1)) {
            if (!run.isEmpty()) {
                runs.add(run);
            }
        }
    }

    static boolean hasLetterOrDigit(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    int size() {
        return phrases.size();
    }

    /** The length of the longest phrase that starts there; 0 for none. */
    int match(CharSequence text, int from) {
        Node at = root;
        int longest = 0;
        for (int i = from; i < text.length(); i++) {
            Node next = at.next.get(Character.toLowerCase(text.charAt(i)));
            if (next == null) {
                break;
            }
            at = next;
            if (at.ends && isWhole(text, from, i + 1)) {
                longest = i + 1 - from;
            }
        }
        return longest;
    }

    /** Phrases of digits only are no part of longer numbers. */
    private static boolean isWhole(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        boolean before = from > 0 && Character.isDigit(text.charAt(from - 1));
        boolean after = to < text.length() && Character.isDigit(text.charAt(to));
        return !before && !after;
    }

    /** All words of a text replaced, as many UTF-16 units and octets of UTF-8 as before. */
    String map(String text) {
        StringBuilder mapped = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                mapped.append(word(text.substring(at, end)));
                at = end;
            } else {
                mapped.append(text.charAt(at++));
            }
        }
        return mapped.toString();
    }

    private String word(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        if (small.length() != word.length()) {
            small = word;
        }
        String other = chosen.computeIfAbsent(small, this::choose);
        StringBuilder cased = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = other.charAt(i);
            boolean capital = Character.isUpperCase(word.charAt(i));
            cased.append(capital ? capital(c) : c);
        }
        return cased.toString();
    }

    private static char capital(char c) {
        char upper = Character.toUpperCase(c);
        return upper < 0x80 == c < 0x80 && upper < 0x800 == c < 0x800 ? upper : c;
    }

    /** Best one that is no word or phrase of the original and not taken; at least another. */
    private String choose(String small) {
        String other = small;
        for (int salt = 0; salt < SALTS; salt++) {
            String made = made(small, salt);
            boolean differs = !made.equals(small) && !hasPhrase(made);
            if (differs && !runs.contains(made) && !used.contains(made)) {
                used.add(made);
                return made;
            }
            other = differs && (other.equals(small) || !used.contains(made)) ? made : other;
        }
        used.add(other);
        return other;
    }

    private boolean hasPhrase(String made) {
        for (int i = 0; i < made.length(); i++) {
            if (match(made, i) > 0) {
                return true;
            }
        }
        return false;
    }

    private String made(String small, int salt) {
        byte[] stream = new byte[0];
        StringBuilder made = new StringBuilder(small.length());
        for (int i = 0; i < small.length(); i++) {
            if (i % 16 == 0) {
                byte[] seed = (i + " " + small).getBytes(StandardCharsets.UTF_8);
                stream = hash.of("word", seed, salt);
            }
            int number = (stream[2 * (i % 16)] & 0xFF) << 8 | (stream[2 * (i % 16) + 1] & 0xFF);
            made.append(like(small.charAt(i), number));
        }
        return made.toString();
    }

    private static char like(char c, int number) {
        if (c >= '0' && c <= '9') {
            return (char) ('0' + number % 10);
        }
        if (c < 0x80) {
            String letters = VOWELS.indexOf(c) >= 0 ? VOWELS : CONSONANTS;
            return letters.charAt(number % letters.length());
        }
        if (c < 0x100) {
            char other = (char) (0xE0 + number % 0x1E);
            return other == 0xF7 ? 0xE4 : other;
        }
        for (int i = 0; i < 64; i++) {
            char other = (char) ((c & ~0x3F) | ((number + i) & 0x3F));
            if (Character.isLetterOrDigit(other) && Character.toLowerCase(other) == other) {
                return other;
            }
        }
        return c;
    }
}
