package dev.bulkhead.app.change;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.InetText;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.RawType;
import dev.bulkhead.app.naming.TicksText;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.mibs.display.ValueFit;
import dev.bulkhead.mibs.display.ValueText;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.model.Syntax.NamedNumber;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Text typed in a {@link ValueForm} to a value. Refuses with the reason in words. */
final class ValueReader {
    private final Optional<Syntax> syntax;
    private final Supplier<MibNames> names;

    ValueReader(Optional<Syntax> syntax, Supplier<MibNames> names) {
        this.syntax = syntax;
        this.names = names;
    }

    Typed read(ValueForm form, String text) {
        if (text.isBlank() && !form.takesNothing()) {
            return new Typed.Nothing();
        }
        try {
            SmiValue value =
                    form.raw().map(raw -> raw(raw, text)).orElseGet(() -> fitting(form, text));
            Optional<String> misfit =
                    form.raw().isPresent()
                            ? Optional.empty()
                            : syntax.flatMap(known -> ValueFit.problem(value, known));
            return misfit.<Typed>map(Typed.Wrong::new).orElseGet(() -> new Typed.Fits(value));
        } catch (IllegalArgumentException wrong) {
            return new Typed.Wrong(why(form, wrong));
        }
    }

    private static String why(ValueForm form, IllegalArgumentException wrong) {
        String message = wrong.getMessage();
        return message == null || wrong instanceof NumberFormatException
                ? Words.text("change.wrong", form.words())
                : message;
    }

    private SmiValue raw(RawType type, String text) {
        return type == RawType.OBJECT_IDENTIFIER ? oid(text) : type.read(text);
    }

    private SmiValue fitting(ValueForm form, String text) {
        return switch (form) {
            case CHOICE -> choice(text.strip());
            case FLAGS -> wholeBits(ValueText.parse(text, known()));
            case TICKS ->
                    TicksText.read(text)
                            .<SmiValue>map(SmiValue.TimeTicks::new)
                            .orElseThrow(() -> refusal("change.wrong.ticks"));
            case DATE -> date(text.strip());
            case INET -> inet(text.strip());
            case OID -> oid(text);
            case TEXT -> octets(text.getBytes(StandardCharsets.UTF_8));
            case HEX -> hex(text);
            default -> ValueText.parse(text, known());
        };
    }

    private SmiValue hex(String text) {
        try {
            SmiValue octets = RawType.HEX.read(text);
            return known().base() == BaseType.OPAQUE
                    ? new SmiValue.Opaque(((SmiValue.OctetString) octets).bytes())
                    : octets;
        } catch (IllegalArgumentException noHex) {
            throw refusal("change.wrong.hex");
        }
    }

    private Syntax known() {
        return syntax.orElseThrow(() -> refusal("change.wrong.no-module"));
    }

    /** A label, its beginning if no other label begins so, or a number. */
    private SmiValue choice(String text) {
        String start = text.toLowerCase(Locale.ROOT);
        List<NamedNumber> begun =
                known().namedNumbers().stream()
                        .filter(named -> named.label().toLowerCase(Locale.ROOT).startsWith(start))
                        .toList();
        boolean exact = known().number(text).isPresent();
        return ValueText.parse(
                begun.size() == 1 && !exact ? begun.getFirst().label() : text, known());
    }

    /** All named bits are sent, set or not (RFC 3417 §8). */
    private SmiValue wholeBits(SmiValue bits) {
        long last = known().namedNumbers().stream().mapToLong(NamedNumber::number).max().orElse(-1);
        byte[] octets = ((SmiValue.OctetString) bits).bytes();
        int whole = (int) Math.min(8192, (last + 8) / 8);
        return octets(octets.length < whole ? Arrays.copyOf(octets, whole) : octets);
    }

    private SmiValue date(String text) {
        SmiValue value = ValueText.parse(text, known());
        byte[] octets = ((SmiValue.OctetString) value).bytes();
        if (DateParts.of(octets).isEmpty()) {
            throw refusal("change.wrong.date");
        }
        return value;
    }

    private static SmiValue inet(String text) {
        Optional<byte[]> address = InetText.read(text);
        if (address.isPresent()) {
            return octets(address.get());
        }
        if (text.isEmpty() || text.matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*\\.?")) {
            return octets(text.getBytes(StandardCharsets.UTF_8));
        }
        throw refusal("change.wrong.inet");
    }

    private SmiValue oid(String text) {
        try {
            return new SmiValue.ObjectIdentifier(names.get().resolve(text.strip()));
        } catch (UnknownNameException unknown) {
            throw new IllegalArgumentException(unknown.getMessage(), unknown);
        }
    }

    private static SmiValue octets(byte[] octets) {
        return new SmiValue.OctetString(octets);
    }

    private static IllegalArgumentException refusal(String key) {
        return new IllegalArgumentException(Words.text(key));
    }
}
