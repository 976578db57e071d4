package dev.bulkhead.mibs.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Distinct words and a number for each, in the order they were met. For one thread. */
final class WordTable {
    private byte[] text = new byte[1 << 14];
    private int[] starts = new int[1 << 11];
    private int[] hashes = new int[1 << 11];
    private int[] slots = new int[1 << 12];
    private int size;

    int size() {
        return size;
    }

    String word(int number) {
        int length = starts[number + 1] - starts[number];
        return new String(text, starts[number], length, StandardCharsets.ISO_8859_1);
    }

    /** The number of a word, which is a new one if the word is new. */
    int number(byte[] word, int length, int hash) {
        int slot = slot(hash);
        for (int found = slots[slot]; found != 0; found = slots[slot]) {
            if (hashes[found - 1] == hash && isWord(found - 1, word, length)) {
                return found - 1;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = size + 1;
        return append(word, length, hash);
    }

    private int slot(int hash) {
        int spread = hash * 0x9E3779B1;
        return (spread ^ spread >>> 15) & slots.length - 1;
    }

    private boolean isWord(int number, byte[] word, int length) {
        return Arrays.equals(text, starts[number], starts[number + 1], word, 0, length);
    }

    private int append(byte[] word, int length, int hash) {
        int start = starts[size];
        if (start + length > text.length) {
            text = Arrays.copyOf(text, text.length * 2);
        }
        System.arraycopy(word, 0, text, start, length);
        hashes[size] = hash;
        size++;
        if (size + 1 == starts.length) {
            grow();
        }
        starts[size] = start + length;
        return size - 1;
    }

    private void grow() {
        starts = Arrays.copyOf(starts, starts.length * 2);
        hashes = Arrays.copyOf(hashes, hashes.length * 2);
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            int slot = slot(hashes[number]);
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = number + 1;
        }
    }
}
