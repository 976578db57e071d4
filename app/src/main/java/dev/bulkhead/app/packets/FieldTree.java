package dev.bulkhead.app.packets;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.engine.trace.PacketField.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;

/** A packet's fields as a tree; what is deep in it is closed at first. */
final class FieldTree extends TreeView<PacketDetail.Line> {
    private static final Set<Kind> CLOSED = Set.of(Kind.VAR_BIND, Kind.HEADER);

    FieldTree() {
        setId("packets-fields");
        getStyleClass().add("packet-fields");
        setAccessibleText(Words.text("packets.fields.accessible"));
        setShowRoot(false);
        setCellFactory(_ -> new Cell());
    }

    void show(Optional<PacketDetail> detail) {
        TreeItem<PacketDetail.Line> root = new TreeItem<>();
        List<TreeItem<PacketDetail.Line>> path = new ArrayList<>(List.of(root));
        for (PacketDetail.Line line : detail.map(PacketDetail::lines).orElse(List.of())) {
            int depth = Math.min(line.field().depth(), path.size() - 1);
            path.subList(depth + 1, path.size()).clear();
            TreeItem<PacketDetail.Line> item = new TreeItem<>(line);
            item.setExpanded(!CLOSED.contains(line.field().kind()));
            path.getLast().getChildren().add(item);
            path.add(item);
        }
        setRoot(root);
    }

    /** The chosen field, if one is. */
    Optional<PacketDetail.Line> chosen() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
    }

    private static final class Cell extends TreeCell<PacketDetail.Line> {
        private final Label label = Parts.label("packets-field", "packet-label");
        private final Label value = Parts.label("packets-value", "packet-value");
        private final HBox row = new HBox(label, value);

        Cell() {
            row.getStyleClass().add("tree-row");
            label.setMinWidth(USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(PacketDetail.Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            label.setText(line.label());
            value.setText(line.value());
            boolean isBroken = line.field().kind() == Kind.UNREADABLE;
            value.getStyleClass().remove("danger-text");
            if (isBroken) {
                value.getStyleClass().add("danger-text");
            }
            setAccessibleText(Words.text("packets.field.accessible", line.label(), line.value()));
            setGraphic(row);
        }
    }
}
