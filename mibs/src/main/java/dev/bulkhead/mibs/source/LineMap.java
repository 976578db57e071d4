package dev.bulkhead.mibs.source;

import java.util.Arrays;

/** Where a text's lines begin; LF, CRLF and a lone CR each end a line. */
final class LineMap {
    private final int[] starts;

    private LineMap(int[] starts) {
        this.starts = starts;
    }

    static LineMap of(byte[] text) {
        int[] starts = new int[Math.max(16, text.length / 32)];
        int count = 1;
        for (int i = 0; i < text.length; i++) {
            byte c = text[i];
            if (c == '\n' || (c == '\r' && !(i + 1 < text.length && text[i + 1] == '\n'))) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return new LineMap(Arrays.copyOf(starts, count));
    }

    int count() {
        return starts.length;
    }

    /** The 1-based line of an offset. */
    int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The offset at which a 1-based line begins. */
    int start(int line) {
        return starts[line - 1];
    }

    /** The offset at which a 1-based line ends, its line end not counted. */
    int end(byte[] text, int line) {
        int end = line < starts.length ? starts[line] : text.length;
        while (end > start(line) && (text[end - 1] == '\n' || text[end - 1] == '\r')) {
            end--;
        }
        return end;
    }
}
