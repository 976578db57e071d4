package dev.bulkhead.tests.faults;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes BER (X.690) as SNMP uses it, and as no agent should: nothing is checked. */
final class Ber {
    static final int INTEGER = 0x02;
    static final int OCTET_STRING = 0x04;
    static final int NULL = 0x05;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int SEQUENCE = 0x30;
    static final int IP_ADDRESS = 0x40;
    static final int COUNTER_32 = 0x41;
    static final int GAUGE_32 = 0x42;
    static final int TIME_TICKS = 0x43;
    static final int OPAQUE = 0x44;
    static final int COUNTER_64 = 0x46;

    /** Unsigned32 of SNMPv2p; some agents still send it. */
    static final int UNSIGNED_32 = 0x47;

    static final int NO_SUCH_OBJECT = 0x80;
    static final int NO_SUCH_INSTANCE = 0x81;
    static final int END_OF_MIB_VIEW = 0x82;

    private Ber() {}

    /** Octets given as numbers. */
    static byte[] octets(int... values) {
        byte[] octets = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            octets[i] = (byte) values[i];
        }
        return octets;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] length(int length) {
        if (length < 0x80) {
            return octets(length);
        }
        if (length < 0x100) {
            return octets(0x81, length);
        }
        return length < 0x10000
                ? octets(0x82, length >> 8, length)
                : octets(0x83, length >> 16, length >> 8, length);
    }

    /** An element with its tag and the right length. */
    static byte[] element(int tag, byte[]... content) {
        byte[] inside = join(content);
        return join(octets(tag), length(inside.length), inside);
    }

    static byte[] sequence(byte[]... content) {
        return element(SEQUENCE, content);
    }

    static byte[] integer(long value) {
        int count = 1;
        while (count < 8 && value != value << (64 - 8 * count) >> (64 - 8 * count)) {
            count++;
        }
        return element(INTEGER, bigEndian(value, count));
    }

    /** A number of a type that has no negative ones; 64 bits are read as unsigned. */
    static byte[] unsigned(int tag, long value) {
        int count = 1;
        while (count < 9 && (count < 8 ? value >>> (8 * count - 1) != 0 : value < 0)) {
            count++;
        }
        return element(
                tag, count == 9 ? join(octets(0), bigEndian(value, 8)) : bigEndian(value, count));
    }

    private static byte[] bigEndian(long value, int count) {
        byte[] octets = new byte[count];
        for (int i = 0; i < count; i++) {
            octets[i] = (byte) (value >> (8 * (count - 1 - i)));
        }
        return octets;
    }

    static byte[] text(String text) {
        return element(OCTET_STRING, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] nothing(int tag) {
        return octets(tag, 0);
    }

    /** An OBJECT IDENTIFIER; sub-identifiers may have more than the 32 bits they should. */
    static byte[] name(Name name) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int i = 1; i < name.size(); i++) {
            long value = i == 1 ? name.at(0) * 40 + name.at(1) : name.at(i);
            int groups = Math.max(1, (64 - Long.numberOfLeadingZeros(value) + 6) / 7);
            for (int group = groups - 1; group >= 0; group--) {
                long seven = value >> (7 * group) & 0x7F;
                content.write((int) (group > 0 ? seven | 0x80 : seven));
            }
        }
        return element(OBJECT_IDENTIFIER, content.toByteArray());
    }
}
