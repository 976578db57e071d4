package dev.bulkhead.mibs.lexer;

import java.util.Arrays;

/** A file's tokens as parallel arrays: kind, start and end offsets. The last is the end of file. */
public final class Tokens {
    private static final TokenKind[] KINDS = TokenKind.values();

    private final String text;
    private byte[] kinds;
    private int[] starts;
    private int[] ends;
    private int size;

    Tokens(String text) {
        this.text = text;
        int guess = Math.max(16, text.length() / 12);
        kinds = new byte[guess];
        starts = new int[guess];
        ends = new int[guess];
    }

    void add(TokenKind kind, int start, int end) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        kinds[size] = (byte) Arrays.binarySearch(KINDS, kind);
        starts[size] = start;
        ends[size++] = end;
    }

    /** How many there are, the end of file included. */
    public int size() {
        return size;
    }

    public TokenKind kind(int index) {
        return KINDS[kinds[Math.min(index, size - 1)]];
    }

    public int start(int index) {
        return starts[Math.min(index, size - 1)];
    }

    public int end(int index) {
        return ends[Math.min(index, size - 1)];
    }

    /** The token as it stands in the text, quotes included. */
    public String text(int index) {
        return text.substring(start(index), end(index));
    }

    /** Whether the token is exactly this word. */
    public boolean is(int index, String word) {
        int start = start(index);
        return end(index) - start == word.length() && text.startsWith(word, start);
    }
}
