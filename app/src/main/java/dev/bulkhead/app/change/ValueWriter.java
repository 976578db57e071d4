package dev.bulkhead.app.change;

import dev.bulkhead.app.naming.InetText;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.mibs.display.DisplayHint;
import dev.bulkhead.mibs.display.InertText;
import dev.bulkhead.mibs.display.ValueText;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Values as text to be edited: what a {@link ValueReader} reads back as the same value. */
final class ValueWriter {
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

    private final Optional<Syntax> syntax;
    private final Supplier<MibNames> names;
    private final ValueReader reader;

    ValueWriter(Optional<Syntax> syntax, Supplier<MibNames> names, ValueReader reader) {
        this.syntax = syntax;
        this.names = names;
        this.reader = reader;
    }

    /** The first form in which a value can be edited without losing anything. */
    ValueForm best(List<ValueForm> forms, SmiValue value) {
        for (ValueForm form : forms) {
            String text = write(form, value);
            boolean same = reader.read(form, text).found().filter(value::equals).isPresent();
            if (same && InertText.of(text).equals(text)) {
                return form;
            }
        }
        boolean octets = value instanceof SmiValue.OctetString && forms.contains(ValueForm.HEX);
        return octets ? ValueForm.HEX : forms.getFirst();
    }

    String write(ValueForm form, SmiValue value) {
        return switch (value) {
            case SmiValue.Marker _, SmiValue.Malformed _ -> "";
            case SmiValue.OctetString string -> octets(form, string.bytes());
            case SmiValue.Opaque opaque -> COLONS.formatHex(opaque.bytes());
            case SmiValue.ObjectIdentifier(var oid) -> names.get().qualifiedName(oid);
            case SmiValue.TimeTicks ticks ->
                    form == ValueForm.TICKS
                            ? ValueText.timeTicks(ticks.value())
                            : Long.toString(ticks.value());
            default -> ValueText.format(value, form.raw().isPresent() ? Optional.empty() : syntax);
        };
    }

    private String octets(ValueForm form, byte[] octets) {
        return switch (form) {
            case FLAGS -> ValueText.format(new SmiValue.OctetString(octets), syntax);
            case HINT, DATE ->
                    syntax.flatMap(Syntax::displayHint)
                            .flatMap(DisplayHint::parse)
                            .map(hint -> hint.format(octets))
                            .orElseGet(() -> COLONS.formatHex(octets));
            case TEXT, RAW_TEXT -> new String(octets, StandardCharsets.UTF_8);
            case INET ->
                    InetText.of(octets).orElseGet(() -> new String(octets, StandardCharsets.UTF_8));
            default -> COLONS.formatHex(octets);
        };
    }
}
