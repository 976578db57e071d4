package dev.bulkhead.app.change;

import dev.bulkhead.app.naming.RawType;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.HexFormat;
import java.util.Optional;

/** Values in a file: a letter for the type, a colon, digits; nothing of it needs escaping. */
final class ValueCode {
    private ValueCode() {}

    static String write(SmiValue value) {
        HexFormat hex = HexFormat.of();
        return switch (value) {
            case SmiValue.Integer32 number -> "i:" + number.value();
            case SmiValue.Gauge32 number -> "u:" + number.value();
            case SmiValue.Counter32 number -> "c:" + number.value();
            case SmiValue.Counter64 number -> "C:" + Long.toUnsignedString(number.value());
            case SmiValue.TimeTicks ticks -> "t:" + ticks.value();
            case SmiValue.IpAddress address -> "a:" + address;
            case SmiValue.ObjectIdentifier(var oid) -> "o:" + oid;
            case SmiValue.OctetString string -> "x:" + hex.formatHex(string.bytes());
            case SmiValue.Opaque opaque -> "p:" + hex.formatHex(opaque.bytes());
            case SmiValue.Marker marker -> "m:" + marker.name();
            case SmiValue.Malformed malformed -> "x:" + hex.formatHex(malformed.bytes());
        };
    }

    /** The value; empty if the text is none. */
    static Optional<SmiValue> read(String text) {
        if (text.length() < 2 || text.charAt(1) != ':') {
            return Optional.empty();
        }
        String rest = text.substring(2);
        try {
            return switch (text.charAt(0)) {
                case 'm' -> Optional.of(SmiValue.Marker.valueOf(rest));
                case 'p' -> Optional.of(new SmiValue.Opaque(HexFormat.of().parseHex(rest)));
                default -> RawType.of(text.substring(0, 1)).map(type -> type.read(rest));
            };
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
