package dev.bulkhead.app.query;

import dev.bulkhead.mibs.smi.SmiValue;
import java.util.HexFormat;

/** A value as it was on the wire: its number, or its octets in hexadecimal. */
final class RawText {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    /** More octets are not shown in a cell. */
    private static final int LIMIT = 256;

    private RawText() {}

    static String of(SmiValue value) {
        return switch (value) {
            case SmiValue.Integer32(int number) -> Integer.toString(number);
            case SmiValue.Counter32(long number) -> Long.toString(number);
            case SmiValue.Gauge32(long number) -> Long.toString(number);
            case SmiValue.TimeTicks(long number) -> Long.toString(number);
            case SmiValue.Counter64(long number) -> Long.toUnsignedString(number);
            case SmiValue.ObjectIdentifier(var oid) -> oid.toDottedString();
            case SmiValue.OctetString octets -> hex(octets.bytes());
            case SmiValue.Opaque opaque -> hex(opaque.bytes());
            case SmiValue.IpAddress address -> hex(address.bytes());
            case SmiValue.Malformed malformed -> hex(malformed.bytes());
            case SmiValue.Marker _ -> "";
        };
    }

    private static String hex(byte[] octets) {
        int shown = Math.min(octets.length, LIMIT);
        return HEX.formatHex(octets, 0, shown) + (shown < octets.length ? " …" : "");
    }
}
