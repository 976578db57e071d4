package dev.bulkhead.mibs.input;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/** A deflated entry: the data itself says where it ends. */
final class ZipDeflated extends ZipContent {
    private final Inflater inflater;
    private final Budget budget;
    private final byte[] input = new byte[1 << 12];

    ZipDeflated(ZipInput in, ZipHeader header, Inflater inflater, Budget budget) {
        super(in, header);
        this.inflater = inflater;
        this.budget = budget;
    }

    @Override
    int readSome(byte[] bytes, int offset, int length) throws IOException {
        try {
            while (!inflater.finished()) {
                int n = inflater.inflate(bytes, offset, length);
                if (n > 0) {
                    return n;
                }
                if (inflater.needsDictionary()) {
                    throw new ZipException("a zip entry that needs a dictionary");
                }
                if (inflater.needsInput() && !inflater.finished()) {
                    feed();
                }
            }
        } catch (DataFormatException e) {
            giveBack();
            throw (ZipException) new ZipException(String.valueOf(e.getMessage())).initCause(e);
        }
        giveBack();
        return -1;
    }

    private void feed() throws IOException {
        int n = in.read(input, 0, input.length);
        if (n < 0) {
            throw new EOFException("the zip is cut off");
        }
        inflater.setInput(input, 0, n);
    }

    private void giveBack() {
        in.unread(inflater.getRemaining());
        inflater.setInput(input, 0, 0);
    }

    @Override
    void skipToEnd() throws IOException {
        if (hasEnded()) {
            return;
        }
        if (header.compressedSize() >= 0) {
            giveBack();
            in.skipNBytes(Math.max(0, header.compressedSize() - compressedBytes()));
            return;
        }
        byte[] scratch = new byte[1 << 13];
        int n = readSome(scratch, 0, scratch.length);
        while (n >= 0) {
            budget.inflate(n);
            n = readSome(scratch, 0, scratch.length);
        }
        descriptor();
    }

    @Override
    long compressedBytes() {
        return inflater.getBytesRead();
    }
}
