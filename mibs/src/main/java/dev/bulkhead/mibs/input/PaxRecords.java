package dev.bulkhead.mibs.input;

import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * What is used of a pax extended header: records of {@code LENGTH KEY=VALUE\n} (POSIX.1 pax).
 *
 * @param size -1 if there is none
 */
record PaxRecords(@Nullable String path, long size, boolean isSparse) {
    static final PaxRecords NONE = new PaxRecords(null, -1, false);

    static PaxRecords of(byte[] bytes) throws ZipException {
        String path = null;
        long size = -1;
        boolean sparse = false;
        int at = 0;
        while (at < bytes.length && bytes[at] != 0) {
            int blank = indexOf(bytes, ' ', at);
            int end = at + (int) number(bytes, at, blank);
            int equals = indexOf(bytes, '=', blank);
            if (end <= equals || end > bytes.length || bytes[end - 1] != '\n') {
                throw new ZipException("a pax record of the wrong length");
            }
            String key = text(bytes, blank + 1, equals);
            switch (key) {
                case "path" -> path = text(bytes, equals + 1, end - 1);
                case "size" -> size = number(bytes, equals + 1, end - 1);
                default -> sparse |= key.startsWith("GNU.sparse.");
            }
            at = end;
        }
        return new PaxRecords(path, size, sparse);
    }

    private static int indexOf(byte[] bytes, char wanted, int from) throws ZipException {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        throw new ZipException("a pax record without '" + wanted + "'");
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static long number(byte[] bytes, int from, int to) throws ZipException {
        long value = 0;
        for (int i = from; i < to; i++) {
            boolean digit = bytes[i] >= '0' && bytes[i] <= '9';
            if (!digit || value > Long.MAX_VALUE / 10 - 1) {
                throw new ZipException("no number in a pax record");
            }
            value = value * 10 + (bytes[i] - '0');
        }
        return value;
    }
}
