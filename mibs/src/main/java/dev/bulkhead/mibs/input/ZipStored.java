package dev.bulkhead.mibs.input;

import java.io.IOException;

/** An entry as it is, of a size told before; also what is skipped without being understood. */
final class ZipStored extends ZipContent {
    private final BoundedStream data;
    private long count;

    ZipStored(ZipInput in, ZipHeader header) {
        super(in, header);
        this.data = new BoundedStream(in, header.compressedSize());
    }

    @Override
    int readSome(byte[] bytes, int offset, int length) throws IOException {
        int n = data.read(bytes, offset, length);
        count += Math.max(n, 0);
        return n;
    }

    @Override
    void skipToEnd() throws IOException {
        data.skipToEnd();
    }

    @Override
    long compressedBytes() {
        return count;
    }
}
