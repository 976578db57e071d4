package dev.bulkhead.app.polling;

import dev.bulkhead.app.fx.LiveCells;
import java.util.Optional;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Tooltip;

/** What a counter has counted; in full, and over which time, while the mouse rests on it. */
final class PollTotalFace implements LiveCells.Face<PollEntry> {
    private final Tooltip tooltip = new Tooltip();
    private Optional<PollTotal> shown = Optional.empty();

    PollTotalFace() {
        tooltip.setOnShowing(_ -> tooltip.setText(detail()));
    }

    private String detail() {
        return shown.map(PollTotal::detail).orElse("");
    }

    @Override
    public void show(PollEntry entry, IndexedCell<?> cell) {
        shown = entry instanceof PollRow row ? row.total() : Optional.empty();
        boolean isRow = entry instanceof PollRow;
        cell.setText(shown.map(PollTotal::text).orElse(isRow ? PollTotal.none() : ""));
        cell.setTooltip(shown.isPresent() ? tooltip : null);
    }

    @Override
    public void clear(IndexedCell<?> cell) {
        shown = Optional.empty();
    }
}
