package dev.bulkhead.app.change;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** One variable on the Set desk. Window's thread. */
public final class ChangeItem {
    private final Supplier<MibNames> names;
    private final ReadOnlyObjectWrapper<Oid> oid;
    private final ReadOnlyObjectWrapper<ValueField> field;
    private final ObjectProperty<OldValue> old = new SimpleObjectProperty<>(new OldValue.Unread());
    private final ObjectProperty<Optional<Outcome>> outcome =
            new SimpleObjectProperty<>(Optional.empty());
    private String problem = "";
    private boolean touched;
    private boolean showing;

    ChangeItem(Oid oid, Supplier<MibNames> names) {
        this.names = names;
        this.oid = new ReadOnlyObjectWrapper<>(oid);
        field = new ReadOnlyObjectWrapper<>(newField(oid));
    }

    private ValueField newField(Oid of) {
        ValueField fresh = new ValueField(names.get().object(of).map(ObjectType::syntax), names);
        fresh.textProperty().addListener((_, _, _) -> typed());
        fresh.formProperty().addListener((_, _, _) -> typed());
        return fresh;
    }

    private void typed() {
        if (!showing) {
            touched = true;
            outcome.set(Optional.empty());
        }
    }

    /** The instance, or the object while no instance is chosen. */
    public ReadOnlyObjectProperty<Oid> oidProperty() {
        return oid.getReadOnlyProperty();
    }

    /** The editor of the new value; another one after the object has changed. */
    public ReadOnlyObjectProperty<ValueField> fieldProperty() {
        return field.getReadOnlyProperty();
    }

    public ValueField field() {
        return field.get();
    }

    public ReadOnlyObjectProperty<OldValue> oldProperty() {
        return old;
    }

    /** What came of the last sending. */
    public ReadOnlyObjectProperty<Optional<Outcome>> outcomeProperty() {
        return outcome;
    }

    /** What is wrong with the name typed; "" if nothing. */
    public String problem() {
        return problem;
    }

    /** Whether the user has typed a value that was not sent yet. */
    public boolean isTouched() {
        return touched;
    }

    /** The object, if a module knows it. */
    public Optional<ObjectType> object() {
        return names.get().object(oid.get());
    }

    /** Whether an instance is named, as far as anybody can tell. */
    public boolean isInstance() {
        return object().filter(known -> known.oid().equals(oid.get())).isEmpty();
    }

    /** {@code ifAdminStatus.3}. */
    public String name() {
        return names.get().shortName(oid.get());
    }

    /** Takes another name; the old and the new value start anew if it names something else. */
    public boolean rename(String text) {
        try {
            Oid typed = names.get().resolve(text.strip());
            boolean scalar =
                    names.get()
                            .object(typed)
                            .filter(o -> o.kind() == ObjectKind.SCALAR && o.oid().equals(typed))
                            .isPresent();
            problem = "";
            move(scalar ? typed.append(0) : typed);
            return true;
        } catch (UnknownNameException unknown) {
            problem = String.valueOf(unknown.getMessage());
            return false;
        }
    }

    private void move(Oid target) {
        if (target.equals(oid.get())) {
            return;
        }
        Optional<ObjectType> before = object();
        oid.set(target);
        if (!object().equals(before)) {
            field.set(newField(target));
            touched = false;
        }
        old.set(new OldValue.Unread());
        outcome.set(Optional.empty());
    }

    void forgetOld() {
        old.set(new OldValue.Unread());
    }

    void reading() {
        old.set(new OldValue.Reading());
    }

    void answered(OneAnswer answer) {
        Optional<SmiValue> value = answer.value(oid.get());
        if (value.isPresent()) {
            old.set(new OldValue.Read(value.get()));
            if (!touched && !(value.get() instanceof SmiValue.Marker)) {
                show(value.get());
            }
        } else {
            answer.failure()
                    .ifPresentOrElse(
                            why -> old.set(new OldValue.Unknown(why)),
                            () -> old.set(new OldValue.Unread()));
        }
    }

    /** Puts a value into the editor as if the user had not touched it. */
    void show(SmiValue value) {
        showing = true;
        field.get().show(value);
        showing = false;
    }

    void told(Outcome now) {
        outcome.set(Optional.of(now));
        if (now instanceof Outcome.Written(Optional<SmiValue> back)) {
            touched = false;
            back.ifPresent(value -> old.set(new OldValue.Read(value)));
            back.filter(value -> !(value instanceof SmiValue.Marker)).ifPresent(this::show);
        }
        if (now instanceof Outcome.Uncertain(_, Optional<SmiValue> back)) {
            back.ifPresent(value -> old.set(new OldValue.Read(value)));
        }
    }
}
