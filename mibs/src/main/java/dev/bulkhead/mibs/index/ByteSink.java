package dev.bulkhead.mibs.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow: numbers in as few bytes as they need (LEB128), texts by length. */
public final class ByteSink {
    private byte[] bytes;
    private int size;

    public ByteSink(int guess) {
        bytes = new byte[Math.max(16, guess)];
    }

    public int size() {
        return size;
    }

    public void writeByte(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) value;
    }

    /** A number, read as unsigned; small ones take a byte. */
    public void writeNumber(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            writeByte((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        writeByte((int) rest);
    }

    /** A number that may be negative. */
    public void writeSigned(long value) {
        writeNumber(value << 1 ^ value >> 63);
    }

    public void writeText(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        writeNumber(encoded.length);
        writeBytes(encoded, encoded.length);
    }

    /** A text of characters up to U+00FF, one byte each, without its length. */
    @SuppressWarnings("deprecation") // the only way without a copy
    void writeLatin(String text) {
        int length = text.length();
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + length, bytes.length * 2));
        }
        text.getBytes(0, length, bytes, size);
        size += length;
    }

    public void writeBytes(byte[] more, int length) {
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + length, bytes.length * 2));
        }
        System.arraycopy(more, 0, bytes, size, length);
        size += length;
    }

    void writeAll(ByteSink other) {
        writeBytes(other.bytes, other.size);
    }

    public byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }
}
