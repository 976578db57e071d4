package dev.bulkhead.app.change;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One value, edited where it is shown. Window's thread. */
public final class CellEdit {
    private final ChangesViewModel changes;
    private final Place place;
    private final Oid instance;
    private final ValueField field;
    private final ReadOnlyObjectWrapper<OldValue> old =
            new ReadOnlyObjectWrapper<>(new OldValue.Unread());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private boolean touched;

    /**
     * An editor of an instance.
     *
     * @param shown what the cell shows; read anew at once
     */
    public CellEdit(ChangesViewModel changes, Place place, Oid instance, Optional<SmiValue> shown) {
        this.changes = changes;
        this.place = place;
        this.instance = instance;
        field =
                new ValueField(
                        changes.names().get().object(instance).map(ObjectType::syntax),
                        changes.names());
        shown.filter(value -> !(value instanceof SmiValue.Marker)).ifPresent(field::show);
        String first = field.textProperty().get();
        field.textProperty().subscribe(now -> touched |= !now.equals(first));
        read();
    }

    private void read() {
        old.set(new OldValue.Reading());
        changes.lookup().values(place, List.of(instance), this::answered);
    }

    private void answered(OneAnswer answer) {
        Optional<SmiValue> value = answer.value(instance);
        if (value.isPresent()) {
            old.set(new OldValue.Read(value.get()));
            if (!touched && !(value.get() instanceof SmiValue.Marker)) {
                field.show(value.get());
                touched = false;
            }
        } else {
            answer.failure().ifPresent(why -> old.set(new OldValue.Unknown(why)));
        }
    }

    public Oid instance() {
        return instance;
    }

    public Place place() {
        return place;
    }

    public ValueField field() {
        return field;
    }

    /** What the agent says it is now. */
    public ReadOnlyObjectProperty<OldValue> oldProperty() {
        return old.getReadOnlyProperty();
    }

    /** Why it was not written; "" before. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /**
     * Proposes the value typed.
     *
     * @param done gets the report
     * @return false if what is typed is no value, or another change is under way
     */
    public boolean accept(Consumer<ChangeReport> done) {
        Optional<SmiValue> value = field.value();
        if (value.isEmpty()) {
            problem.set(
                    field.typedProperty().get() instanceof Typed.Nothing
                            ? Words.text("change.wrong.nothing")
                            : "");
            return false;
        }
        ChangePlan plan = ChangePlan.set(place, List.of(new Assignment(instance, value.get())));
        boolean proposed =
                changes.propose(
                        plan,
                        report -> {
                            problem.set(
                                    report.outcome(instance)
                                            .filter(outcome -> !outcome.isWritten())
                                            .map(OutcomeWords::sentence)
                                            .orElse(""));
                            done.accept(report);
                        });
        if (!proposed) {
            problem.set(Words.text("change.busy"));
        }
        return proposed;
    }
}
