package dev.bulkhead.mibs.index;

import java.util.Arrays;

/**
 * Splits names and descriptions into words, as bytes: no {@code String} is made of any.
 *
 * <p>A word is a run of ASCII letters and digits, in lower case, of which {@value #MAX_LENGTH}
 * count; {@link StopWords} of descriptions are left out. A name's words are its parts by case:
 * {@code ifHCInOctets} has if, hc, in, octets. For one thread.
 */
final class WordCollector {
    static final int MAX_LENGTH = 32;

    private static final int EARLY = 6;
    private static final int LATE = 24;

    private final WordTable table = new WordTable();
    private final int stopWords;
    private final byte[] word = new byte[MAX_LENGTH];
    private int length;
    private int hash;
    private int[] metIn = new int[1 << 12];
    private int stamp;
    private int[] found = new int[256];
    private int count;

    WordCollector() {
        for (String stop : StopWords.all()) {
            for (int i = 0; i < stop.length(); i++) {
                append(stop.charAt(i));
            }
            end();
        }
        stopWords = table.size();
    }

    WordTable table() {
        return table;
    }

    /** Begins another definition. */
    void begin() {
        stamp++;
        count = 0;
    }

    /** The parts of a name. */
    void name(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte c = bytes[i];
            boolean upper = c >= 'A' && c <= 'Z';
            boolean afterUpper = i > from && bytes[i - 1] >= 'A' && bytes[i - 1] <= 'Z';
            boolean beforeLower = i + 1 < to && bytes[i + 1] >= 'a' && bytes[i + 1] <= 'z';
            if (upper && (!afterUpper || beforeLower) && length > 0) {
                add(end(), WordIndex.IN_NAME);
            }
            int folded = folded(c);
            if (folded != 0) {
                append(folded);
            } else if (length > 0) {
                add(end(), WordIndex.IN_NAME);
            }
        }
        if (length > 0) {
            add(end(), WordIndex.IN_NAME);
        }
    }

    /** The words of a description; how many it has, stop words not counted. */
    int text(byte[] bytes, int from, int to) {
        int words = 0;
        for (int i = from; i < to; i++) {
            int folded = folded(bytes[i]);
            if (folded != 0) {
                append(folded);
            } else if (length > 0) {
                words = addAfter(words);
            }
        }
        return length > 0 ? addAfter(words) : words;
    }

    private int addAfter(int words) {
        int number = end();
        if (number < stopWords) {
            return words;
        }
        add(number, words < EARLY ? 2 : words < LATE ? 1 : 0);
        return words + 1;
    }

    /** The character in lower case, or 0 where it ends a word. */
    static int folded(int c) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            return c;
        }
        return c >= 'A' && c <= 'Z' ? c + 32 : 0;
    }

    private void append(int c) {
        if (length < MAX_LENGTH) {
            word[length++] = (byte) c;
            hash = 31 * hash + c;
        }
    }

    private int end() {
        int number = table.number(word, length, hash);
        length = 0;
        hash = 0;
        return number;
    }

    /** Keeps a word where it is first met, which is where it counts most. */
    private void add(int number, int weight) {
        if (number >= metIn.length) {
            metIn = Arrays.copyOf(metIn, metIn.length * 2);
        }
        if (metIn[number] != stamp) {
            metIn[number] = stamp;
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = (number << WordIndex.WEIGHT_BITS) | weight;
        }
    }

    /** Writes how many words there were, and each with its weight. */
    void finish(ByteSink to) {
        to.writeNumber(count);
        for (int i = 0; i < count; i++) {
            to.writeNumber(found[i]);
        }
    }
}
