package dev.bulkhead.engine.simulator;

import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.ByteBuffer;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Opaque;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;

/** A value of a recording: to few bytes, and from those to a variable. */
final class RecordedValue {
    private RecordedValue() {}

    /** The BER tag of a value's type (RFC 3416 §3). */
    static int type(SmiValue value) {
        return switch (value) {
            case SmiValue.Integer32 number -> 2;
            case SmiValue.OctetString octets -> 4;
            case SmiValue.ObjectIdentifier oid -> 6;
            case SmiValue.IpAddress address -> 64;
            case SmiValue.Counter32 number -> 65;
            case SmiValue.Gauge32 number -> 66;
            case SmiValue.TimeTicks ticks -> 67;
            case SmiValue.Opaque opaque -> 68;
            case SmiValue.Counter64 number -> 70;
            case SmiValue.Malformed malformed -> 5;
            case SmiValue.Marker marker -> 5;
        };
    }

    /** Packs a value. */
    static byte[] pack(SmiValue value) {
        return switch (value) {
            case SmiValue.Integer32(int number) -> packed(number);
            case SmiValue.OctetString octets -> octets.bytes();
            case SmiValue.ObjectIdentifier(var oid) -> packed(oid.toUnsignedArray());
            case SmiValue.IpAddress address -> address.bytes();
            case SmiValue.Counter32(long number) -> packed(number);
            case SmiValue.Gauge32(long number) -> packed(number);
            case SmiValue.TimeTicks(long number) -> packed(number);
            case SmiValue.Opaque opaque -> opaque.bytes();
            case SmiValue.Counter64(long number) -> packed(number);
            case SmiValue.Malformed malformed -> new byte[0];
            case SmiValue.Marker marker -> new byte[0];
        };
    }

    /** Rebuilds what {@link #pack} packed from {@code length} bytes at {@code from}. */
    static Variable unpack(int type, byte[] bytes, int from, int length) {
        ByteBuffer in = ByteBuffer.wrap(bytes, from, length);
        return switch (type) {
            case 2 -> new Integer32((int) in.getLong());
            case 65 -> new Counter32(in.getLong());
            case 66 -> new Gauge32(in.getLong());
            case 67 -> new TimeTicks(in.getLong());
            case 70 -> new Counter64(in.getLong());
            case 4 -> new OctetString(rest(in));
            case 68 -> new Opaque(rest(in));
            case 6 -> unpackOid(in);
            case 64 -> new IpAddress(rest(in));
            default -> new Null();
        };
    }

    private static byte[] rest(ByteBuffer in) {
        byte[] octets = new byte[in.remaining()];
        in.get(octets);
        return octets;
    }

    private static OID unpackOid(ByteBuffer in) {
        int[] subIdentifiers = new int[in.remaining() / Integer.BYTES];
        in.asIntBuffer().get(subIdentifiers);
        return new OID(subIdentifiers);
    }

    private static byte[] packed(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private static byte[] packed(int[] subIdentifiers) {
        ByteBuffer out = ByteBuffer.allocate(subIdentifiers.length * Integer.BYTES);
        out.asIntBuffer().put(subIdentifiers);
        return out.array();
    }
}
