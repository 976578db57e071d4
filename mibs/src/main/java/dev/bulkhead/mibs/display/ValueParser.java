package dev.bulkhead.mibs.display;

import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.model.Syntax.Range;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.Counter32;
import dev.bulkhead.mibs.smi.SmiValue.Counter64;
import dev.bulkhead.mibs.smi.SmiValue.Gauge32;
import dev.bulkhead.mibs.smi.SmiValue.Integer32;
import dev.bulkhead.mibs.smi.SmiValue.IpAddress;
import dev.bulkhead.mibs.smi.SmiValue.ObjectIdentifier;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import dev.bulkhead.mibs.smi.SmiValue.Opaque;
import dev.bulkhead.mibs.smi.SmiValue.TimeTicks;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Text to a value of one syntax. Each refusal says what was found and what would fit. */
final class ValueParser {
    private static final Pattern LABEL_WITH_NUMBER = Pattern.compile("\\S+\\((-?\\d+)\\)");
    private static final Pattern HEX =
            Pattern.compile("0x[0-9A-Fa-f ]*|[0-9A-Fa-f]{2}([: -][0-9A-Fa-f]{2})+");

    private final Syntax syntax;

    ValueParser(Syntax syntax) {
        this.syntax = syntax;
    }

    SmiValue parse(String typed) {
        String text = typed.strip();
        return switch (syntax.base()) {
            case INTEGER32 ->
                    new Integer32((int) number(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case UNSIGNED32, GAUGE32 -> new Gauge32(number(text, 0, 0xFFFF_FFFFL));
            case COUNTER32 -> new Counter32(number(text, 0, 0xFFFF_FFFFL));
            case TIME_TICKS -> new TimeTicks(number(text, 0, 0xFFFF_FFFFL));
            case COUNTER64 -> counter64(text);
            case IP_ADDRESS, NETWORK_ADDRESS -> address(text);
            case OBJECT_IDENTIFIER -> new ObjectIdentifier(Oid.parse(text));
            case BITS -> bits(text);
            case OCTET_STRING, UNKNOWN -> new OctetString(octets(typed));
            case OPAQUE -> new Opaque(hex(text));
            case SEQUENCE, SEQUENCE_OF, CHOICE ->
                    throw refusal(text, "a value: tables and rows have none");
        };
    }

    private long number(String text, long min, long max) {
        Optional<Long> labelled = syntax.number(text);
        if (labelled.isPresent()) {
            return labelled.get();
        }
        String digits = LABEL_WITH_NUMBER.matcher(text).replaceFirst("$1");
        Optional<Long> number =
                syntax.displayHint()
                        .flatMap(DisplayHint::parse)
                        .filter(DisplayHint::isNumeric)
                        .flatMap(hint -> hint.parseNumber(digits))
                        .or(() -> plain(digits));
        if (number.isEmpty() || number.get() < min || number.get() > max) {
            throw refusal(text, allowed(min, max));
        }
        requireInRanges(text, number.get());
        return number.get();
    }

    private static Optional<Long> plain(String digits) {
        try {
            return Optional.of(Long.parseLong(digits));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private String allowed(long min, long max) {
        return syntax.namedNumbers().isEmpty()
                ? "a number in " + min + ".." + max
                : "one of " + ValueText.labels(syntax);
    }

    private void requireInRanges(String text, long number) {
        if (!syntax.namedNumbers().isEmpty() && syntax.label(number).isEmpty()) {
            throw refusal(text, "one of " + ValueText.labels(syntax));
        }
        if (!syntax.ranges().isEmpty() && !isInRanges(number)) {
            throw refusal(text, "a number in " + ranges());
        }
    }

    private boolean isInRanges(long number) {
        return syntax.ranges().stream().anyMatch(r -> r.min() <= number && number <= r.max());
    }

    private String ranges() {
        StringJoiner text = new StringJoiner(" | ");
        for (Range range : syntax.ranges()) {
            text.add(
                    range.min() == range.max()
                            ? "" + range.min()
                            : range.min() + ".." + range.max());
        }
        return text.toString();
    }

    private SmiValue counter64(String text) {
        try {
            return new Counter64(Long.parseUnsignedLong(text));
        } catch (NumberFormatException noNumber) {
            throw refusal(text, "a number in 0..18446744073709551615", noNumber);
        }
    }

    private SmiValue address(String text) {
        if (!text.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            throw refusal(text, "an address such as 192.0.2.1");
        }
        Oid numbers = Oid.parse(text);
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            if (numbers.get(i) > 255) {
                throw refusal(text, "an address such as 192.0.2.1");
            }
            bytes[i] = (byte) numbers.get(i);
        }
        return new IpAddress(bytes);
    }

    private SmiValue bits(String text) {
        if (text.startsWith("0x")) {
            return new OctetString(hex(text));
        }
        byte[] octets = new byte[0];
        for (String word : text.split("[\\s,]+", -1)) {
            if (!word.isEmpty()) {
                String digits = LABEL_WITH_NUMBER.matcher(word).replaceFirst("$1");
                long bit = syntax.number(word).or(() -> plain(digits)).orElse(-1L);
                if (bit < 0 || bit > 65_535) {
                    throw refusal(word, "bits of " + ValueText.labels(syntax));
                }
                octets = withBit(octets, (int) bit);
            }
        }
        return new OctetString(octets);
    }

    private static byte[] withBit(byte[] octets, int bit) {
        byte[] result = Arrays.copyOf(octets, Math.max(octets.length, bit / 8 + 1));
        result[bit / 8] |= (byte) (0x80 >> (bit % 8));
        return result;
    }

    private byte[] octets(String typed) {
        Optional<DisplayHint> hint =
                syntax.displayHint()
                        .flatMap(DisplayHint::parse)
                        .filter(parsed -> !parsed.isNumeric());
        boolean isText = hint.isEmpty() || hint.get().isText();
        String text = isText && !HEX.matcher(typed.strip()).matches() ? typed : typed.strip();
        byte[] octets;
        if (hint.isPresent()) {
            octets =
                    hint.get()
                            .parseOctets(text)
                            .orElseThrow(
                                    () -> refusal(text, "text as " + syntax.displayHint().get()));
        } else if (HEX.matcher(text).matches()) {
            octets = hex(text);
        } else {
            octets = text.getBytes(StandardCharsets.UTF_8);
        }
        if (!syntax.ranges().isEmpty() && !isInRanges(octets.length)) {
            throw refusal(text, "a length of " + ranges() + " octets, not " + octets.length);
        }
        return octets;
    }

    private byte[] hex(String text) {
        String digits = text.replaceFirst("^0x", "").replaceAll("[: -]", "");
        try {
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException noHex) {
            throw refusal(text, "hexadecimal digits, two an octet", noHex);
        }
    }

    private IllegalArgumentException refusal(String found, String fits) {
        return new IllegalArgumentException(message(found, fits));
    }

    private IllegalArgumentException refusal(String found, String fits, Exception cause) {
        return new IllegalArgumentException(message(found, fits), cause);
    }

    private String message(String found, String fits) {
        return "\""
                + InertText.of(found)
                + "\" does not fit "
                + syntax.declaredType()
                + ": "
                + fits;
    }
}
