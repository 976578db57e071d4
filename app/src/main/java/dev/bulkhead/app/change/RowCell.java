package dev.bulkhead.app.change;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** One part of a new row: an index part or a column. Window's thread. */
public final class RowCell {
    private final String name;
    private final Optional<ObjectType> object;
    private final ValueField field;
    private final boolean required;
    private final BooleanProperty included;
    private final ObjectProperty<Optional<Outcome>> outcome =
            new SimpleObjectProperty<>(Optional.empty());

    private RowCell(String name, Optional<ObjectType> object, ValueField field, boolean required) {
        this.name = name;
        this.object = object;
        this.field = field;
        this.required = required;
        included = new SimpleBooleanProperty(required);
    }

    static RowCell ofIndex(String name, Syntax syntax, Supplier<MibNames> names) {
        return new RowCell(
                name, Optional.empty(), new ValueField(Optional.of(syntax), names), true);
    }

    /** A column; one with a DEFVAL shows that, and is left out until the user wants otherwise. */
    static RowCell ofColumn(ObjectType column, Supplier<MibNames> names) {
        ValueField field = new ValueField(Optional.of(column.syntax()), names);
        column.defaultValue().map(RowCell::unquoted).ifPresent(field.textProperty()::set);
        boolean fits = field.value().isPresent();
        if (!fits) {
            field.textProperty().set("");
        }
        RowCell cell =
                new RowCell(
                        column.name(), Optional.of(column), field, column.defaultValue().isEmpty());
        field.textProperty().addListener((_, _, _) -> cell.included.set(true));
        field.textProperty().addListener((_, _, _) -> cell.outcome.set(Optional.empty()));
        return cell;
    }

    private static String unquoted(String defaultValue) {
        String text = defaultValue.strip();
        if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
            return text.substring(1, text.length() - 1);
        }
        return text.matches("'[0-9A-Fa-f]*'[Hh]")
                ? "0x" + text.substring(1, text.length() - 2)
                : text.replaceAll("[{}]", "").strip();
    }

    public String name() {
        return name;
    }

    /** The column; empty for an index part. */
    public Optional<ObjectType> object() {
        return object;
    }

    public ValueField field() {
        return field;
    }

    /** Whether no module gives a value that stands where none is sent. */
    public boolean isRequired() {
        return required;
    }

    /** Whether it is sent. */
    public BooleanProperty includedProperty() {
        return included;
    }

    /** What came of it. */
    public ObjectProperty<Optional<Outcome>> outcomeProperty() {
        return outcome;
    }

    void show(SmiValue value) {
        if (!(value instanceof SmiValue.Marker)) {
            field.show(value);
            included.set(true);
        }
    }
}
