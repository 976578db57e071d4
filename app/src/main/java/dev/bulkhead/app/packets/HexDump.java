package dev.bulkhead.app.packets;

import java.util.HexFormat;
import java.util.Locale;

/**
 * Octets in rows of {@link #WIDTH}, in hexadecimal and as ASCII, some of them marked. Rows are made
 * when they are asked for.
 */
final class HexDump {
    /** Octets of a row. */
    static final int WIDTH = 16;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final byte[] octets;
    private final int from;
    private final int to;

    /**
     * A row's parts; each of the texts before, in and after what is marked.
     *
     * @param offset {@code 0010}
     */
    record Row(String offset, Parts hex, Parts ascii) {}

    /** A text in three parts, the middle one marked. */
    record Parts(String before, String marked, String after) {}

    /** Marks the octets from one up to, not including, another; clamped to those that are there. */
    HexDump(byte[] octets, int from, int to) {
        this.octets = octets.clone();
        this.from = Math.clamp(from, 0, octets.length);
        this.to = Math.clamp(to, this.from, octets.length);
    }

    int rows() {
        return (octets.length + WIDTH - 1) / WIDTH;
    }

    /** The row in which the mark begins. */
    int firstMarked() {
        return from / WIDTH;
    }

    Row row(int index) {
        int start = index * WIDTH;
        int end = Math.min(octets.length, start + WIDTH);
        int markStart = Math.clamp(from, start, end);
        int markEnd = Math.clamp(to, markStart, end);
        String offset = String.format(Locale.ROOT, "%04X", start);
        return new Row(
                offset,
                new Parts(
                        hex(start, markStart) + gap(start, markStart, end),
                        hex(markStart, markEnd),
                        gap(markStart, markEnd, end) + hex(markEnd, end) + blank(start, end)),
                new Parts(ascii(start, markStart), ascii(markStart, markEnd), ascii(markEnd, end)));
    }

    /** What stands between a part and what follows it in the row. */
    private static String gap(int start, int end, int rowEnd) {
        return start < end && end < rowEnd ? " " : "";
    }

    private String hex(int start, int end) {
        return HEX.withDelimiter(" ").formatHex(octets, start, end);
    }

    /** Fills a short row up, so that the columns stand below each other. */
    private static String blank(int start, int end) {
        return "   ".repeat(WIDTH - (end - start));
    }

    private String ascii(int start, int end) {
        StringBuilder text = new StringBuilder();
        for (int i = start; i < end; i++) {
            boolean isShown = octets[i] >= 0x20 && octets[i] < 0x7F;
            text.append(isShown ? (char) octets[i] : '.');
        }
        return text.toString();
    }
}
