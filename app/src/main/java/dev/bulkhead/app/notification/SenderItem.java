package dev.bulkhead.app.notification;

import dev.bulkhead.app.change.ValueField;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One variable of a notification that is to be sent. JavaFX's thread. */
final class SenderItem {
    private final ObjectType object;
    private final ValueField field;
    private final StringProperty instance;

    SenderItem(ObjectType object, Supplier<MibNames> names) {
        this.object = object;
        field = new ValueField(Optional.of(object.syntax()), names);
        instance = new SimpleStringProperty(isScalar() ? "0" : "1");
    }

    ObjectType object() {
        return object;
    }

    boolean isScalar() {
        return object.kind() == ObjectKind.SCALAR;
    }

    ValueField field() {
        return field;
    }

    /** The numbers after the object's own, such as {@code 3} or {@code 10.0.0.1}. */
    StringProperty instanceProperty() {
        return instance;
    }

    /**
     * @throws IllegalArgumentException with words for the user if there is none
     */
    VarBind varBind() {
        String suffix = instance.get().strip();
        Oid name;
        try {
            name = Oid.parse(object.oid() + (suffix.startsWith(".") ? suffix : "." + suffix));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    Words.text("sender.wrong.instance", object.name()), e);
        }
        if (name.size() <= object.oid().size()) {
            throw new IllegalArgumentException(Words.text("sender.wrong.instance", object.name()));
        }
        return new VarBind(
                name,
                field.value()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        Words.text("sender.wrong.value", object.name()))));
    }
}
