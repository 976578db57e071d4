package dev.bulkhead.app.packets;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;

/** Octets in hexadecimal and as ASCII, side by side; those of the chosen field are marked. */
final class HexView extends ListView<Integer> {
    private static final int ROWS_BEFORE = 2;

    private HexDump dump = new HexDump(new byte[0], 0, 0);

    HexView() {
        setId("packets-octets");
        getStyleClass().add("hex-view");
        setAccessibleText(Words.text("packets.octets.accessible"));
        setCellFactory(_ -> new Cell());
    }

    void show(HexDump shown) {
        dump = shown;
        if (getItems().size() != shown.rows()) {
            getItems().setAll(IntStream.range(0, shown.rows()).boxed().toList());
        }
        scrollTo(Math.max(0, shown.firstMarked() - ROWS_BEFORE));
        refresh();
    }

    private final class Cell extends ListCell<Integer> {
        private final Label offset = Parts.label("hex-offset", "hex-offset");
        private final Strip hex = new Strip("hex");
        private final Strip ascii = new Strip("ascii");
        private final HBox row = new HBox(offset, hex, ascii);

        Cell() {
            row.getStyleClass().add("hex-row");
        }

        @Override
        protected void updateItem(Integer index, boolean empty) {
            super.updateItem(index, empty);
            if (empty || index == null || index >= dump.rows()) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            HexDump.Row parts = dump.row(index);
            offset.setText(parts.offset());
            hex.show(parts.hex());
            ascii.show(parts.ascii());
            setAccessibleText(hex.words());
            setGraphic(row);
        }
    }

    /** One of the two texts of a row. */
    private static final class Strip extends HBox {
        private final Label before;
        private final Label marked;
        private final Label after;

        Strip(String id) {
            before = Parts.label(id + "-before", "hex-text");
            marked = Parts.label(id + "-marked", "hex-text", "hex-marked");
            after = Parts.label(id + "-after", "hex-text");
            for (Label each : new Label[] {before, marked, after}) {
                each.setMinWidth(USE_PREF_SIZE);
            }
            getStyleClass().add("hex-strip");
            getChildren().addAll(before, marked, after);
        }

        void show(HexDump.Parts parts) {
            before.setText(parts.before());
            marked.setText(parts.marked());
            after.setText(parts.after());
            marked.setVisible(!parts.marked().isEmpty());
            marked.setManaged(!parts.marked().isEmpty());
        }

        String words() {
            return before.getText() + marked.getText() + after.getText();
        }
    }
}
