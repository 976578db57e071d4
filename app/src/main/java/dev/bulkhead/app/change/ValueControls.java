package dev.bulkhead.app.change;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.model.Syntax.NamedNumber;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;

/** The control for each form of value; all of them write the field's text. */
final class ValueControls {
    private ValueControls() {}

    static Node of(ValueField field, String id, String name) {
        return switch (field.formProperty().get()) {
            case CHOICE -> choice(field, id, name);
            case FLAGS -> flags(field, id);
            case DATE -> new DateEditor(field, id, name);
            default -> text(field, id, name);
        };
    }

    private static List<NamedNumber> named(ValueField field) {
        return field.syntax().map(Syntax::namedNumbers).orElse(List.of());
    }

    private static TextField text(ValueField field, String id, String name) {
        TextField text = new TextField();
        text.setId(id);
        text.setAccessibleText(name);
        text.setPromptText(prompt(field.formProperty().get()));
        if (field.formProperty().get().isMono()) {
            text.getStyleClass().add("mono");
        }
        text.setDisable(field.formProperty().get() == ValueForm.RAW_NULL);
        text.textProperty().bindBidirectional(field.textProperty());
        return text;
    }

    private static String prompt(ValueForm form) {
        String key = "change.prompt." + form.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Words.has(key) ? Words.text(key) : form.words();
    }

    /** Labels to choose from; a label, its beginning or a number may be typed too. */
    private static ComboBox<String> choice(ValueField field, String id, String name) {
        ComboBox<String> box = new ComboBox<>();
        box.setId(id);
        box.setEditable(true);
        box.setAccessibleText(name);
        box.getEditor().setId(id + "-text");
        box.getEditor().setAccessibleText(name);
        for (NamedNumber named : named(field)) {
            box.getItems().add(named.label() + "(" + named.number() + ")");
        }
        box.setMaxWidth(Double.MAX_VALUE);
        box.getEditor().textProperty().bindBidirectional(field.textProperty());
        box.valueProperty()
                .subscribe(chosen -> {
                    if (chosen != null) {
                        field.textProperty().set(chosen);
                    }
                });
        return box;
    }

    private static FlowPane flags(ValueField field, String id) {
        FlowPane boxes = new FlowPane();
        boxes.setId(id);
        boxes.getStyleClass().add("value-flags");
        for (NamedNumber named : named(field)) {
            CheckBox box = new CheckBox(named.label() + "(" + named.number() + ")");
            box.setId(id + "-" + named.label());
            box.setUserData(named);
            box.selectedProperty()
                    .subscribe(_ -> field.textProperty().set(flagsText(boxes, field)));
            boxes.getChildren().add(box);
        }
        field.textProperty().subscribe(_ -> tick(boxes, field));
        return boxes;
    }

    private static String flagsText(FlowPane boxes, ValueField field) {
        if (boxes.getChildren().size() < named(field).size()) {
            return field.textProperty().get();
        }
        StringJoiner text = new StringJoiner(" ");
        for (Node child : boxes.getChildren()) {
            if (child instanceof CheckBox box && box.isSelected()) {
                text.add(box.getText());
            }
        }
        return text.toString();
    }

    private static void tick(FlowPane boxes, ValueField field) {
        List<String> words = List.of(field.textProperty().get().split("[\\s,]+"));
        String wanted = String.join(" ", words);
        if (flagsText(boxes, field).equals(wanted)) {
            return;
        }
        for (Node child : List.copyOf(boxes.getChildren())) {
            if (child instanceof CheckBox box && box.getUserData() instanceof NamedNumber named) {
                box.setSelected(words.contains(box.getText()) || words.contains(named.label()));
            }
        }
    }

    /** Takes in what is typed but not yet committed. */
    static void commit(Node control) {
        if (control instanceof DateEditor date) {
            date.commit();
        }
    }

    static void focus(Node control) {
        switch (control) {
            case ComboBox<?> box -> {
                box.requestFocus();
                box.getEditor().selectAll();
            }
            case TextInputControl text -> {
                text.requestFocus();
                text.selectAll();
            }
            case DateEditor date -> date.focusDate();
            case FlowPane boxes when !boxes.getChildren().isEmpty() ->
                    boxes.getChildren().getFirst().requestFocus();
            default -> control.requestFocus();
        }
    }
}
