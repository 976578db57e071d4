package dev.bulkhead.mibs.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** One zip entry's bytes; its end is checked against the checksum that the archive has for it. */
abstract sealed class ZipContent extends InputStream
        permits ZipDeflated, ZipStored, ZipStoredUnsized {
    static final long DESCRIPTOR = 0x08074B50L;

    final ZipInput in;
    final ZipHeader header;
    private final CRC32 crc = new CRC32();
    private boolean ended;

    ZipContent(ZipInput in, ZipHeader header) {
        this.in = in;
        this.header = header;
    }

    /** The next bytes; -1 at the end, which is then behind all that belongs to the entry. */
    abstract int readSome(byte[] bytes, int offset, int length) throws IOException;

    /** Goes behind the entry, whatever was read of it, whether it is damaged or not. */
    abstract void skipToEnd() throws IOException;

    /** How many bytes of the archive were read for it. */
    abstract long compressedBytes();

    boolean hasEnded() {
        return ended;
    }

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public final int read(byte[] bytes, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        if (length == 0) {
            return 0;
        }
        int n = readSome(bytes, offset, length);
        if (n > 0) {
            crc.update(bytes, offset, n);
            return n;
        }
        ended = true;
        long wanted = header.compressedSize() < 0 ? descriptor() : header.crc();
        if (wanted != 0 && wanted != crc.getValue()) {
            throw new ZipException("wrong checksum of " + header.name());
        }
        return -1;
    }

    @Override
    public int available() {
        return ended ? 0 : 1;
    }

    /**
     * Reads what stands behind data whose size was unknown (APPNOTE.TXT 6.3 §4.3.9): a signature,
     * often, a checksum and sizes of four or, often against the rules, eight bytes.
     */
    long descriptor() throws IOException {
        long first = in.u32();
        long wanted = first == DESCRIPTOR ? in.u32() : first;
        boolean wide = header.isZip64() || (!isHeaderAhead(8) && isHeaderAhead(16));
        in.skipNBytes(wide ? 16 : 8);
        return wanted;
    }

    private boolean isHeaderAhead(int ahead) throws IOException {
        return in.has(ahead + 2) && in.peek(ahead) == 'P' && in.peek(ahead + 1) == 'K';
    }
}
