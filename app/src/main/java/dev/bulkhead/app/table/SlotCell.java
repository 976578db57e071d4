package dev.bulkhead.app.table;

import dev.bulkhead.app.query.Inert;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;

/**
 * A cell of a grid: text, number at the right, or dot and word for a state.
 *
 * @param <S> what a line of the view stands for
 */
final class SlotCell<S> extends TableCell<S, Slot> {
    private final TableViewModel model;
    private final Region dot = new Region();

    SlotCell(TableViewModel model) {
        this.model = model;
        dot.getStyleClass().add("dot");
    }

    @Override
    protected void updateItem(Slot slot, boolean empty) {
        super.updateItem(slot, empty);
        if (empty || slot == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        String words = Inert.text(model.text(slot.row(), slot.column()));
        setText(words);
        Tone tone = slot.column().isState() ? StateWords.tone(words) : Tone.NEUTRAL;
        Parts.tone(dot, tone);
        setGraphic(slot.column().isState() && !words.isEmpty() ? dot : null);
        style("number-cell", slot.column().isNumber());
        style("index-cell", slot.column().indexPart().isPresent());
    }

    private void style(String styleClass, boolean on) {
        getStyleClass().remove(styleClass);
        if (on) {
            getStyleClass().add(styleClass);
        }
    }
}
