package dev.bulkhead.mibs.input;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Searches the word DEFINITIONS (Horspool: the byte under the word's last one says how far to go).
 */
final class DefinitionsWord {
    private static final byte[] WORD = "DEFINITIONS".getBytes(StandardCharsets.US_ASCII);
    static final int LENGTH = WORD.length;

    private static final byte[] JUMP = jumps();

    private DefinitionsWord() {}

    private static byte[] jumps() {
        byte[] jumps = new byte[256];
        Arrays.fill(jumps, (byte) LENGTH);
        for (int i = 0; i < LENGTH - 1; i++) {
            jumps[WORD[i]] = (byte) (LENGTH - 1 - i);
        }
        return jumps;
    }

    /**
     * The offset of the next such word, whole and not part of a longer one; -1 if there is none.
     */
    static int next(byte[] text, int from, int length) {
        int last = from + LENGTH - 1;
        while (last < length) {
            byte b = text[last];
            if (b == 'S' && isAt(text, last - LENGTH + 1, length)) {
                return last - LENGTH + 1;
            }
            last += JUMP[b & 0xFF];
        }
        return -1;
    }

    private static boolean isAt(byte[] text, int at, int length) {
        for (int i = 0; i < LENGTH; i++) {
            if (text[at + i] != WORD[i]) {
                return false;
            }
        }
        boolean joinedBefore = at > 0 && CodeReader.isNamePart(text[at - 1]);
        int end = at + LENGTH;
        boolean joinedAfter =
                end < length
                        && CodeReader.isNamePart(text[end])
                        && !(text[end] == '-' && end + 1 < length && text[end + 1] == '-');
        return !joinedBefore && !joinedAfter;
    }
}
