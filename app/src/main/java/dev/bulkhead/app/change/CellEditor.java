package dev.bulkhead.app.change;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.mibs.model.ObjectType;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The editor that opens over a cell: the value, what it is now, and what was wrong. */
public final class CellEditor extends VBox {
    private final ValueEditor editor;

    /**
     * An editor over a cell.
     *
     * @param accept proposes the value
     */
    public CellEditor(CellEdit edit, ChangesViewModel changes, Runnable accept) {
        ChangeText text = new ChangeText(changes.names());
        String name = text.name(edit.instance());
        setId("cell-editor");
        getStyleClass().add("cell-editor");
        getStylesheets().add(ChangeStyles.sheet());
        Label title = Parts.label("cell-editor-title", "title");
        title.setText(name);
        Label units = Parts.label("cell-editor-units", "muted");
        Parts.show(
                units,
                changes.names()
                        .get()
                        .object(edit.instance())
                        .flatMap(ObjectType::units)
                        .orElse(""));
        HBox head = new HBox(Parts.icon(MaterialDesignP.PENCIL, "muted"), title, units);
        head.getStyleClass().add("cell-editor-head");
        editor = new ValueEditor(edit.field(), "cell-value", name, accept);
        Label old = Parts.label("cell-editor-old", "muted");
        edit.oldProperty()
                .subscribe(now ->
                        Parts.show(old, Words.text("change.now", text.old(edit.instance(), now))));
        Label problem = Parts.label("cell-editor-problem", "danger-text");
        problem.setGraphic(Parts.icon(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "danger-text"));
        problem.setWrapText(true);
        edit.problemProperty().subscribe(now -> Parts.show(problem, now));
        Button set = Parts.button("cell-set", MaterialDesignP.PENCIL, accept);
        set.getStyleClass().add(Styles.ACCENT);
        HBox foot = new HBox(Parts.words("change.cell.hint", "muted"), Parts.spacer(), set);
        foot.getStyleClass().add("cell-editor-foot");
        getChildren().addAll(head, editor, old, problem, foot);
    }

    /** Puts the focus into the value, all of it selected. */
    public void focusValue() {
        editor.focusValue();
    }
}
