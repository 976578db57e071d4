package dev.bulkhead.app.change;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.mibs.model.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The form of a new row: its index, its columns, its state. */
public final class RowView extends BorderPane {
    private static final double NAME = 30;
    private static final double EDITOR = 44;
    private static final double OUTCOME = 26;

    private final RowDraft draft;
    private final Consumer<ChangeReport> done;
    private final GridPane grid = new GridPane();
    private final List<ValueEditor> editors = new ArrayList<>();
    private final ChangeText text;

    /**
     * A form.
     *
     * @param done hears when the row was sent
     */
    public RowView(RowDraft draft, ChangesViewModel changes, Consumer<ChangeReport> done) {
        this.draft = draft;
        this.done = done;
        text = new ChangeText(changes.names());
        setId("row-pane");
        getStylesheets().add(ChangeStyles.sheet());
        String table = text.name(draft.rows().row().oid().parent());
        PaneBar bar = new PaneBar("row");
        bar.title().setText(Words.text("row.title", table));
        bar.summary().setText(Inert.text(draft.place().device()));
        Label where = Parts.chip("row-instance", Tone.NEUTRAL);
        bar.addChips(where);
        Button create = Parts.button("row-create", MaterialDesignS.SEND, this::send);
        create.getStyleClass().add(Styles.ACCENT);
        CheckBox active = new CheckBox(Words.text("row.active"));
        active.setId("row-active");
        active.selectedProperty().bindBidirectional(draft.activeProperty());
        bar.addTools(active, create);
        Label message = Parts.label("row-message", "set-message", "danger-text");
        message.setWrapText(true);
        message.setGraphic(Parts.icon(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "danger-text"));
        draft.messageProperty().subscribe(now -> Parts.show(message, now));
        setTop(new VBox(bar, message));
        setUpGrid();
        fill(where);
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setId("row-scroll");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("set-scroll");
        scroll.setAccessibleText(Words.text("row.title", table));
        setCenter(scroll);
    }

    private void setUpGrid() {
        grid.setId("row-grid");
        grid.getStyleClass().add("set-grid");
        for (double percent : new double[] {NAME, EDITOR, OUTCOME}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
        }
    }

    private void fill(Label where) {
        int row = 0;
        grid.add(Parts.words("row.index", "set-head"), 0, row++, 3, 1);
        for (RowCell part : draft.index()) {
            Label name = Parts.label("", "row-name");
            name.setText(part.name());
            name.setGraphic(Parts.icon(MaterialDesignK.KEY_VARIANT, "kind-index"));
            grid.addRow(row++, name, editor(part, name));
            part.field().typedProperty().subscribe(_ -> showInstance(where));
        }
        grid.add(Parts.words("row.columns", "set-head"), 0, row++, 3, 1);
        for (RowCell column : draft.columns()) {
            grid.addRow(row++, include(column), editor(column, null), outcome(column));
        }
        grid.getChildren().forEach(cell -> GridPane.setValignment(cell, VPos.TOP));
    }

    private void showInstance(Label where) {
        Parts.show(
                where,
                draft.instance()
                        .map(at -> text.name(draft.rows().status().oid().append(at)))
                        .orElse(""));
    }

    private Node include(RowCell column) {
        CheckBox box = new CheckBox(column.name());
        box.setId("row-include-" + column.name());
        box.selectedProperty().bindBidirectional(column.includedProperty());
        Label rule = Parts.label("row-rule-" + column.name(), "muted", "row-rule");
        rule.setText(
                column.isRequired()
                        ? Words.text("row.required")
                        : Words.text(
                                "row.default",
                                column.object().flatMap(ObjectType::defaultValue).orElse("")));
        return new VBox(box, rule);
    }

    private Node editor(RowCell cell, @Nullable Label label) {
        ValueEditor editor =
                new ValueEditor(cell.field(), "row-" + cell.name(), cell.name(), this::send);
        editors.add(editor);
        if (label != null) {
            label.setLabelFor(editor);
        }
        return editor;
    }

    private static Node outcome(RowCell column) {
        Label mark = Parts.label("row-outcome-" + column.name(), "outcome-mark");
        Label why = Parts.label("row-why-" + column.name(), "outcome-why", "muted");
        why.setWrapText(true);
        column.outcomeProperty()
                .subscribe(now -> {
                    OutcomeMark.show(mark, now);
                    Parts.show(
                            why,
                            now.filter(outcome -> !outcome.isWritten())
                                    .map(OutcomeWords::advice)
                                    .orElse(""));
                });
        VBox cell = new VBox(mark, why);
        cell.getStyleClass().add("set-outcome");
        return cell;
    }

    private void send() {
        draft.send(done);
    }

    /** Puts the focus into the first part of the index. */
    public void focusFirst() {
        if (!editors.isEmpty()) {
            editors.getFirst().focusValue();
        }
    }
}
