package dev.bulkhead.app.change;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The cells of one variable on the Set desk: name, old value, new value, outcome, tools. */
final class ItemRow {
    private final SetViewModel model;
    private final ChangeItem item;
    private final String id;
    private final ChangeText text;
    private final ComboBox<String> name = new ComboBox<>();
    private final VBox nameCell = new VBox();
    private final Label old;
    private final StackPane editor = new StackPane();
    private final VBox outcomeCell = new VBox();
    private final HBox tools;

    ItemRow(SetViewModel model, ChangeItem item, int place, ChangeText text) {
        this.model = model;
        this.item = item;
        this.text = text;
        id = "set-" + place;
        old = Parts.label(id + "-old", "confirm-old");
        setUpName();
        setUpOutcome();
        tools =
                new HBox(
                        tool("set-up", MaterialDesignA.ARROW_UP, () -> model.move(item, -1)),
                        tool("set-down", MaterialDesignA.ARROW_DOWN, () -> model.move(item, 1)),
                        tool("set-remove", MaterialDesignC.CLOSE, () -> model.remove(item)));
        tools.getStyleClass().add("set-tools");
        item.fieldProperty().subscribe(this::showEditor);
        item.oldProperty().subscribe(now -> old.setText(text.old(item.oidProperty().get(), now)));
    }

    private Node tool(String key, Ikon icon, Runnable action) {
        Node button = Parts.iconButton(key, icon, action);
        button.setId(id + key.substring("set".length()));
        return button;
    }

    private void setUpName() {
        name.setId(id + "-name");
        name.setEditable(true);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setAccessibleText(Words.text("set.name.accessible"));
        name.getEditor().setId(id + "-name-text");
        name.getEditor().setAccessibleText(Words.text("set.name.accessible"));
        name.getEditor().getStyleClass().add("mono");
        item.oidProperty()
                .subscribe(_ -> name.getEditor().setText(text.name(item.oidProperty().get())));
        name.getEditor().setOnAction(_ -> rename());
        name.getEditor().focusedProperty().subscribe(focused -> renameUnless(focused));
        name.valueProperty()
                .subscribe(chosen -> {
                    if (chosen != null) {
                        name.getEditor().setText(chosen);
                        rename();
                    }
                });
        name.setOnShowing(_ -> offerInstances());
        Label access = Parts.chip(id + "-access", Tone.WARNING);
        item.oidProperty().subscribe(_ -> Parts.show(access, accessWords()));
        nameCell.getStyleClass().add("set-name");
        nameCell.getChildren().addAll(name, access);
    }

    private String accessWords() {
        return item.object()
                .filter(object -> !object.maxAccess().isWritable())
                .map(object -> Words.text("set.access", object.maxAccess().rfcName()))
                .orElse("");
    }

    private void renameUnless(boolean focused) {
        if (!focused) {
            rename();
        }
    }

    private void rename() {
        String typed = name.getEditor().getText();
        if (typed != null
                && !typed.isBlank()
                && !typed.equals(text.name(item.oidProperty().get()))) {
            model.rename(item, typed);
        }
    }

    private void offerInstances() {
        if (name.getItems().isEmpty()) {
            model.instances(
                    item,
                    found -> {
                        List<String> names =
                                found.stream().map(varBind -> text.name(varBind.name())).toList();
                        name.getItems().setAll(names);
                    });
        }
    }

    private void showEditor(ValueField field) {
        editor.getChildren()
                .setAll(
                        new ValueEditor(
                                field,
                                id + "-value",
                                Words.text("set.value.accessible", item.name()),
                                model::send));
    }

    private void setUpOutcome() {
        Label mark = Parts.label(id + "-outcome", "outcome-mark");
        Label why = Parts.label(id + "-why", "outcome-why", "muted");
        why.setWrapText(true);
        item.outcomeProperty()
                .subscribe(now -> {
                    OutcomeMark.show(mark, now);
                    Parts.show(
                            why,
                            now.filter(outcome -> !outcome.isWritten())
                                    .map(OutcomeWords::advice)
                                    .orElse(""));
                });
        outcomeCell.getStyleClass().add("set-outcome");
        outcomeCell.getChildren().addAll(mark, why);
    }

    /** The cells from left to right. */
    List<Node> cells() {
        nameCell.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        editor.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        return List.of(nameCell, old, editor, outcomeCell, tools);
    }

    private void key(KeyEvent event) {
        boolean up = event.getCode() == KeyCode.UP;
        boolean down = event.getCode() == KeyCode.DOWN;
        if (event.isAltDown() && event.isShiftDown() && (up || down)) {
            model.move(item, up ? -1 : 1);
            event.consume();
        }
    }

    /** Puts the focus where the new value is typed, or where the instance is still missing. */
    void focus() {
        if (item.isInstance() && editor.getChildren().getFirst() instanceof ValueEditor values) {
            values.focusValue();
        } else {
            name.requestFocus();
            name.getEditor().end();
        }
    }
}
