package dev.bulkhead.app.palette;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.NodeIcons;
import dev.bulkhead.app.theme.Parts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Icon, name, why it cannot be done now, and at the right its key or module. */
final class PaletteCell extends ListCell<PaletteEntry> {
    private final HBox icon = new HBox();
    private final Label title = new Label();
    private final Label note = Parts.label("palette-note", "key-cap");
    private final Label not = Parts.label("palette-not-now", "key");
    private final HBox row = new HBox(icon, title, Parts.spacer(), not, note);

    PaletteCell() {
        row.getStyleClass().add("palette-entry");
        icon.getStyleClass().add("palette-icon");
        note.setMinWidth(Region.USE_PREF_SIZE);
        not.setMinWidth(Region.USE_PREF_SIZE);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(PaletteEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        icon.getChildren().setAll(icon(entry));
        title.setText(entry.title());
        note.setText(entry.note());
        boolean isObject = entry instanceof PaletteEntry.OfObject;
        note.getStyleClass().remove("mono");
        if (!isObject) {
            note.getStyleClass().add("mono");
        }
        String notNow = entry.isPossible() ? "" : Words.text("palette.not-now");
        Parts.show(not, notNow);
        title.getStyleClass().remove("muted");
        if (!entry.isPossible()) {
            title.getStyleClass().add("muted");
        }
        setAccessibleText(Words.text("palette.entry", entry.title(), entry.note(), notNow).strip());
        setGraphic(row);
    }

    private static Node icon(PaletteEntry entry) {
        return switch (entry) {
            case PaletteEntry.OfCommand(var command) ->
                    command.icon().<Node>map(Parts::icon).orElseGet(Region::new);
            case PaletteEntry.OfObject(var node) -> NodeIcons.of(node.kind());
        };
    }
}
