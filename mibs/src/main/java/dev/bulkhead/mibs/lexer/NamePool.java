package dev.bulkhead.mibs.lexer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Names by their bytes, each one String however often a file has it. A pool serves one file after
 * another, so that it stays small enough for the processor's cache. For one thread.
 */
public final class NamePool {
    private static final int MAX_POOLED = 80;

    private static final int SMALL = 1 << 12;

    private @Nullable String[] table = new String[SMALL];
    private int[] hashes = new int[SMALL];
    private int size;

    /** Forgets all names, for the next file. */
    public void clear() {
        if (table.length > SMALL) {
            table = new String[SMALL];
            hashes = new int[SMALL];
        } else if (size > 0) {
            Arrays.fill(table, null);
        }
        size = 0;
    }

    /** The word that a token is. */
    public String name(byte[] text, Tokens tokens, int index) {
        int start = tokens.start(index);
        int end = tokens.end(index);
        if (end - start > MAX_POOLED) {
            return new String(text, start, end - start, StandardCharsets.ISO_8859_1);
        }
        int hash = tokens.hash(index);
        int mask = table.length - 1;
        for (int slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
            String pooled = table[slot];
            if (pooled == null) {
                String name = new String(text, start, end - start, StandardCharsets.ISO_8859_1);
                table[slot] = name;
                hashes[slot] = hash;
                if (++size > table.length / 2) {
                    grow();
                }
                return name;
            }
            if (hashes[slot] == hash && matches(pooled, text, start, end)) {
                return pooled;
            }
        }
    }

    private static boolean matches(String name, byte[] text, int start, int end) {
        if (name.length() != end - start) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) != (text[start + i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 15);
    }

    private void grow() {
        @Nullable String[] old = table;
        int[] oldHashes = hashes;
        table = new String[old.length * 2];
        hashes = new int[old.length * 2];
        int mask = table.length - 1;
        for (int i = 0; i < old.length; i++) {
            String name = old[i];
            if (name != null) {
                int slot = spread(oldHashes[i]) & mask;
                while (table[slot] != null) {
                    slot = (slot + 1) & mask;
                }
                table[slot] = name;
                hashes[slot] = oldHashes[i];
            }
        }
    }
}
