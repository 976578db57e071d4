package dev.bulkhead.app.shell;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Verb;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Operations in words. */
final class VerbConverter extends StringConverter<Verb> {
    @Override
    public String toString(@Nullable Verb verb) {
        return verb == null ? "" : Words.text("command." + verb.id());
    }

    @Override
    public Verb fromString(String text) {
        throw new UnsupportedOperationException("the operation is chosen, not typed");
    }
}
