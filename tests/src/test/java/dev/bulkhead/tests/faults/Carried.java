package dev.bulkhead.tests.faults;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whether octets carry a variable: its name, and directly behind it its value, wherever. Reads what
 * a reader may that is as generous as RFC 1157 hopes, and shares no code with the engine.
 */
final class Carried {
    private static final int MOST_LENGTH_OCTETS = 8;
    private static final long MASK_32 = 0xFFFF_FFFFL;

    private final byte[] octets;

    private Carried(byte[] octets) {
        this.octets = octets;
    }

    /** Where the content of an element begins and ends. */
    private record Content(int from, int to) {}

    static boolean isIn(byte[] octets, VarBind varBind) {
        return new Carried(octets).has(varBind);
    }

    /** Whether a name is there, whatever follows it. */
    static boolean isNameIn(byte[] octets, Oid name) {
        Carried carried = new Carried(octets);
        for (int at = 0; at < octets.length; at++) {
            if (octets[at] == Ber.OBJECT_IDENTIFIER
                    && carried.contentAt(at).filter(c -> carried.isName(c, name)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private boolean has(VarBind varBind) {
        for (int at = 0; at < octets.length; at++) {
            if (octets[at] == Ber.OBJECT_IDENTIFIER) {
                Optional<Content> name = contentAt(at);
                if (name.isPresent()
                        && isName(name.get(), varBind.name())
                        && isValueAt(name.get().to(), varBind.value())) {
                    return true;
                }
            }
        }
        return false;
    }

    private Optional<Content> contentAt(int tagAt) {
        int at = tagAt + 1;
        if (at >= octets.length) {
            return Optional.empty();
        }
        int first = octets[at++] & 0xFF;
        long length = first;
        if (first >= 0x80) {
            int count = first & 0x7F;
            if (count == 0 || count > MOST_LENGTH_OCTETS || count > octets.length - at) {
                return Optional.empty();
            }
            length = new BigInteger(1, Arrays.copyOfRange(octets, at, at + count)).longValue();
            at += count;
        }
        return length < 0 || length > octets.length - at
                ? Optional.empty()
                : Optional.of(new Content(at, at + (int) length));
    }

    private boolean isName(Content content, Oid name) {
        if (content.to() - content.from() > 5 * Math.max(1, name.size())) {
            return false;
        }
        long[] read = new long[content.to() - content.from() + 1];
        int count = 1;
        long value = 0;
        for (int i = content.from(); i < content.to(); i++) {
            value = value << 7 | (octets[i] & 0x7F);
            if (octets[i] >= 0) {
                read[count++] = value;
                value = 0;
            }
        }
        if (count == 1) {
            return name.size() == 0;
        }
        read[0] = Math.min(2, read[1] / 40);
        read[1] -= 40 * read[0];
        if (count != name.size()) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (read[i] != name.get(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isValueAt(int at, SmiValue value) {
        if (value instanceof SmiValue.Malformed malformed) {
            byte[] sent = malformed.bytes();
            return sent.length <= octets.length - at
                    && Arrays.equals(octets, at, at + sent.length, sent, 0, sent.length);
        }
        if (at >= octets.length) {
            return false;
        }
        int tag = octets[at] & 0xFF;
        return contentAt(at).filter(content -> isValue(tag, content, value)).isPresent();
    }

    private boolean isValue(int tag, Content content, SmiValue value) {
        return switch (value) {
            case SmiValue.Integer32(int number) -> tag == Ber.INTEGER && signed(content) == number;
            case SmiValue.Counter32(long number) ->
                    tag == Ber.COUNTER_32 && (signed(content) & MASK_32) == number;
            case SmiValue.Gauge32(long number) ->
                    (tag == Ber.GAUGE_32 || tag == Ber.UNSIGNED_32)
                            && (signed(content) & MASK_32) == number;
            case SmiValue.TimeTicks(long number) ->
                    tag == Ber.TIME_TICKS && (signed(content) & MASK_32) == number;
            case SmiValue.Counter64(long number) ->
                    tag == Ber.COUNTER_64 && signed(content) == number;
            case SmiValue.OctetString string ->
                    tag == Ber.OCTET_STRING && isSame(content, string.bytes());
            case SmiValue.IpAddress address ->
                    tag == Ber.IP_ADDRESS && isSame(content, address.bytes());
            case SmiValue.Opaque opaque -> tag == Ber.OPAQUE && isSame(content, opaque.bytes());
            case SmiValue.ObjectIdentifier(Oid oid) ->
                    tag == Ber.OBJECT_IDENTIFIER && isName(content, oid);
            case SmiValue.Malformed _ -> false;
            case SmiValue.Marker marker ->
                    switch (marker) {
                        case UNSPECIFIED -> tag == Ber.NULL;
                        case NO_SUCH_OBJECT -> tag == Ber.NO_SUCH_OBJECT;
                        case NO_SUCH_INSTANCE -> tag == Ber.NO_SUCH_INSTANCE;
                        case END_OF_MIB_VIEW -> tag == Ber.END_OF_MIB_VIEW;
                    };
        };
    }

    private long signed(Content content) {
        return content.from() == content.to()
                ? 0
                : new BigInteger(octets, content.from(), content.to() - content.from()).longValue();
    }

    private boolean isSame(Content content, byte[] other) {
        return Arrays.equals(octets, content.from(), content.to(), other, 0, other.length);
    }
}
