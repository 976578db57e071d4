package dev.bulkhead.mibs.input;

import java.io.EOFException;
import java.io.IOException;

/**
 * An entry as it is whose size stands only behind it: it ends where a descriptor's signature is
 * followed by the size read until then.
 */
final class ZipStoredUnsized extends ZipContent {
    private static final int SIZE_IN_DESCRIPTOR = 8;

    private final Budget budget;
    private long count;

    ZipStoredUnsized(ZipInput in, ZipHeader header, Budget budget) {
        super(in, header);
        this.budget = budget;
    }

    @Override
    int readSome(byte[] bytes, int offset, int length) throws IOException {
        int n = 0;
        while (n < length && !atDescriptor()) {
            int b = in.read();
            if (b < 0) {
                throw new EOFException("the zip is cut off");
            }
            bytes[offset + n++] = (byte) b;
            count++;
        }
        return n == 0 ? -1 : n;
    }

    private boolean atDescriptor() throws IOException {
        return in.has(SIZE_IN_DESCRIPTOR + 4)
                && in.peek(0) == 'P'
                && in.peekU32(0) == DESCRIPTOR
                && in.peekU32(SIZE_IN_DESCRIPTOR) == (count & 0xFFFF_FFFFL);
    }

    @Override
    void skipToEnd() throws IOException {
        if (hasEnded()) {
            return;
        }
        byte[] scratch = new byte[1 << 13];
        while (readSome(scratch, 0, scratch.length) >= 0) {
            budget.check();
        }
        descriptor();
    }

    @Override
    long compressedBytes() {
        return count;
    }
}
