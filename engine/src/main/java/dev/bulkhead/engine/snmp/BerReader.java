package dev.bulkhead.engine.snmp;

import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import java.util.Arrays;

/**
 * Reads BER (X.690) as SNMP uses it (RFC 3417 §8): definite lengths, low tags. Nothing is believed:
 * every length is checked against the element around it, so no read leaves the message.
 *
 * <p><b>Taken although no RFC allows it</b>, since agents send it: numbers with more octets than
 * needed, unsigned ones without their leading zero (read as unsigned), lengths with leading zeros.
 *
 * <p>Used again and again by one thread.
 */
final class BerReader {
    static final int INTEGER = 0x02;
    static final int OCTET_STRING = 0x04;
    static final int NULL = 0x05;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int SEQUENCE = 0x30;
    private static final int IP_ADDRESS = 0x40;
    private static final int COUNTER_32 = 0x41;
    private static final int GAUGE_32 = 0x42;
    private static final int TIME_TICKS = 0x43;
    private static final int OPAQUE = 0x44;
    private static final int COUNTER_64 = 0x46;

    /** Unsigned32 of SNMPv2p; some agents still send it. */
    private static final int UNSIGNED_32 = 0x47;

    private static final int NO_SUCH_OBJECT = 0x80;
    private static final int NO_SUCH_INSTANCE = 0x81;
    private static final int END_OF_MIB_VIEW = 0x82;

    private static final long MASK_32 = 0xFFFF_FFFFL;

    private byte[] octets = new byte[0];
    private int at;
    private int end;
    private int[] scratch = new int[128];

    /** Begins to read a message. */
    void reset(byte[] message, int from, int to) {
        octets = message;
        at = from;
        end = to;
    }

    /** What is read. */
    byte[] octets() {
        return octets;
    }

    /** Where the next octet is. */
    int position() {
        return at;
    }

    boolean isAtEnd() {
        return at >= end;
    }

    /** Reads on behind an element. */
    void skipTo(int position) {
        at = position;
    }

    int tag() throws MalformedMessageException {
        if (at >= end) {
            throw new MalformedMessageException("it ends too early");
        }
        return octets[at++] & 0xFF;
    }

    /** Reads a tag that must be this one, and a length; the end of its content. */
    int enter(int tag, String what) throws MalformedMessageException {
        require(tag(), tag, what);
        return contentEnd();
    }

    static void require(int found, int tag, String what) throws MalformedMessageException {
        if (found != tag) {
            throw new MalformedMessageException(
                    String.format("tag 0x%02X where %s must be", found, what));
        }
    }

    /** Reads a length; where the content that follows ends. */
    int contentEnd() throws MalformedMessageException {
        int first = tag();
        long length = first;
        if (first >= 0x80) {
            int count = first & 0x7F;
            if (count == 0 || count > 8) {
                throw new MalformedMessageException("a length that cannot be read");
            }
            length = 0;
            for (int i = 0; i < count; i++) {
                length = length << 8 | tag();
                if (length > Integer.MAX_VALUE) {
                    throw new MalformedMessageException("a length of more than 2 GiB");
                }
            }
        }
        if (length > end - at) {
            throw new MalformedMessageException(
                    "a length of " + length + " where " + (end - at) + " octets are left");
        }
        return at + (int) length;
    }

    /** An INTEGER with its tag; the low 32 bits. */
    int integer(String what) throws MalformedMessageException {
        int stop = enter(INTEGER, what);
        return (int) signed(stop);
    }

    private long signed(int stop) throws MalformedMessageException {
        if (stop == at || stop - at > 9) {
            throw new MalformedMessageException("a number of " + (stop - at) + " octets");
        }
        long value = octets[at];
        for (at++; at < stop; at++) {
            value = value << 8 | (octets[at] & 0xFF);
        }
        return value;
    }

    private long unsigned32(int stop) throws MalformedMessageException {
        int octetCount = stop - at;
        long value = signed(stop);
        if (octetCount > 5 && (value & ~MASK_32) != 0) {
            throw new MalformedMessageException("a 32-bit number of " + octetCount + " octets");
        }
        return value & MASK_32;
    }

    private byte[] content(int stop) {
        byte[] content = Arrays.copyOfRange(octets, at, stop);
        at = stop;
        return content;
    }

    /** Whether the octets up to {@code stop} are the same as those of another array. */
    boolean isSame(int stop, byte[] other, int from, int to) {
        return Arrays.equals(octets, at, stop, other, from, to);
    }

    /** The OBJECT IDENTIFIER whose content ends at {@code stop} (X.690 §8.19). */
    Oid oid(int stop) throws MalformedMessageException {
        if (at == stop) {
            return Oid.EMPTY;
        }
        int count = 1;
        while (at < stop) {
            if (count == scratch.length) {
                scratch = Arrays.copyOf(scratch, count * 2);
            }
            scratch[count++] = subIdentifier(stop);
        }
        int first = scratch[1];
        int arc = first < 0 || first >= 80 ? 2 : first / 40;
        scratch[0] = arc;
        scratch[1] = first - arc * 40;
        return Oid.ofUnsigned(Arrays.copyOf(scratch, count));
    }

    private int subIdentifier(int stop) throws MalformedMessageException {
        long value = 0;
        while (at < stop) {
            byte next = octets[at++];
            value = value << 7 | (next & 0x7F);
            if (value > MASK_32) {
                throw new MalformedMessageException("a sub-identifier of more than 32 bits");
            }
            if (next >= 0) {
                return (int) value;
            }
        }
        throw new MalformedMessageException("an OBJECT IDENTIFIER that ends too early");
    }

    /**
     * A value with its tag, which must end at {@code stop}; {@link SmiValue.Malformed} if it cannot
     * be read. Goes on behind it.
     */
    SmiValue value(int stop) {
        int start = at;
        try {
            return readableValue(stop);
        } catch (MalformedMessageException e) {
            at = start;
            return new SmiValue.Malformed(String.valueOf(e.getMessage()), content(stop));
        }
    }

    private SmiValue readableValue(int stop) throws MalformedMessageException {
        int tag = tag();
        int valueEnd = contentEnd();
        if (valueEnd != stop) {
            throw new MalformedMessageException("a value whose length is not that of its variable");
        }
        return switch (tag) {
            case INTEGER -> integer32(signed(stop));
            case OCTET_STRING -> new SmiValue.OctetString(content(stop));
            case NULL -> marker(stop, Marker.UNSPECIFIED);
            case OBJECT_IDENTIFIER -> new SmiValue.ObjectIdentifier(oid(stop));
            case IP_ADDRESS -> new SmiValue.IpAddress(content(stop));
            case COUNTER_32 -> new SmiValue.Counter32(unsigned32(stop));
            case GAUGE_32, UNSIGNED_32 -> new SmiValue.Gauge32(unsigned32(stop));
            case TIME_TICKS -> new SmiValue.TimeTicks(unsigned32(stop));
            case OPAQUE -> new SmiValue.Opaque(content(stop));
            case COUNTER_64 -> new SmiValue.Counter64(signed(stop));
            case NO_SUCH_OBJECT -> marker(stop, Marker.NO_SUCH_OBJECT);
            case NO_SUCH_INSTANCE -> marker(stop, Marker.NO_SUCH_INSTANCE);
            case END_OF_MIB_VIEW -> marker(stop, Marker.END_OF_MIB_VIEW);
            default ->
                    throw new MalformedMessageException(
                            String.format("a value of type 0x%02X, which SNMP has not", tag));
        };
    }

    private static SmiValue integer32(long value) throws MalformedMessageException {
        if (value != (int) value) {
            throw new MalformedMessageException("the INTEGER " + value + ", which has 32 bits");
        }
        return new SmiValue.Integer32((int) value);
    }

    private Marker marker(int stop, Marker marker) {
        at = stop;
        return marker;
    }
}
