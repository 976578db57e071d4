package dev.bulkhead.mibs.lexer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file's tokens as parallel arrays: kind, keyword, start and end offsets in bytes. The last is
 * the end of file. One object serves one file after another, so that its arrays are made once.
 */
@SuppressWarnings("EnumOrdinal") // bytes in arrays that live as long as one file is read
public final class Tokens {
    private static final TokenKind[] KINDS = TokenKind.values();
    private static final Keyword[] KEYWORDS = Keyword.values();
    private static final byte NO_KEYWORD = -1;
    private static final int KEPT = 1 << 20;

    /** How far behind the end of file one may look: there, too, the end of file stands. */
    public static final int LOOK_AHEAD = 256;

    private byte[] kinds = new byte[4096];
    private byte[] keywords = new byte[4096];
    private int[] starts = new int[4096];
    private int[] ends = new int[4096];
    private int[] hashes = new int[4096];
    private int size;

    void clear() {
        size = 0;
        if (kinds.length > KEPT) {
            resize(KEPT);
        }
    }

    void add(TokenKind kind, int start, int end) {
        add(kind, NO_KEYWORD, start, end, 0);
    }

    /** Ends the tokens with the end of file. */
    void finish(int length) {
        for (int i = 0; i <= LOOK_AHEAD; i++) {
            add(TokenKind.END_OF_FILE, length, length);
        }
        size -= LOOK_AHEAD;
    }

    void addWord(TokenKind kind, @Nullable Keyword keyword, int start, int end, int hash) {
        add(kind, keyword == null ? NO_KEYWORD : (byte) keyword.ordinal(), start, end, hash);
    }

    private void add(TokenKind kind, byte keyword, int start, int end, int hash) {
        if (size == kinds.length) {
            resize(size * 2);
        }
        kinds[size] = (byte) kind.ordinal();
        keywords[size] = keyword;
        starts[size] = start;
        hashes[size] = hash;
        ends[size++] = end;
    }

    private void resize(int length) {
        kinds = Arrays.copyOf(kinds, length);
        keywords = Arrays.copyOf(keywords, length);
        starts = Arrays.copyOf(starts, length);
        ends = Arrays.copyOf(ends, length);
        hashes = Arrays.copyOf(hashes, length);
    }

    /** Drops all tokens that begin at or after an offset. */
    void dropFrom(int offset) {
        while (size > 0 && starts[size - 1] >= offset) {
            size--;
        }
    }

    /** How many there are, the end of file included. */
    public int size() {
        return size;
    }

    public TokenKind kind(int index) {
        return KINDS[kinds[index]];
    }

    /** The keyword that the token is, if it is one. */
    public @Nullable Keyword keyword(int index) {
        byte keyword = keywords[index];
        return keyword == NO_KEYWORD ? null : KEYWORDS[keyword];
    }

    public int start(int index) {
        return starts[index];
    }

    public int end(int index) {
        return ends[index];
    }

    /** A word's hash as {@link String#hashCode} has it. */
    int hash(int index) {
        return hashes[index];
    }
}
