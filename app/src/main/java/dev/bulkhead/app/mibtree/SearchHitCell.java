package dev.bulkhead.app.mibtree;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.mibs.index.MibIndex.SearchHit;
import dev.bulkhead.mibs.index.NodeKind;
import dev.bulkhead.mibs.model.Definition;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One hit: icon, name, at the right its module; below it what of its description matched. */
final class SearchHitCell extends ListCell<SearchHit> {
    private final FontIcon icon = NodeIcons.of(NodeKind.NODE);
    private final Label name = new Label();
    private final Label module = new Label();
    private final Label excerpt = new Label();
    private final HBox first = new HBox(icon, name, Parts.spacer(), module);
    private final VBox row = new VBox(first, excerpt);
    private final SearchViewModel search;

    SearchHitCell(SearchViewModel search) {
        this.search = search;
        name.setMinWidth(Region.USE_PREF_SIZE);
        module.setMinWidth(0);
        excerpt.getStyleClass().addAll("sub-identifier", "excerpt");
        excerpt.setMinWidth(0);
        // A long excerpt is cut instead of making the list scroll sideways.
        setPrefWidth(0);
        first.getStyleClass().add("tree-row");
        row.getStyleClass().add("search-hit");
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
        name.setText(Shown.line(hit.node().name()));
        String quote = search.excerptsProperty().get().getOrDefault(hit, "");
        Parts.show(excerpt, quote);
        String where = hit.node().definition().map(Definition::module).orElse("");
        String match = Words.text("search.match." + hit.match().name());
        module.setText(match.isEmpty() ? where : Words.text("search.where", where, match));
        String spoken = Words.text("search.hit", name.getText(), where);
        setAccessibleText(quote.isEmpty() ? spoken : Words.text("search.hit.text", spoken, quote));
        setGraphic(row);
    }
}
