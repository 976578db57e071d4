package dev.bulkhead.app.mibtree;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.index.NodeKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Icon, name, muted sub-identifier, and a pencil where the object can be written. */
final class MibTreeCell extends TreeCell<MibNode> {
    private final FontIcon icon = NodeIcons.of(NodeKind.NODE);
    private final Label name = new Label();
    private final Label subIdentifier = Parts.label("", "sub-identifier");
    private final FontIcon pencil = Parts.icon(MaterialDesignP.PENCIL, "pencil");
    private final HBox row = new HBox(icon, name, subIdentifier, pencil);

    MibTreeCell() {
        row.getStyleClass().add("tree-row");
        subIdentifier.setId(null);
    }

    @Override
    protected void updateItem(MibNode node, boolean empty) {
        super.updateItem(node, empty);
        if (empty || node == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        boolean internet = node.oid().equals(Oid.INTERNET);
        NodeIcons.set(icon, internet ? NodeKind.ROOT : node.kind());
        name.setText(internet ? Words.text("tree.internet") : Shown.line(node.name()));
        boolean placed = !internet && !(node instanceof FolderNode);
        Parts.show(subIdentifier, placed ? Long.toString(node.oid().last()) : "");
        boolean writable = isWritable(node);
        pencil.setVisible(writable);
        pencil.setManaged(writable);
        String words = writable ? "tree.node.writable" : "tree.node";
        setAccessibleText(
                node.oid().size() == 0
                        ? name.getText()
                        : Words.text(words, name.getText(), node.oid()));
        setGraphic(row);
    }

    private static boolean isWritable(MibNode node) {
        return node.definition().orElse(null) instanceof ObjectType object
                && object.maxAccess().isWritable()
                && node.isLeaf();
    }
}
