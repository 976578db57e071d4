package dev.bulkhead.mibs.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what a {@link ByteSink} wrote, from a place in a buffer on. For one thread. */
public final class ByteView {
    private final ByteBuffer buffer;
    private int at;

    public ByteView(ByteBuffer buffer, int at) {
        this.buffer = buffer;
        this.at = at;
    }

    public int position() {
        return at;
    }

    public int readByte() {
        return buffer.get(at++) & 0xFF;
    }

    public long readNumber() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = buffer.get(at++);
            value |= (b & 0x7FL) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }

    public int readInt() {
        return (int) readNumber();
    }

    public long readSigned() {
        long value = readNumber();
        return (value >>> 1) ^ -(value & 1);
    }

    public String readText() {
        int length = readInt();
        byte[] bytes = new byte[length];
        buffer.get(at, bytes);
        at += length;
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
