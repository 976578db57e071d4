package dev.bulkhead.app.notification;

import dev.bulkhead.app.change.ValueField;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A variable that is sent beside those of the notification's type. JavaFX's thread. */
final class ExtraVariable {
    private final Supplier<MibNames> names;
    private final StringProperty name = new SimpleStringProperty("");
    private final ValueField field;

    ExtraVariable(Supplier<MibNames> names) {
        this.names = names;
        field = new ValueField(Optional.empty(), names);
    }

    /** An instance: {@code ifDescr.3} or its OID. */
    StringProperty nameProperty() {
        return name;
    }

    /** Its value, with a type to be chosen. */
    ValueField field() {
        return field;
    }

    /**
     * @throws IllegalArgumentException with words for the user if there is none
     */
    VarBind varBind() {
        String typed = name.get().strip();
        if (typed.isEmpty()) {
            throw new IllegalArgumentException(Words.text("sender.wrong.extra"));
        }
        Oid oid;
        try {
            oid = names.get().resolve(typed);
        } catch (UnknownNameException | IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    Inert.text(String.valueOf(unknown.getMessage())), unknown);
        }
        return new VarBind(
                oid,
                field.value()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        Words.text("sender.wrong.value", Inert.text(typed)))));
    }
}
