package dev.bulkhead.engine.wire;

import dev.bulkhead.mibs.smi.Oid;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the fields of one frame. Nothing is believed: a count is checked against the octets that
 * are left before anything of that size is made. One thread.
 */
final class WireIn {
    /** Reads one value. */
    interface Field<T> {
        T read(WireIn in) throws MalformedFrameException;
    }

    private final byte[] octets;
    private final int end;
    private int at;

    WireIn(byte[] octets, int from, int end) {
        this.octets = octets;
        this.at = from;
        this.end = end;
    }

    int octet() throws MalformedFrameException {
        if (at >= end) {
            throw new MalformedFrameException("a frame ends inside a field");
        }
        return octets[at++] & 0xFF;
    }

    boolean bool() throws MalformedFrameException {
        return switch (octet()) {
            case 0 -> false;
            case 1 -> true;
            default -> throw new MalformedFrameException("neither true nor false");
        };
    }

    long unsigned() throws MalformedFrameException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = octet();
            if (shift == 63 && next > 1) {
                break;
            }
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new MalformedFrameException("a number of more than 64 bits");
    }

    long signed() throws MalformedFrameException {
        long value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    /** An unsigned number that must be in 0..{@code limit}. */
    int count(int limit) throws MalformedFrameException {
        long value = unsigned();
        if (value < 0 || value > limit) {
            throw new MalformedFrameException(
                    Long.toUnsignedString(value) + " where at most " + limit + " can be");
        }
        return (int) value;
    }

    /** How many elements follow, each of one octet or more. */
    int elements() throws MalformedFrameException {
        return count(end - at);
    }

    /** A signed number that fits an {@code int}. */
    int integer() throws MalformedFrameException {
        long value = signed();
        if (value != (int) value) {
            throw new MalformedFrameException(value + " where an int must be");
        }
        return (int) value;
    }

    byte[] bytes() throws MalformedFrameException {
        int length = elements();
        byte[] value = Arrays.copyOfRange(octets, at, at + length);
        at += length;
        return value;
    }

    String text() throws MalformedFrameException {
        int length = elements();
        String value = new String(octets, at, length, StandardCharsets.UTF_8);
        at += length;
        return value;
    }

    Oid oid() throws MalformedFrameException {
        return oid(Oid.EMPTY, 0);
    }

    /** An OID that begins with the first {@code same} sub-identifiers of another. */
    Oid oid(Oid start, int same) throws MalformedFrameException {
        int[] subIdentifiers = new int[same + elements()];
        for (int i = 0; i < same; i++) {
            subIdentifiers[i] = (int) start.get(i);
        }
        for (int i = same; i < subIdentifiers.length; i++) {
            long value = unsigned();
            if (value < 0 || value > Oid.MAX_SUB_IDENTIFIER) {
                throw new MalformedFrameException("a sub-identifier of more than 32 bits");
            }
            subIdentifiers[i] = (int) value;
        }
        return Oid.ofUnsigned(subIdentifiers);
    }

    Duration duration() throws MalformedFrameException {
        long seconds = signed();
        return Duration.ofSeconds(seconds, count(999_999_999));
    }

    Instant instant() throws MalformedFrameException {
        long seconds = signed();
        int nanos = count(999_999_999);
        try {
            return Instant.ofEpochSecond(seconds, nanos);
        } catch (DateTimeException e) {
            throw new MalformedFrameException("a time beyond all times");
        }
    }

    <T> List<T> list(Field<T> element) throws MalformedFrameException {
        int size = elements();
        List<T> list = new ArrayList<>(Math.min(size, 1024));
        for (int i = 0; i < size; i++) {
            list.add(element.read(this));
        }
        return list;
    }

    <T> Optional<T> optional(Field<T> content) throws MalformedFrameException {
        return bool() ? Optional.of(content.read(this)) : Optional.empty();
    }

    <E extends Enum<E>> E constant(E[] values) throws MalformedFrameException {
        return values[count(values.length - 1)];
    }

    void requireEnd() throws MalformedFrameException {
        if (at != end) {
            throw new MalformedFrameException((end - at) + " octets too many in a frame");
        }
    }

    static MalformedFrameException unknown(String what, int tag) {
        return new MalformedFrameException("unknown " + what + " " + tag);
    }
}
