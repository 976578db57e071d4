package dev.bulkhead.mibs.input;

import java.io.IOException;
import java.nio.charset.Charset;

/**
 * A zip's local file header (APPNOTE.TXT 6.3 §4.3.7) behind its signature.
 *
 * @param crc 0 if it is not told here
 * @param compressedSize -1 if it is told only behind the data
 */
record ZipHeader(
        int flags, int method, long crc, long compressedSize, boolean isZip64, String name) {
    static final int STORED = 0;
    static final int DEFLATED = 8;

    /** What a name is in where it does not say UTF-8 and cannot be (§D.1). */
    private static final Charset IBM_437 = Charset.forName("IBM437");

    private static final int ENCRYPTED = 1;
    private static final int SIZES_BEHIND = 8;
    private static final int ZIP64 = 1;
    private static final long IN_ZIP64 = 0xFFFF_FFFFL;

    static ZipHeader read(ZipInput in) throws IOException {
        in.u16(); // version
        int flags = in.u16();
        int method = in.u16();
        in.u32(); // date and time
        long crc = in.u32();
        long compressed = in.u32();
        long size = in.u32();
        int nameLength = in.u16();
        int extraLength = in.u16();
        String name = name(in.bytes(nameLength));
        long zip64 = zip64(in.bytes(extraLength), size == IN_ZIP64);
        if (compressed == IN_ZIP64 && zip64 >= 0) {
            compressed = zip64;
        }
        boolean behind = (flags & SIZES_BEHIND) != 0;
        return new ZipHeader(
                flags, method, behind ? 0 : crc, behind ? -1 : compressed, zip64 != NO_ZIP64, name);
    }

    static String name(byte[] name) {
        return EntryNames.decode(name, IBM_437);
    }

    private static final long NO_ZIP64 = -2;

    /** The compressed size in the zip64 extra field (§4.5.3); -1 if there is none in it. */
    private static long zip64(byte[] extra, boolean behindSize) {
        int at = 0;
        while (at + 4 <= extra.length) {
            int id = (extra[at] & 0xFF) | (extra[at + 1] & 0xFF) << 8;
            int length = (extra[at + 2] & 0xFF) | (extra[at + 3] & 0xFF) << 8;
            int value = at + 4 + (behindSize ? 8 : 0);
            at += 4 + length;
            if (id == ZIP64) {
                return value + 8 <= Math.min(at, extra.length) ? u63(extra, value) : -1;
            }
        }
        return NO_ZIP64;
    }

    private static long u63(byte[] bytes, int at) {
        long value = 0;
        for (int i = 7; i >= 0; i--) {
            value = value << 8 | (bytes[at + i] & 0xFF);
        }
        return value & Long.MAX_VALUE;
    }

    boolean isEncrypted() {
        return (flags & ENCRYPTED) != 0;
    }

    boolean isFolder() {
        return name.endsWith("/") || name.endsWith("\\");
    }
}
