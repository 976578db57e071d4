package dev.bulkhead.app.change;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.Optional;
import java.util.function.Supplier;

/** Values before and after as the views show them: inert, one line each. */
final class ChangeText {
    private static final int LONG = 120;

    private final Supplier<MibNames> names;

    ChangeText(Supplier<MibNames> names) {
        this.names = names;
    }

    String name(Oid instance) {
        return Inert.text(names.get().shortName(instance));
    }

    String value(Oid instance, SmiValue value) {
        if (value == SmiValue.Marker.NO_SUCH_INSTANCE || value == SmiValue.Marker.NO_SUCH_OBJECT) {
            return Words.text("change.missing");
        }
        String text = Inert.text(names.get().value(new VarBind(instance, value)));
        return text.isEmpty() ? Words.text("change.empty") : shortened(text);
    }

    private static String shortened(String text) {
        return text.length() > LONG ? text.substring(0, LONG) + "…" : text;
    }

    String before(Oid instance, Optional<SmiValue> value) {
        return value.map(known -> value(instance, known))
                .orElseGet(() -> Words.text("change.unread"));
    }

    String old(Oid instance, OldValue old) {
        return switch (old) {
            case OldValue.Unread() -> "";
            case OldValue.Reading() -> Words.text("change.reading");
            case OldValue.Read(SmiValue value) -> value(instance, value);
            case OldValue.Unknown(var why) ->
                    Words.text("change.unknown", Inert.text(why.message()));
        };
    }
}
