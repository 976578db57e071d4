package dev.bulkhead.mibs.input;

import dev.bulkhead.mibs.input.Refused.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * A decompressor's output, counted: each byte costs budget, and too many for its input are a bomb.
 */
final class InflatedStream extends FilterInputStream {
    private static final long FREE_BYTES = 1L << 20;

    private final Budget budget;
    private final LongSupplier compressedBytes;
    private long count;

    /**
     * A counted stream.
     *
     * @param compressedBytes how much the decompressor has read until now
     */
    InflatedStream(InputStream in, Budget budget, LongSupplier compressedBytes) {
        super(in);
        this.budget = budget;
        this.compressedBytes = compressedBytes;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        count(Math.max(n, 0));
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        byte[] scratch = new byte[Math.clamp(n, 0, 1 << 13)];
        return Math.max(0, read(scratch, 0, scratch.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int bytes) throws EntryRefusedException {
        count += bytes;
        budget.inflate(bytes);
        if (count > FREE_BYTES && count / budget.limits().ratio() > compressedBytes.getAsLong()) {
            throw new EntryRefusedException(Reason.RATIO);
        }
    }
}
