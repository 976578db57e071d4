package dev.bulkhead.app.cli;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.mibs.display.ValueText;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** A value to set, by snmpset's type letters. */
final class SetValue {
    private static final String TYPES =
            "i INTEGER, u unsigned, t TimeTicks, a IpAddress, o OID, s string, x hex octets,"
                    + " d decimal octets, b BITS, n NULL, = by the object's syntax";

    private SetValue() {}

    static boolean isNumber(String text) {
        return text.matches("-?\\d+");
    }

    /** Whether BITS are given by their positions: {@code 0,3,7}. */
    static boolean isBitList(String text) {
        return text.matches("[\\d, ]*");
    }

    static SmiValue oid(Oid oid) {
        return new SmiValue.ObjectIdentifier(oid);
    }

    /** The value; a label of the object's syntax may stand for a number. */
    static SmiValue parse(String type, String text, Oid oid, MibNames names) throws UsageException {
        try {
            return switch (type) {
                case "i" ->
                        isNumber(text)
                                ? new SmiValue.Integer32(Integer.parseInt(text))
                                : ValueText.parse(text, syntax(oid, names));
                case "u" -> new SmiValue.Gauge32(unsigned(text));
                case "t" -> new SmiValue.TimeTicks(unsigned(text));
                case "a" -> new SmiValue.IpAddress(address(text));
                case "s" -> octets(text.getBytes(StandardCharsets.UTF_8));
                case "x" -> octets(hex(text));
                case "d" -> octets(decimal(text));
                case "b" ->
                        isBitList(text) ? bits(text) : ValueText.parse(text, syntax(oid, names));
                case "n" -> SmiValue.Marker.UNSPECIFIED;
                case "=" -> ValueText.parse(text, syntax(oid, names));
                default -> throw new UsageException("no type " + type + "; there are " + TYPES);
            };
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "\""
                            + text
                            + "\" is no value of type "
                            + type
                            + " for "
                            + names.qualifiedName(oid)
                            + (e.getMessage() == null ? "" : ": " + e.getMessage()));
        }
    }

    private static Syntax syntax(Oid oid, MibNames names) throws UsageException {
        Optional<Syntax> syntax = names.object(oid).map(ObjectType::syntax);
        return syntax.orElseThrow(() ->
                new UsageException(
                        "no loaded module knows the syntax of "
                                + names.qualifiedName(oid)
                                + ": give its type instead of ="));
    }

    private static SmiValue octets(byte[] bytes) {
        return new SmiValue.OctetString(bytes);
    }

    private static long unsigned(String text) {
        return Long.parseLong(text);
    }

    private static byte[] address(String text) {
        Oid dotted = Oid.parse(text);
        if (dotted.size() != 4) {
            throw new IllegalArgumentException("an IPv4 address has four numbers");
        }
        return octetsOf(dotted);
    }

    private static byte[] octetsOf(Oid numbers) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) > 255) {
                throw new IllegalArgumentException(numbers.get(i) + " is not in 0..255");
            }
            octets.write((int) numbers.get(i));
        }
        return octets.toByteArray();
    }

    private static byte[] hex(String text) {
        String digits = text.replaceFirst("^0[xX]", "").replaceAll("[ :.\\-]", "");
        return HexFormat.of().parseHex(digits.toLowerCase(Locale.ROOT));
    }

    private static byte[] decimal(String text) {
        return octetsOf(Oid.parse(text.strip().replaceAll("[ ,.]+", ".")));
    }

    private static SmiValue bits(String text) {
        int[] places =
                Arrays.stream(text.split("[, ]+", -1))
                        .filter(place -> !place.isEmpty())
                        .mapToInt(Integer::parseInt)
                        .toArray();
        int last = Arrays.stream(places).max().orElse(-1);
        if (last > 65_535) {
            throw new IllegalArgumentException("bit " + last + " is too far out");
        }
        byte[] octets = new byte[(last + 8) / 8];
        for (int place : places) {
            octets[place / 8] |= (byte) (0x80 >> place % 8);
        }
        return octets(octets);
    }
}
