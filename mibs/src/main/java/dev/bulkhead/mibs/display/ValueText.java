package dev.bulkhead.mibs.display;

import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.model.Syntax.NamedNumber;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.Counter32;
import dev.bulkhead.mibs.smi.SmiValue.Counter64;
import dev.bulkhead.mibs.smi.SmiValue.Gauge32;
import dev.bulkhead.mibs.smi.SmiValue.Integer32;
import dev.bulkhead.mibs.smi.SmiValue.IpAddress;
import dev.bulkhead.mibs.smi.SmiValue.Malformed;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import dev.bulkhead.mibs.smi.SmiValue.ObjectIdentifier;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import dev.bulkhead.mibs.smi.SmiValue.Opaque;
import dev.bulkhead.mibs.smi.SmiValue.TimeTicks;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.StringJoiner;

/** Values as people read and write them, by the syntax of their object. Pure functions. */
public final class ValueText {
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

    private ValueText() {}

    /**
     * A value by its syntax: {@code up(1)}, DISPLAY-HINT text, BITS labels {@code a(0) b(3)},
     * {@code 3 days, 4:05:06.07} for TimeTicks. Octets that are no printable text become hex
     * ({@code 00:1B:54}). A value of another type than the syntax says is shown by its own type.
     */
    public static String format(SmiValue value, Optional<Syntax> syntax) {
        return switch (value) {
            case Integer32 number -> number(number.value(), syntax);
            case Counter32 number -> number(number.value(), syntax);
            case Gauge32 number -> number(number.value(), syntax);
            case Counter64 number -> Long.toUnsignedString(number.value());
            case TimeTicks ticks -> timeTicks(ticks.value());
            case OctetString string -> octets(string.bytes(), syntax);
            case Opaque opaque -> opaque(opaque.bytes());
            case IpAddress address -> address.toString();
            case ObjectIdentifier oid -> oid.oid().toDottedString();
            case Malformed malformed -> malformed.toString();
            case Marker marker -> marker.typeName();
        };
    }

    private static String number(long number, Optional<Syntax> syntax) {
        if (syntax.isEmpty()) {
            return Long.toString(number);
        }
        Optional<String> label = syntax.get().label(number);
        if (label.isPresent()) {
            return label.get() + "(" + number + ")";
        }
        return syntax.get()
                .displayHint()
                .flatMap(DisplayHint::parse)
                .filter(DisplayHint::isNumeric)
                .map(hint -> hint.format(number))
                .orElseGet(() -> Long.toString(number));
    }

    /** Hundredths of a second as {@code 3 days, 4:05:06.07}; the days only if there are any. */
    public static String timeTicks(long ticks) {
        long days = ticks / 8_640_000;
        String time =
                "%d:%02d:%02d.%02d"
                        .formatted(
                                ticks / 360_000 % 24,
                                ticks / 6_000 % 60,
                                ticks / 100 % 60,
                                ticks % 100);
        return days == 0 ? time : days + (days == 1 ? " day, " : " days, ") + time;
    }

    private static String octets(byte[] octets, Optional<Syntax> syntax) {
        if (syntax.isPresent()) {
            if (syntax.get().base() == BaseType.BITS) {
                return bits(octets, syntax.get());
            }
            Optional<DisplayHint> hint =
                    syntax.get()
                            .displayHint()
                            .flatMap(DisplayHint::parse)
                            .filter(parsed -> !parsed.isNumeric());
            if (hint.isPresent()) {
                return InertText.of(hint.get().format(octets));
            }
        }
        return printable(octets).map(InertText::of).orElseGet(() -> COLONS.formatHex(octets));
    }

    private static String bits(byte[] octets, Syntax syntax) {
        StringJoiner labels = new StringJoiner(" ");
        for (int bit = 0; bit < octets.length * 8; bit++) {
            if ((octets[bit / 8] & (0x80 >> (bit % 8))) != 0) {
                labels.add(syntax.label(bit).orElse("") + "(" + bit + ")");
            }
        }
        return labels.toString();
    }

    /** The octets as text, if they are UTF-8 and hold nothing but text; a last NUL is let pass. */
    public static Optional<String> printable(byte[] octets) {
        int length = octets.length;
        if (length > 1 && octets[length - 1] == 0) {
            length--;
        }
        for (int i = 0; i < length; i++) {
            if (octets[i] >= 0 && octets[i] < ' ' && "\r\n\t".indexOf(octets[i]) < 0) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(octets, 0, length))
                            .toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    /** Net-snmp's floats inside Opaque (tags 9f78 and 9f79), else hex. */
    private static String opaque(byte[] octets) {
        boolean wrapped = octets.length > 3 && (octets[0] & 0xFF) == 0x9F;
        if (wrapped && octets[1] == 0x78 && octets.length == 7) {
            return Float.toString(ByteBuffer.wrap(octets, 3, 4).getFloat());
        }
        if (wrapped && octets[1] == 0x79 && octets.length == 11) {
            return Double.toString(ByteBuffer.wrap(octets, 3, 8).getDouble());
        }
        return COLONS.formatHex(octets);
    }

    /**
     * The value a text means for a syntax: a label or number, DISPLAY-HINT text, BITS labels or
     * positions, dotted addresses. White space around it counts only in text.
     *
     * @throws IllegalArgumentException with what was found and what would fit
     */
    public static SmiValue parse(String text, Syntax syntax) {
        return new ValueParser(syntax).parse(text);
    }

    /** The labels of a syntax in one line, for messages. */
    static String labels(Syntax syntax) {
        StringJoiner labels = new StringJoiner(", ");
        for (NamedNumber named : syntax.namedNumbers()) {
            labels.add(named.label() + "(" + named.number() + ")");
        }
        return labels.toString();
    }
}
