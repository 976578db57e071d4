package dev.bulkhead.app.mibtree;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.mibs.index.MibIndex.SearchHit;
import dev.bulkhead.mibs.index.NodeKind;
import dev.bulkhead.mibs.model.Definition;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One hit: icon, name, and at the right its module. */
final class SearchHitCell extends ListCell<SearchHit> {
    private final FontIcon icon = NodeIcons.of(NodeKind.NODE);
    private final Label name = new Label();
    private final Label module = new Label();
    private final HBox row = new HBox(icon, name, Parts.spacer(), module);

    SearchHitCell() {
        row.getStyleClass().add("tree-row");
        module.getStyleClass().add("sub-identifier");
    }

    @Override
    protected void updateItem(SearchHit hit, boolean empty) {
        super.updateItem(hit, empty);
        if (empty || hit == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        NodeIcons.set(icon, hit.node().kind());
        name.setText(hit.node().name());
        String where = hit.node().definition().map(Definition::module).orElse("");
        String match = Words.text("search.match." + hit.match().name());
        module.setText(match.isEmpty() ? where : Words.text("search.where", where, match));
        setAccessibleText(Words.text("search.hit", hit.node().name(), where));
        setGraphic(row);
    }
}
