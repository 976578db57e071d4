package dev.bulkhead.app.cli;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;

/**
 * Opaque values as net-snmp writes them. Net-SNMP agents wrap floating point and 64-bit numbers in
 * Opaque, with tags that begin with 0x9f (draft-perkins-opaque-01); all else is hex.
 */
final class OpaqueText {
    private static final int EXTENSION = 0x9F;
    private static final int HEADER = 3;

    private OpaqueText() {}

    static String write(byte[] octets, TextStyle style) {
        if (octets.length >= HEADER
                && (octets[0] & 0xFF) == EXTENSION
                && octets[2] == octets.length - HEADER) {
            byte[] content = Arrays.copyOfRange(octets, HEADER, octets.length);
            String text = special(octets[1], content, style.quick());
            if (!text.isEmpty()) {
                return text;
            }
        }
        return (style.quick() ? "" : "OPAQUE: ") + OctetText.hex(octets, style.textBesideHex());
    }

    private static String special(int tag, byte[] content, boolean quick) {
        return switch (tag) {
            case 0x78 ->
                    content.length == Float.BYTES
                            ? typed("Float", decimal(ByteBuffer.wrap(content).getFloat()), quick)
                            : "";
            case 0x79 ->
                    content.length == Double.BYTES
                            ? typed("Float", decimal(ByteBuffer.wrap(content).getDouble()), quick)
                            : "";
            case 0x76 -> typed("Counter64", new BigInteger(1, content).toString(), quick);
            case 0x7A ->
                    content.length == 0
                            ? ""
                            : typed("Int64", new BigInteger(content).toString(), quick);
            case 0x7B -> typed("UInt64", new BigInteger(1, content).toString(), quick);
            default -> "";
        };
    }

    private static String typed(String type, String text, boolean quick) {
        return quick ? text : "Opaque: " + type + ": " + text;
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%f", value);
    }
}
