package dev.bulkhead.app.naming;

import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** A type chosen by hand, where no module says what an object is; the letters are net-snmp's. */
public enum RawType {
    INTEGER("i"),
    UNSIGNED("u"),
    COUNTER32("c"),
    COUNTER64("C"),
    TIME_TICKS("t"),
    IP_ADDRESS("a"),
    OBJECT_IDENTIFIER("o"),
    TEXT("s"),
    HEX("x"),
    DECIMAL("d"),
    BITS("b"),
    NULL("n");

    private static final int BITS_AT_MOST = 65_535;

    private final String letter;

    RawType(String letter) {
        this.letter = letter;
    }

    /** The type of a letter, if there is one. */
    public static Optional<RawType> of(String letter) {
        return Arrays.stream(values()).filter(type -> type.letter.equals(letter)).findFirst();
    }

    /**
     * The value that a text means.
     *
     * @throws IllegalArgumentException if it means none; the message may be null
     */
    public SmiValue read(String text) {
        return switch (this) {
            case INTEGER -> new SmiValue.Integer32(Integer.parseInt(text.strip()));
            case UNSIGNED -> new SmiValue.Gauge32(Long.parseLong(text.strip()));
            case COUNTER32 -> new SmiValue.Counter32(Long.parseLong(text.strip()));
            case COUNTER64 -> new SmiValue.Counter64(Long.parseUnsignedLong(text.strip()));
            case TIME_TICKS -> new SmiValue.TimeTicks(Long.parseLong(text.strip()));
            case IP_ADDRESS -> new SmiValue.IpAddress(address(text.strip()));
            case OBJECT_IDENTIFIER -> new SmiValue.ObjectIdentifier(Oid.parse(text.strip()));
            case TEXT -> octets(text.getBytes(StandardCharsets.UTF_8));
            case HEX -> octets(hex(text.strip()));
            case DECIMAL -> octets(decimal(text));
            case BITS -> bits(text);
            case NULL -> SmiValue.Marker.UNSPECIFIED;
        };
    }

    private static SmiValue octets(byte[] bytes) {
        return new SmiValue.OctetString(bytes);
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
        if (last > BITS_AT_MOST || Arrays.stream(places).anyMatch(place -> place < 0)) {
            throw new IllegalArgumentException("bits are counted from 0 to " + BITS_AT_MOST);
        }
        byte[] octets = new byte[(last + 8) / 8];
        for (int place : places) {
            octets[place / 8] |= (byte) (0x80 >> place % 8);
        }
        return octets(octets);
    }
}
