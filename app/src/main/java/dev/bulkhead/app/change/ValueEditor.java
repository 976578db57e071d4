package dev.bulkhead.app.change;

import dev.bulkhead.app.theme.Parts;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/**
 * Edits a value in the control that its form asks for, with the reason below if it does not fit.
 */
public final class ValueEditor extends VBox {
    private final ValueField field;
    private final String id;
    private final HBox line = new HBox();
    private final Label problem = Parts.label("", "change-problem", "danger-text");
    private final FormMenu form;
    private final Runnable accept;

    /**
     * An editor.
     *
     * @param id of the control; the choice of forms is {@code <id>-form}
     * @param name what is edited, for screen readers
     * @param accept what Enter does
     */
    public ValueEditor(ValueField field, String id, String name, Runnable accept) {
        this.field = field;
        this.id = id;
        this.accept = accept;
        setAccessibleText(name);
        getStyleClass().add("value-editor");
        line.getStyleClass().add("value-line");
        problem.setId(id + "-problem");
        problem.setGraphic(Parts.icon(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "danger-text"));
        problem.setWrapText(true);
        form = new FormMenu(field, id, name);
        getChildren().addAll(line, problem);
        field.formProperty().subscribe(_ -> build(name));
        field.typedProperty().subscribe(this::judge);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void build(String name) {
        boolean focused = isFocusWithin();
        Node control = ValueControls.of(field, id, name);
        HBox.setHgrow(control, Priority.ALWAYS);
        line.getChildren().setAll(control, form);
        if (focused) {
            focusValue();
        }
    }

    private void judge(Typed typed) {
        Parts.show(problem, typed instanceof Typed.Wrong(String why) ? why : "");
    }

    private void key(KeyEvent event) {
        boolean open =
                form.isShowing()
                        || (lookup("#" + id) instanceof ComboBox<?> box && box.isShowing());
        if (event.getCode() == KeyCode.ENTER && !open && !form.isFocused()) {
            ValueControls.commit(line.getChildren().getFirst());
            event.consume();
            accept.run();
        }
    }

    /** Puts the focus into the control, its text selected, so that typing replaces it. */
    public void focusValue() {
        ValueControls.focus(line.getChildren().getFirst());
    }
}
