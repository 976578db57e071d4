package dev.bulkhead.app.polling;

import dev.bulkhead.app.theme.Parts;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

/** A proposal: name, module, type and unit. */
final class FormulaHitCell extends ListCell<FormulaHit> {
    private final Label name = Parts.label("formula-hit-name", "mono");
    private final Label module = Parts.label("formula-hit-module", "muted");
    private final Label type = Parts.label("formula-hit-type", "muted");
    private final HBox row = new HBox(name, module, Parts.spacer(), type);

    FormulaHitCell() {
        row.getStyleClass().add("formula-hit");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(FormulaHit hit, boolean empty) {
        super.updateItem(hit, empty);
        if (empty || hit == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        name.setText(hit.name());
        module.setText(hit.module());
        type.setText(hit.unit().isEmpty() ? hit.type() : hit.type() + " · " + hit.unit());
        setAccessibleText(String.join(", ", hit.name(), hit.module(), hit.type(), hit.unit()));
        setGraphic(row);
    }
}
