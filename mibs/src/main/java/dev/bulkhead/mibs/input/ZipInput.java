package dev.bulkhead.mibs.input;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A stream with a window into what comes next; numbers are little-endian, as a zip has them. */
final class ZipInput extends InputStream {
    private final InputStream in;
    private final byte[] window = new byte[1 << 13];
    private int at;
    private int end;

    ZipInput(InputStream in) {
        this.in = in;
    }

    /** Whether so many bytes come; they are then in the window. */
    boolean has(int bytes) throws IOException {
        if (end - at >= bytes) {
            return true;
        }
        System.arraycopy(window, at, window, 0, end - at);
        end -= at;
        at = 0;
        while (end < bytes) {
            int n = in.read(window, end, window.length - end);
            if (n < 0) {
                return false;
            }
            end += n;
        }
        return true;
    }

    /** A byte ahead of those that {@link #has} made sure of. */
    int peek(int ahead) {
        return window[at + ahead] & 0xFF;
    }

    long peekU32(int ahead) {
        return peek(ahead)
                | peek(ahead + 1) << 8
                | peek(ahead + 2) << 16
                | (long) peek(ahead + 3) << 24;
    }

    private void need(int bytes) throws IOException {
        if (!has(bytes)) {
            throw new EOFException("the zip is cut off");
        }
    }

    int u16() throws IOException {
        need(2);
        int value = peek(0) | peek(1) << 8;
        at += 2;
        return value;
    }

    long u32() throws IOException {
        need(4);
        long value = peekU32(0);
        at += 4;
        return value;
    }

    byte[] bytes(int length) throws IOException {
        byte[] bytes = readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the zip is cut off");
        }
        return bytes;
    }

    @Override
    public int read() throws IOException {
        return has(1) ? window[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!has(1)) {
            return -1;
        }
        int n = Math.min(length, end - at);
        System.arraycopy(window, at, bytes, offset, n);
        at += n;
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        int inWindow = (int) Math.min(Math.max(n, 0), end - at);
        at += inWindow;
        return inWindow > 0 ? inWindow : in.skip(n);
    }

    /** Gives the last bytes of the last read back. */
    void unread(int bytes) {
        at -= bytes;
    }
}
