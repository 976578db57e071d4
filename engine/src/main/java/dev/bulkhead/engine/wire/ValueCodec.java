package dev.bulkhead.engine.wire;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.Counter32;
import dev.bulkhead.mibs.smi.SmiValue.Counter64;
import dev.bulkhead.mibs.smi.SmiValue.Gauge32;
import dev.bulkhead.mibs.smi.SmiValue.Integer32;
import dev.bulkhead.mibs.smi.SmiValue.IpAddress;
import dev.bulkhead.mibs.smi.SmiValue.Malformed;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import dev.bulkhead.mibs.smi.SmiValue.ObjectIdentifier;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import dev.bulkhead.mibs.smi.SmiValue.Opaque;
import dev.bulkhead.mibs.smi.SmiValue.TimeTicks;

/**
 * Values and variable bindings. The tags are those of BER (RFC 2578 §7.1), as a help to readers.
 */
final class ValueCodec {
    private static final int INTEGER = 0x02;
    private static final int OCTET_STRING = 0x04;
    private static final int NULL = 0x05;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int IP_ADDRESS = 0x40;
    private static final int COUNTER_32 = 0x41;
    private static final int GAUGE_32 = 0x42;
    private static final int TIME_TICKS = 0x43;
    private static final int OPAQUE = 0x44;
    private static final int COUNTER_64 = 0x46;

    /** What is not BER's. */
    private static final int MALFORMED = 0xFF;

    private static final int NO_SUCH_OBJECT = 0x80;
    private static final int NO_SUCH_INSTANCE = 0x81;
    private static final int END_OF_MIB_VIEW = 0x82;

    private ValueCodec() {}

    static void writeVarBind(WireOut out, VarBind varBind) {
        out.oid(varBind.name());
        writeValue(out, varBind.value());
    }

    static VarBind readVarBind(WireIn in) throws MalformedFrameException {
        Oid name = in.oid();
        return new VarBind(name, readValue(in));
    }

    static void writeValue(WireOut out, SmiValue value) {
        switch (value) {
            case Integer32(int number) -> {
                out.octet(INTEGER);
                out.signed(number);
            }
            case Counter32(long number) -> writeNumber(out, COUNTER_32, number);
            case Gauge32(long number) -> writeNumber(out, GAUGE_32, number);
            case TimeTicks(long number) -> writeNumber(out, TIME_TICKS, number);
            case Counter64(long number) -> writeNumber(out, COUNTER_64, number);
            case OctetString string -> writeBytes(out, OCTET_STRING, string.bytes());
            case IpAddress address -> writeBytes(out, IP_ADDRESS, address.bytes());
            case Opaque opaque -> writeBytes(out, OPAQUE, opaque.bytes());
            case ObjectIdentifier(Oid oid) -> {
                out.octet(OBJECT_IDENTIFIER);
                out.oid(oid);
            }
            case Malformed malformed -> {
                out.octet(MALFORMED);
                out.text(malformed.problem());
                out.bytes(malformed.bytes());
            }
            case Marker marker -> out.octet(tagOf(marker));
        }
    }

    private static void writeNumber(WireOut out, int tag, long number) {
        out.octet(tag);
        out.unsigned(number);
    }

    private static void writeBytes(WireOut out, int tag, byte[] bytes) {
        out.octet(tag);
        out.bytes(bytes);
    }

    private static int tagOf(Marker marker) {
        return switch (marker) {
            case UNSPECIFIED -> NULL;
            case NO_SUCH_OBJECT -> NO_SUCH_OBJECT;
            case NO_SUCH_INSTANCE -> NO_SUCH_INSTANCE;
            case END_OF_MIB_VIEW -> END_OF_MIB_VIEW;
        };
    }

    static SmiValue readValue(WireIn in) throws MalformedFrameException {
        int tag = in.octet();
        return switch (tag) {
            case INTEGER -> new Integer32(in.integer());
            case OCTET_STRING -> new OctetString(in.bytes());
            case NULL -> Marker.UNSPECIFIED;
            case OBJECT_IDENTIFIER -> new ObjectIdentifier(in.oid());
            case IP_ADDRESS -> new IpAddress(in.bytes());
            case COUNTER_32 -> new Counter32(unsigned32(in));
            case GAUGE_32 -> new Gauge32(unsigned32(in));
            case TIME_TICKS -> new TimeTicks(unsigned32(in));
            case OPAQUE -> new Opaque(in.bytes());
            case COUNTER_64 -> new Counter64(in.unsigned());
            case MALFORMED -> new Malformed(in.text(), in.bytes());
            case NO_SUCH_OBJECT -> Marker.NO_SUCH_OBJECT;
            case NO_SUCH_INSTANCE -> Marker.NO_SUCH_INSTANCE;
            case END_OF_MIB_VIEW -> Marker.END_OF_MIB_VIEW;
            default -> throw WireIn.unknown("value type", tag);
        };
    }

    private static long unsigned32(WireIn in) throws MalformedFrameException {
        long value = in.unsigned();
        if (value < 0 || value > 0xFFFF_FFFFL) {
            throw new MalformedFrameException("a number of more than 32 bits");
        }
        return value;
    }
}
