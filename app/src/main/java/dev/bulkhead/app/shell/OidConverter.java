package dev.bulkhead.app.shell;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.UnknownNameException;
import java.util.function.Supplier;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What is typed into the OID field becomes a dotted OID wherever it names one. */
final class OidConverter extends StringConverter<String> {
    private final Supplier<MibNames> names;

    OidConverter(Supplier<MibNames> names) {
        this.names = names;
    }

    @Override
    public String toString(@Nullable String dotted) {
        return dotted == null ? "" : dotted;
    }

    @Override
    public String fromString(String text) {
        if (text.isBlank()) {
            return "";
        }
        try {
            return names.get().resolve(text.strip()).toDottedString();
        } catch (UnknownNameException unknown) {
            return text;
        }
    }
}
