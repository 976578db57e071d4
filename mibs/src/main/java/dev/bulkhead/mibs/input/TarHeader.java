package dev.bulkhead.mibs.input;

import java.util.Arrays;
import java.util.zip.ZipException;

/** A tar's header block (POSIX.1 pax, "ustar Interchange Format"), with GNU's large numbers. */
record TarHeader(String name, long size, char type) {
    static final int BLOCK = 512;

    private static final int SIZE = 124;
    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int TYPE = 156;
    private static final int MAGIC = 257;
    private static final int PREFIX = 345;

    static boolean isHeader(byte[] block) {
        return hasUstar(block) || hasChecksum(block);
    }

    /**
     * Reads a block.
     *
     * @throws ZipException if its checksum or size is wrong
     */
    static TarHeader of(byte[] block) throws ZipException {
        if (!hasChecksum(block)) {
            throw new ZipException("wrong checksum in a tar header");
        }
        long size = number(block, SIZE, 12);
        if (size < 0) {
            throw new ZipException("no size in a tar header");
        }
        return new TarHeader(EntryNames.decode(name(block)), size, (char) (block[TYPE] & 0xFF));
    }

    private static byte[] name(byte[] block) {
        byte[] name = field(block, 0, 100);
        byte[] prefix = field(block, PREFIX, 155);
        // GNU's own format, "ustar  ", has times where POSIX has the prefix.
        if (!hasUstar(block) || block[MAGIC + 5] != 0 || prefix.length == 0) {
            return name;
        }
        byte[] joined = Arrays.copyOf(prefix, prefix.length + 1 + name.length);
        joined[prefix.length] = '/';
        System.arraycopy(name, 0, joined, prefix.length + 1, name.length);
        return joined;
    }

    private static byte[] field(byte[] block, int from, int length) {
        int end = from;
        while (end < from + length && block[end] != 0) {
            end++;
        }
        return Arrays.copyOfRange(block, from, end);
    }

    private static boolean hasUstar(byte[] block) {
        return block[MAGIC] == 'u'
                && block[MAGIC + 1] == 's'
                && block[MAGIC + 2] == 't'
                && block[MAGIC + 3] == 'a'
                && block[MAGIC + 4] == 'r';
    }

    /** The sum of all bytes, the checksum's own as blanks; old tars summed signed bytes. */
    private static boolean hasChecksum(byte[] block) {
        long wanted = number(block, CHECKSUM, CHECKSUM_LENGTH);
        long unsigned = 0;
        long signed = 0;
        for (int i = 0; i < BLOCK; i++) {
            boolean own = i >= CHECKSUM && i < CHECKSUM + CHECKSUM_LENGTH;
            unsigned += own ? ' ' : block[i] & 0xFF;
            signed += own ? ' ' : block[i];
        }
        return wanted == unsigned || wanted == signed;
    }

    /** Octal digits between blanks and NULs, or base 256 if the first bit is set; -1 if neither. */
    private static long number(byte[] block, int from, int length) {
        if ((block[from] & 0x80) != 0) {
            return base256(block, from, length);
        }
        long value = -1;
        for (int i = from; i < from + length; i++) {
            byte b = block[i];
            if (b >= '0' && b <= '7') {
                value = (value < 0 ? 0 : value) * 8 + (b - '0');
            } else if (b != ' ' && b != 0) {
                return -1;
            } else if (value >= 0) {
                return value;
            }
        }
        return value;
    }

    private static long base256(byte[] block, int from, int length) {
        long value = block[from] & 0x7F;
        for (int i = from + 1; i < from + length; i++) {
            if (value >> 54 != 0) {
                return -1;
            }
            value = value << 8 | (block[i] & 0xFF);
        }
        return value;
    }
}
