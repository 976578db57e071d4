package dev.bulkhead.app.change;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A value being edited: its form, its text, and what that means. Window's thread. */
public final class ValueField {
    private final Optional<Syntax> syntax;
    private final List<ValueForm> forms;
    private final ValueReader reader;
    private final ValueWriter writer;
    private final ObjectProperty<ValueForm> form;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Typed> typed =
            new ReadOnlyObjectWrapper<>(new Typed.Nothing());

    /** An empty field for values of a syntax; without one the type is chosen by hand. */
    public ValueField(Optional<Syntax> syntax, Supplier<MibNames> names) {
        this.syntax = syntax;
        forms = ValueForm.of(syntax);
        reader = new ValueReader(syntax, names);
        writer = new ValueWriter(syntax, names, reader);
        form = new SimpleObjectProperty<>(forms.getFirst());
        form.addListener((_, before, now) -> convert(before, now));
        text.subscribe(_ -> reread());
    }

    private void convert(ValueForm before, ValueForm now) {
        reader.read(before, text.get())
                .found()
                .map(value -> writer.write(now, value))
                .ifPresent(text::set);
        reread();
    }

    private void reread() {
        typed.set(reader.read(form.get(), text.get()));
    }

    public Optional<Syntax> syntax() {
        return syntax;
    }

    /** The forms to choose from, the most fitting first. */
    public List<ValueForm> forms() {
        return forms;
    }

    /** How many of the forms are of the object's own syntax. */
    int fittingForms() {
        return (int) forms.stream().filter(each -> each.raw().isEmpty()).count();
    }

    public ObjectProperty<ValueForm> formProperty() {
        return form;
    }

    public StringProperty textProperty() {
        return text;
    }

    /** What the text means now. */
    public ReadOnlyObjectProperty<Typed> typedProperty() {
        return typed.getReadOnlyProperty();
    }

    /** The value typed, if it is one. */
    public Optional<SmiValue> value() {
        return typed.get().found();
    }

    /** Shows a value, in the form in which it loses nothing. */
    public void show(SmiValue value) {
        ValueForm best = writer.best(forms, value);
        if (best != form.get()) {
            text.set("");
            form.set(best);
        }
        text.set(writer.write(best, value));
    }
}
