package dev.bulkhead.tests.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the BER of well-formed requests; what is none is a bug of the test or of the engine. */
final class BerCursor {
    private final byte[] octets;
    private final int end;
    private int at;

    BerCursor(byte[] octets) {
        this(octets, 0, octets.length);
    }

    private BerCursor(byte[] octets, int at, int end) {
        this.octets = octets;
        this.at = at;
        this.end = end;
    }

    boolean hasMore() {
        return at < end;
    }

    /** Where the next octet is. */
    int position() {
        return at;
    }

    int peekTag() {
        return octets[at] & 0xFF;
    }

    /** The content of the next element, which is passed. */
    BerCursor enter() {
        at++;
        int length = octets[at++] & 0xFF;
        if (length >= 0x80) {
            int count = length & 0x7F;
            length = 0;
            for (int i = 0; i < count; i++) {
                length = (length << 8) | (octets[at++] & 0xFF);
            }
        }
        if (length < 0 || length > end - at) {
            throw new IllegalArgumentException("a request with a length of " + length);
        }
        BerCursor content = new BerCursor(octets, at, at + length);
        at += length;
        return content;
    }

    /** The next element with its tag and length. */
    byte[] element() {
        int from = at;
        enter();
        return Arrays.copyOfRange(octets, from, at);
    }

    byte[] rest() {
        return Arrays.copyOfRange(octets, at, end);
    }

    byte[] octetString() {
        return enter().rest();
    }

    int integer() {
        long value = 0;
        byte[] content = enter().rest();
        for (int i = 0; i < content.length; i++) {
            value = i == 0 ? content[i] : (value << 8) | (content[i] & 0xFF);
        }
        return (int) value;
    }

    Name name() {
        List<Long> subIdentifiers = new ArrayList<>();
        long value = 0;
        for (byte next : enter().rest()) {
            value = (value << 7) | (next & 0x7F);
            if (next >= 0) {
                if (subIdentifiers.isEmpty()) {
                    long arc = Math.min(2, value / 40);
                    subIdentifiers.add(arc);
                    value -= arc * 40;
                }
                subIdentifiers.add(value);
                value = 0;
            }
        }
        return new Name(subIdentifiers);
    }
}
