package dev.bulkhead.mibs.source;

import java.util.Arrays;

/** Where a text's lines begin; LF, CRLF and a lone CR each end a line. */
final class LineMap {
    private final int[] starts;

    private LineMap(int[] starts) {
        this.starts = starts;
    }

    static LineMap of(String text) {
        int[] starts = new int[Math.max(16, text.length() / 32)];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
            if (ends) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return new LineMap(Arrays.copyOf(starts, count));
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

    String text(String text, int line) {
        int end = line < starts.length ? starts[line] : text.length();
        while (end > start(line) && "\r\n".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start(line), end);
    }
}
