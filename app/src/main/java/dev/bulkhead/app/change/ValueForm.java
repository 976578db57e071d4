package dev.bulkhead.app.change;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.RawType;
import dev.bulkhead.mibs.display.DisplayHint;
import dev.bulkhead.mibs.model.Reference;
import dev.bulkhead.mibs.model.Syntax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a value is typed: a choice among named numbers, a date, octets in hexadecimal... */
public enum ValueForm {
    /** One of some named numbers. */
    CHOICE,
    /** BITS. */
    FLAGS,
    /** A number, by a DISPLAY-HINT such as {@code d-1} too. */
    NUMBER,
    /** TimeTicks as days and time. */
    TICKS,
    /** DateAndTime (RFC 2579 §2). */
    DATE,
    /** Octets as their DISPLAY-HINT says. */
    HINT,
    /** UTF-8. */
    TEXT,
    /** InetAddress (RFC 4001): an address of version 4 or 6, or a name. */
    INET,
    /** IpAddress. */
    ADDRESS,
    /** An object's name or numbers. */
    OID,
    /** Octets in hexadecimal. */
    HEX,
    RAW_INTEGER(RawType.INTEGER),
    RAW_UNSIGNED(RawType.UNSIGNED),
    RAW_COUNTER32(RawType.COUNTER32),
    RAW_COUNTER64(RawType.COUNTER64),
    RAW_TIME_TICKS(RawType.TIME_TICKS),
    RAW_IP_ADDRESS(RawType.IP_ADDRESS),
    RAW_OBJECT_IDENTIFIER(RawType.OBJECT_IDENTIFIER),
    RAW_TEXT(RawType.TEXT),
    RAW_HEX(RawType.HEX),
    RAW_BITS(RawType.BITS),
    RAW_NULL(RawType.NULL);

    private static final String DATE_AND_TIME = "DateAndTime";
    private static final String INET_ADDRESS = "InetAddress";

    private final Optional<RawType> raw;

    ValueForm() {
        raw = Optional.empty();
    }

    ValueForm(RawType raw) {
        this.raw = Optional.of(raw);
    }

    /** The type that is meant, whatever a module says; empty for forms of a known syntax. */
    Optional<RawType> raw() {
        return raw;
    }

    /** What the user picks it by. */
    String words() {
        return Words.text("change.form." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Whether text of it reads best in the fixed-width font. */
    boolean isMono() {
        return switch (this) {
            case HEX, OID, ADDRESS, INET, RAW_HEX, RAW_BITS, RAW_OBJECT_IDENTIFIER -> true;
            case RAW_IP_ADDRESS, NUMBER, TICKS -> true;
            default -> false;
        };
    }

    /** Whether no text at all is a value: no octets. */
    boolean takesNothing() {
        return switch (this) {
            case HINT, TEXT, HEX, INET, FLAGS, RAW_TEXT, RAW_HEX, RAW_BITS, RAW_NULL -> true;
            default -> false;
        };
    }

    /** The forms for values of a syntax, the most fitting first; the raw ones last. */
    public static List<ValueForm> of(Optional<Syntax> syntax) {
        List<ValueForm> forms = new ArrayList<>(syntax.map(ValueForm::fitting).orElse(List.of()));
        Arrays.stream(values()).filter(form -> form.raw.isPresent()).forEach(forms::add);
        return forms;
    }

    private static List<ValueForm> fitting(Syntax syntax) {
        return switch (syntax.base()) {
            case INTEGER32, UNSIGNED32, GAUGE32, COUNTER32, COUNTER64 ->
                    List.of(syntax.namedNumbers().isEmpty() ? NUMBER : CHOICE);
            case TIME_TICKS -> List.of(TICKS);
            case IP_ADDRESS, NETWORK_ADDRESS -> List.of(ADDRESS);
            case OBJECT_IDENTIFIER -> List.of(OID);
            case BITS -> List.of(FLAGS, HEX);
            case OPAQUE -> List.of(HEX);
            case OCTET_STRING -> List.of(octets(syntax), HEX);
            case SEQUENCE, SEQUENCE_OF, CHOICE, UNKNOWN -> List.of();
        };
    }

    private static ValueForm octets(Syntax syntax) {
        String convention = syntax.textualConvention().map(Reference::name).orElse("");
        if (convention.equals(DATE_AND_TIME)) {
            return DATE;
        }
        if (convention.equals(INET_ADDRESS)) {
            return INET;
        }
        return hint(syntax).isPresent() ? HINT : TEXT;
    }

    /** A DISPLAY-HINT by which text can be read back as octets. */
    static Optional<DisplayHint> hint(Syntax syntax) {
        return syntax.displayHint()
                .flatMap(DisplayHint::parse)
                .filter(parsed -> !parsed.isNumeric())
                .filter(parsed -> parsed.parseOctets("").isPresent());
    }
}
