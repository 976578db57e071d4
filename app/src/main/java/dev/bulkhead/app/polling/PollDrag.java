package dev.bulkhead.app.polling;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

/** Polls carried by mouse to another place in their table, or into another group. */
final class PollDrag {
    private static final DataFormat POLLS = new DataFormat("application/x-bulkhead-polls");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("drop");

    private final PollTable table;
    private final PollingViewModel model;
    private List<PollRow> carried = List.of();

    PollDrag(PollTable table, PollingViewModel model) {
        this.table = table;
        this.model = model;
    }

    void install(TableRow<PollEntry> row) {
        row.addEventHandler(
                MouseEvent.DRAG_DETECTED,
                event -> {
                    if (row.getItem() instanceof PollRow) {
                        carry(row);
                        event.consume();
                    }
                });
        row.addEventHandler(
                DragEvent.DRAG_OVER,
                event -> {
                    if (event.getDragboard().hasContent(POLLS) && row.getItem() != null) {
                        event.acceptTransferModes(TransferMode.MOVE);
                        row.pseudoClassStateChanged(OVER, true);
                        event.consume();
                    }
                });
        row.addEventHandler(DragEvent.DRAG_EXITED, _ -> row.pseudoClassStateChanged(OVER, false));
        row.addEventHandler(
                DragEvent.DRAG_DROPPED,
                event -> {
                    PollEntry onto = row.getItem();
                    if (event.getDragboard().hasContent(POLLS) && onto != null) {
                        drop(onto);
                        event.setDropCompleted(true);
                        event.consume();
                    }
                });
    }

    private void carry(TableRow<PollEntry> from) {
        carried = table.selected();
        Dragboard board = from.startDragAndDrop(TransferMode.MOVE);
        ClipboardContent content = new ClipboardContent();
        content.put(POLLS, Integer.toString(carried.size()));
        board.setContent(content);
    }

    private void drop(PollEntry onto) {
        List<PollRow> moving = carried;
        switch (onto) {
            case PollRow row -> {
                if (!moving.contains(row)) {
                    model.put(moving, row);
                }
            }
            case PollGroup group ->
                    model.change(moving, settings -> settings.inGroup(group.name()));
        }
        table.repaint();
        table.select(moving);
    }
}
