package dev.bulkhead.engine.recording;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Lines of {@code .snmprec} files, {@code OID|TAG|VALUE}, as snmpsim keeps them.
 *
 * <p>A tag is a type's BER tag in decimal (RFC 3416 §3), with {@code x} behind it if the value is
 * in hexadecimal and {@code e} if it has backslash escapes.
 */
public final class Snmprec {
    /** What a name may have (RFC 2578 §3.5). */
    public static final int MAX_SUB_IDENTIFIERS = 128;

    private Snmprec() {}

    /** Whether a line says nothing: it is blank, or a remark. */
    public static boolean isRemark(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    /**
     * The line of a variable; empty for what is no value: exceptions, and what could not be read.
     */
    public static Optional<String> write(VarBind varBind) {
        return tagged(varBind.value()).map(text -> varBind.name() + "|" + text);
    }

    private static Optional<String> tagged(SmiValue value) {
        return Optional.ofNullable(
                switch (value) {
                    case SmiValue.Integer32(int number) -> "2|" + number;
                    case SmiValue.OctetString octets -> octets(octets.bytes());
                    case SmiValue.ObjectIdentifier(Oid oid) -> "6|" + oid;
                    case SmiValue.IpAddress address ->
                            address.bytes().length == 4
                                    ? "64|" + address
                                    : "64x|" + HexFormat.of().formatHex(address.bytes());
                    case SmiValue.Counter32(long number) -> "65|" + number;
                    case SmiValue.Gauge32(long number) -> "66|" + number;
                    case SmiValue.TimeTicks(long number) -> "67|" + number;
                    case SmiValue.Opaque opaque ->
                            "68x|" + HexFormat.of().formatHex(opaque.bytes());
                    case SmiValue.Counter64(long number) -> "70|" + Long.toUnsignedString(number);
                    case SmiValue.Malformed malformed -> null;
                    case SmiValue.Marker marker -> null;
                });
    }

    /** Blanks at the ends would be lost on readers that strip lines. */
    private static String octets(byte[] octets) {
        for (int i = 0; i < octets.length; i++) {
            boolean end = i == 0 || i == octets.length - 1;
            if (octets[i] < ' ' || octets[i] > '~' || (end && octets[i] == ' ')) {
                return "4x|" + HexFormat.of().formatHex(octets);
            }
        }
        return "4|" + new String(octets, StandardCharsets.US_ASCII);
    }

    /**
     * Reads a line.
     *
     * @param line octets outside ASCII as characters of ISO 8859-1
     * @throws IllegalArgumentException if it cannot be used; the message says why
     */
    public static VarBind read(String line) {
        int first = line.indexOf('|');
        int second = line.indexOf('|', first + 1);
        if (first < 1 || second < 0) {
            throw new IllegalArgumentException("not of the form OID|TAG|VALUE");
        }
        String tag = line.substring(first + 1, second);
        if (tag.indexOf(':') >= 0) {
            throw new IllegalArgumentException(
                    "skipped, as variation module \"" + shortened(tag) + "\" is not played");
        }
        char last = tag.isEmpty() ? ' ' : tag.charAt(tag.length() - 1);
        boolean encoded = last == 'x' || last == 'e';
        int type = type(encoded ? tag.substring(0, tag.length() - 1) : tag);
        Oid name = oid(line.substring(0, first).strip());
        if (name.size() < 2) {
            throw new IllegalArgumentException("the OID is too short");
        }
        String text = line.substring(second + 1);
        return new VarBind(name, value(type, encoded ? last : ' ', text));
    }

    private static int type(String tag) {
        try {
            return Integer.parseInt(tag);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("tag \"" + shortened(tag) + "\" is not a number", e);
        }
    }

    private static SmiValue value(int type, char encoding, String text) {
        return switch (type) {
            case 2 ->
                    new SmiValue.Integer32(
                            (int) number(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case 4 -> new SmiValue.OctetString(octets(encoding, text));
            case 5 -> SmiValue.Marker.UNSPECIFIED;
            case 6 -> new SmiValue.ObjectIdentifier(oid(text.strip()));
            case 64 -> new SmiValue.IpAddress(address(encoding, text));
            case 65 -> new SmiValue.Counter32(number(text, 0, 0xFFFF_FFFFL));
            case 66 -> new SmiValue.Gauge32(number(text, 0, 0xFFFF_FFFFL));
            case 67 -> new SmiValue.TimeTicks(number(text, 0, 0xFFFF_FFFFL));
            case 68 -> new SmiValue.Opaque(octets(encoding, text));
            case 70 -> new SmiValue.Counter64(unsigned(text));
            default -> throw new IllegalArgumentException("tag " + type + " is not known");
        };
    }

    private static Oid oid(String text) {
        if (text.length() > 12 * MAX_SUB_IDENTIFIERS) {
            throw new IllegalArgumentException("an OID of " + text.length() + " characters");
        }
        Oid oid = Oid.parse(text);
        if (oid.size() > MAX_SUB_IDENTIFIERS) {
            throw new IllegalArgumentException(
                    "an OID of more than " + MAX_SUB_IDENTIFIERS + " numbers");
        }
        return oid;
    }

    private static long number(String text, long low, long high) {
        try {
            long number = Long.parseLong(text.strip());
            if (number >= low && number <= high) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + shortened(text) + "\" is not a number", e);
        }
        throw new IllegalArgumentException(shortened(text) + " is not in " + low + ".." + high);
    }

    private static long unsigned(String text) {
        try {
            return Long.parseUnsignedLong(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "\"" + shortened(text) + "\" is not a 64-bit number", e);
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    private static byte[] octets(char encoding, String text) {
        byte[] octets =
                switch (encoding) {
                    case 'x' -> hex(text);
                    case 'e' -> unescaped(text);
                    default -> text.getBytes(StandardCharsets.ISO_8859_1);
                };
        if (octets.length > 65_535) {
            throw new IllegalArgumentException(octets.length + " octets are more than 65535");
        }
        return octets;
    }

    private static byte[] hex(String text) {
        try {
            return HexFormat.of().parseHex(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + shortened(text) + "\" is not hexadecimal", e);
        }
    }

    private static byte[] address(char encoding, String text) {
        byte[] address = encoding == 'x' ? hex(text) : dotted(text);
        if (address.length != 4) {
            throw new IllegalArgumentException(shortened(text) + " is not an IPv4 address");
        }
        return address;
    }

    private static byte[] dotted(String text) {
        Oid numbers = oid(text.strip());
        byte[] octets = new byte[numbers.size()];
        for (int i = 0; i < octets.length; i++) {
            if (numbers.get(i) > 255) {
                throw new IllegalArgumentException(shortened(text) + " is not an IPv4 address");
            }
            octets[i] = (byte) numbers.get(i);
        }
        return octets;
    }

    private static byte[] unescaped(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                out.write(c);
                continue;
            }
            char escape = text.charAt(++i);
            if (escape == 'x' && i + 2 < text.length()) {
                out.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 2;
            } else {
                out.write(
                        switch (escape) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 't' -> '\t';
                            default -> escape;
                        });
            }
        }
        return out.toByteArray();
    }
}
