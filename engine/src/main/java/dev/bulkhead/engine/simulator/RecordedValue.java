package dev.bulkhead.engine.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
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

/**
 * A value of a {@code .snmprec} line: from its text to few bytes and from those to a variable.
 *
 * <p>The tags are those of snmpsim: a decimal BER tag, with {@code x} behind it for hexadecimal
 * octets and {@code e} for octets with backslash escapes.
 */
final class RecordedValue {
    private RecordedValue() {}

    /**
     * Packs a value.
     *
     * @throws IllegalArgumentException if tag and text do not go together; the message says why
     */
    static byte[] pack(int type, char encoding, String text) {
        return switch (type) {
            case 2 -> packed(number(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case 65, 66, 67 -> packed(number(text, 0, 0xFFFF_FFFFL));
            case 70 -> packed(unsigned(text));
            case 4, 68 -> octets(encoding, text);
            case 5 -> new byte[0];
            case 6 -> packed(oid(text));
            case 64 -> address(encoding, text);
            default -> throw new IllegalArgumentException("tag " + type + " is not known");
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

    private static long number(String text, long low, long high) {
        try {
            long number = Long.parseLong(text);
            if (number >= low && number <= high) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a number", e);
        }
        throw new IllegalArgumentException(text + " is not in " + low + ".." + high);
    }

    private static long unsigned(String text) {
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a 64-bit number", e);
        }
    }

    private static int[] oid(String text) {
        return dev.bulkhead.mibs.smi.Oid.parse(text).toUnsignedArray();
    }

    private static byte[] octets(char encoding, String text) {
        return switch (encoding) {
            case 'x' -> HexFormat.of().parseHex(text);
            case 'e' -> unescaped(text).getBytes(StandardCharsets.ISO_8859_1);
            default -> text.getBytes(StandardCharsets.ISO_8859_1);
        };
    }

    private static byte[] address(char encoding, String text) {
        byte[] address =
                encoding == 'x' ? HexFormat.of().parseHex(text) : new byte[oid(text).length];
        if (encoding != 'x') {
            int[] parts = oid(text);
            for (int i = 0; i < parts.length; i++) {
                if (parts[i] < 0 || parts[i] > 255) {
                    throw new IllegalArgumentException(text + " is not an IPv4 address");
                }
                address[i] = (byte) parts[i];
            }
        }
        if (address.length != 4) {
            throw new IllegalArgumentException(text + " is not an IPv4 address");
        }
        return address;
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                out.append(c);
                continue;
            }
            char escape = text.charAt(++i);
            if (escape == 'x' && i + 2 < text.length()) {
                out.append((char) HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 2;
            } else {
                out.append(
                        switch (escape) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 't' -> '\t';
                            default -> escape;
                        });
            }
        }
        return out.toString();
    }
}
