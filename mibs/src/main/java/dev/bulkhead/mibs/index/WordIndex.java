package dev.bulkhead.mibs.index;

import java.nio.ByteBuffer;

/**
 * Which definitions hold a word, in name or description.
 *
 * <p>Layout of the buffer, on the heap or mapped: int32 big-endian counts (words, definitions,
 * letters), where each word begins, where its definitions begin, the words in order, how many words
 * each description has (one byte), and for each word its definitions in order: the distance to the
 * one before, shifted by {@value #WEIGHT_BITS} bits for the weight, in as few bytes as that needs.
 * The weight is {@value #IN_NAME} for a word of the name, and else the larger the nearer to the
 * description's beginning. 670,000 definitions of 4,300 modules take about 15 MB.
 *
 * <p>Concurrency: never written after it is built; any thread may read.
 */
final class WordIndex {
    static final int HEADER_INTS = 3;
    static final int WEIGHT_BITS = 2;
    static final int IN_NAME = 3;

    private static final int HEADER_BYTES = 4 * HEADER_INTS;

    private final ByteBuffer buffer;
    private final int wordCount;
    private final int postingStarts;
    private final int letters;
    private final int lengths;
    private final int postings;

    WordIndex(ByteBuffer given) {
        buffer = given.slice();
        wordCount = buffer.getInt(0);
        postingStarts = HEADER_BYTES + 4 * (wordCount + 1);
        letters = postingStarts + 4 * (wordCount + 1);
        lengths = letters + buffer.getInt(8);
        postings = lengths + buffer.getInt(4);
    }

    int wordCount() {
        return wordCount;
    }

    /** How many words a description has, 255 at most. */
    int length(int definition) {
        return buffer.get(lengths + definition) & 0xFF;
    }

    private int wordStart(int word) {
        return buffer.getInt(HEADER_BYTES + 4 * word);
    }

    private int postingStart(int word) {
        return buffer.getInt(postingStarts + 4 * word);
    }

    /**
     * Rates each definition that has a word with this beginning: 0 for none, else 1 and twice the
     * weight, and 1 more if it is that word itself or its plural. What is rated better already is
     * left alone.
     *
     * @param ratings by definition
     */
    void rate(byte[] beginning, byte[] ratings) {
        int first = first(beginning, false);
        int end = first(beginning, true);
        if (first == end) {
            return;
        }
        int base = postingStart(first);
        byte[] bytes = new byte[postingStart(end) - base];
        buffer.get(postings + base, bytes);
        int at = 0;
        for (int word = first; word < end; word++) {
            int wordEnd = postingStart(word + 1) - base;
            rate(bytes, at, wordEnd, isWhole(word, beginning.length) ? 2 : 1, ratings);
            at = wordEnd;
        }
    }

    private static void rate(byte[] bytes, int from, int to, int least, byte[] ratings) {
        int definition = -1;
        int at = from;
        while (at < to) {
            int posting = bytes[at++];
            if (posting < 0) {
                posting &= 0x7F;
                int shift = 7;
                byte next;
                do {
                    next = bytes[at++];
                    posting |= (next & 0x7F) << shift;
                    shift += 7;
                } while (next < 0);
            }
            definition += posting >>> WEIGHT_BITS;
            int rating = least + 2 * (posting & IN_NAME);
            if (rating > ratings[definition]) {
                ratings[definition] = (byte) rating;
            }
        }
    }

    private boolean isWhole(int word, int length) {
        int more = wordStart(word + 1) - wordStart(word) - length;
        return more == 0 || (more == 1 && buffer.get(letters + wordStart(word) + length) == 's');
    }

    /** The first word with this beginning, or the first behind all that have it. */
    private int first(byte[] beginning, boolean behind) {
        int low = 0;
        int high = wordCount;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = compare(middle, beginning);
            if (order < 0 || (behind && order == 0)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** 0 if the word begins so. */
    private int compare(int word, byte[] beginning) {
        int start = wordStart(word);
        int length = wordStart(word + 1) - start;
        for (int i = 0; i < beginning.length; i++) {
            if (i == length) {
                return -1;
            }
            int order = Byte.compare(buffer.get(letters + start + i), beginning[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
