package dev.bulkhead.app.flight;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.mibs.display.DisplayHint;
import dev.bulkhead.mibs.display.ValueText;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value as net-snmp's tools print it, read. */
final class WalkValue {
    private static final Pattern TYPED = Pattern.compile("(?s)([A-Za-z][A-Za-z0-9 -]*): ?(.*)");
    private static final Pattern WRONG_TYPE =
            Pattern.compile("(?s)Wrong Type \\(should be [^)]*\\): (.*)");
    private static final Pattern NUMBER = Pattern.compile("(-?\\d+)(?:[^\\d.].*)?");
    private static final Pattern IN_BRACKETS = Pattern.compile("[^(]*\\((-?\\d+)\\).*");
    private static final Pattern FLOAT = Pattern.compile("(-?\\d+(?:\\.\\d+)?).*");
    private static final int OPAQUE = 0x9F;

    private final Oid oid;
    private final MibNames names;

    private WalkValue(Oid oid, MibNames names) {
        this.oid = oid;
        this.names = names;
    }

    /**
     * Reads what stands behind the equals sign.
     *
     * @return empty for what is no value, such as {@code No Such Object}
     * @throws IllegalArgumentException if it cannot be used; the message says why
     */
    static Optional<SmiValue> read(String text, Oid oid, MibNames names) {
        Matcher wrong = WRONG_TYPE.matcher(text);
        String rest = wrong.matches() ? wrong.group(1) : text;
        if (rest.startsWith("No Such ") || rest.startsWith("No more variables left")) {
            return Optional.empty();
        }
        if (rest.strip().equals("NULL")) {
            return Optional.empty();
        }
        return Optional.of(new WalkValue(oid, names).read(rest));
    }

    private SmiValue read(String text) {
        Matcher typed = TYPED.matcher(text);
        if (typed.matches()) {
            Optional<SmiValue> value = typed(typed.group(1), typed.group(2));
            if (value.isPresent()) {
                return value.get();
            }
        }
        if (text.strip().equals("\"\"")) {
            return octets(new byte[0]);
        }
        return untyped(text);
    }

    private Optional<SmiValue> typed(String type, String text) {
        return Optional.ofNullable(
                switch (type) {
                    case "INTEGER", "Integer32" -> integer(text);
                    case "Counter32" -> new SmiValue.Counter32(number(text));
                    case "Gauge32", "Unsigned32", "UInteger32" ->
                            new SmiValue.Gauge32(hinted(text));
                    case "Counter64" -> new SmiValue.Counter64(unsigned(text));
                    case "Timeticks", "TimeTicks" -> new SmiValue.TimeTicks(ticks(text));
                    case "IpAddress" -> new SmiValue.IpAddress(dotted(text.strip(), "\\.", 10));
                    case "Network Address" -> new SmiValue.IpAddress(dotted(text.strip(), ":", 16));
                    case "OID" -> new SmiValue.ObjectIdentifier(name(text.strip()));
                    case "STRING" -> octets(string(text));
                    case "Hex-STRING" -> octets(hex(text));
                    case "BITS" -> octets(bits(text));
                    case "OPAQUE" -> new SmiValue.Opaque(hex(text));
                    case "Opaque" -> opaque(text);
                    default -> null;
                });
    }

    private static SmiValue octets(byte[] bytes) {
        if (bytes.length > 65_535) {
            throw new IllegalArgumentException(bytes.length + " octets are more than 65535");
        }
        return new SmiValue.OctetString(bytes);
    }

    private SmiValue integer(String text) {
        long number = hinted(text);
        if (number != (int) number) {
            throw new IllegalArgumentException(number + " is no Integer32");
        }
        return new SmiValue.Integer32((int) number);
    }

    /**
     * {@code 1}, {@code up(1)}, {@code 10 seconds}, {@code 1.50} by a DISPLAY-HINT, {@code up}.
     * What is digits only is taken as it is, since without the module no hint was used.
     */
    private long hinted(String text) {
        String plain = text.strip();
        Matcher bracketed = IN_BRACKETS.matcher(plain);
        if (bracketed.matches()) {
            return Long.parseLong(String.valueOf(bracketed.group(1)));
        }
        if (plain.matches("-?\\d+")) {
            return number(plain);
        }
        Optional<Syntax> syntax = syntax();
        Optional<Long> hinted =
                syntax.flatMap(Syntax::displayHint)
                        .flatMap(DisplayHint::parse)
                        .filter(DisplayHint::isNumeric)
                        .flatMap(hint -> hint.parseNumber(plain.split(" ", 2)[0]));
        if (hinted.isPresent()) {
            return hinted.get();
        }
        return syntax.flatMap(s -> s.number(plain)).orElseGet(() -> number(plain));
    }

    private static long number(String text) {
        Matcher number = NUMBER.matcher(text.strip());
        if (!number.matches() || String.valueOf(number.group(1)).length() > 19) {
            throw unusable(text, "a number");
        }
        return Long.parseLong(String.valueOf(number.group(1)));
    }

    private static IllegalArgumentException unusable(String text, String wanted) {
        String shown = text.length() <= 40 ? text : text.substring(0, 40) + "...";
        return new IllegalArgumentException("\"" + shown + "\" is not " + wanted);
    }

    private static long unsigned(String text) {
        Matcher number = NUMBER.matcher(text.strip());
        if (!number.matches()) {
            throw unusable(text, "a number");
        }
        return Long.parseUnsignedLong(String.valueOf(number.group(1)));
    }

    private static long ticks(String text) {
        Matcher bracketed = IN_BRACKETS.matcher(text.strip());
        return bracketed.matches()
                ? Long.parseLong(String.valueOf(bracketed.group(1)))
                : number(text);
    }

    private static byte[] dotted(String text, String separator, int radix) {
        String[] parts = text.split(separator, -1);
        byte[] address = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            int part = Integer.parseInt(parts[i], radix);
            if (part < 0 || part > 255) {
                throw unusable(text, "an IPv4 address");
            }
            address[i] = (byte) part;
        }
        if (address.length != 4) {
            throw unusable(text, "an IPv4 address");
        }
        return address;
    }

    private Oid name(String text) {
        try {
            return names.resolve(text);
        } catch (UnknownNameException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** In quotes with escapes, or bare by a DISPLAY-HINT. */
    private byte[] string(String text) {
        if (text.startsWith("\"")) {
            return unquoted(text).getBytes(StandardCharsets.ISO_8859_1);
        }
        Optional<byte[]> hinted =
                syntax().flatMap(Syntax::displayHint)
                        .flatMap(DisplayHint::parse)
                        .filter(hint -> !hint.isText())
                        .flatMap(hint -> hint.parseOctets(text.strip()));
        return hinted.orElseGet(() -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String unquoted(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                return plain.toString();
            }
            if (c == '\\' && i + 1 < text.length()) {
                c = text.charAt(++i);
            }
            plain.append(c);
        }
        throw unusable(text, "closed by a quotation mark");
    }

    private static byte[] hex(String text) {
        if (!WalkText.isHex(text)) {
            throw unusable(text, "hexadecimal");
        }
        StringBuilder digits = new StringBuilder();
        text.lines().forEach(row -> digits.append(row.replaceFirst("\\[.*", "")));
        return HexFormat.of().parseHex(digits.toString().replaceAll("\\s", ""));
    }

    /** {@code 80 40 name(0) other(9)}. */
    private static byte[] bits(String text) {
        StringBuilder digits = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!word.matches("[0-9A-Fa-f]{2}")) {
                break;
            }
            digits.append(word);
        }
        return HexFormat.of().parseHex(digits.toString());
    }

    /** The wrapped numbers of draft-perkins-opaque-01. */
    private static SmiValue opaque(String text) {
        Matcher typed = TYPED.matcher(text);
        if (!typed.matches()) {
            throw unusable(text, "an Opaque");
        }
        String number = String.valueOf(typed.group(2)).strip();
        Matcher decimal = FLOAT.matcher(number);
        if (!decimal.matches()) {
            throw unusable(text, "an Opaque");
        }
        String digits = String.valueOf(decimal.group(1));
        return switch (String.valueOf(typed.group(1))) {
            case "Float" ->
                    wrapped(
                            0x78,
                            ByteBuffer.allocate(4).putFloat(Float.parseFloat(digits)).array());
            case "Double" ->
                    wrapped(
                            0x79,
                            ByteBuffer.allocate(8).putDouble(Double.parseDouble(digits)).array());
            case "Int64" -> wrapped(0x7A, new BigInteger(digits).toByteArray());
            case "UInt64" -> wrapped(0x7B, new BigInteger(digits).toByteArray());
            case "Counter64" -> wrapped(0x76, new BigInteger(digits).toByteArray());
            default -> throw unusable(text, "an Opaque");
        };
    }

    private static SmiValue wrapped(int tag, byte[] content) {
        byte[] all = new byte[content.length + 3];
        all[0] = (byte) OPAQUE;
        all[1] = (byte) tag;
        all[2] = (byte) content.length;
        System.arraycopy(content, 0, all, 3, content.length);
        return new SmiValue.Opaque(all);
    }

    private Optional<Syntax> syntax() {
        return names.object(oid).map(ObjectType::syntax);
    }

    /** A value without its type, by the object's syntax. */
    private SmiValue untyped(String text) {
        Syntax syntax =
                syntax().orElseThrow(() ->
                        new IllegalArgumentException(
                                "its type is neither printed nor known: print it"
                                        + " with -On, or load its module"));
        String plain = text.startsWith("\"") ? unquoted(text) : text.strip();
        return switch (syntax.base()) {
            case TIME_TICKS -> new SmiValue.TimeTicks(quickTicks(plain));
            case OBJECT_IDENTIFIER -> new SmiValue.ObjectIdentifier(name(plain));
            case COUNTER32 -> new SmiValue.Counter32(number(plain));
            case COUNTER64 -> new SmiValue.Counter64(unsigned(plain));
            case UNSIGNED32, GAUGE32 -> new SmiValue.Gauge32(hinted(plain));
            case INTEGER32 -> integer(plain);
            case IP_ADDRESS -> new SmiValue.IpAddress(dotted(plain, "\\.", 10));
            case OCTET_STRING, BITS -> quickOctets(plain, text);
            default -> ValueText.parse(plain, syntax);
        };
    }

    /** Days, hours, minutes and seconds, {@code 1:02:03:04.05}. */
    private static long quickTicks(String text) {
        Matcher time =
                Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{1,2}):(\\d{1,2})\\.(\\d{2})")
                        .matcher(text);
        if (!time.matches()) {
            return number(text);
        }
        long days = time.group(1) == null ? 0 : Long.parseLong(time.group(1));
        long hours = days * 24 + Long.parseLong(time.group(2));
        long minutes = hours * 60 + Long.parseLong(time.group(3));
        return (minutes * 60 + Long.parseLong(time.group(4))) * 100 + Long.parseLong(time.group(5));
    }

    private SmiValue quickOctets(String plain, String text) {
        if (text.startsWith("\"") && text.endsWith(" \"") && WalkText.isHex(plain)) {
            return octets(hex(plain));
        }
        return octets(
                text.startsWith("\"")
                        ? plain.getBytes(StandardCharsets.ISO_8859_1)
                        : string(plain));
    }
}
