package dev.bulkhead.app.object;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.CurrentObject;
import dev.bulkhead.app.mibtree.MibLibrary;
import dev.bulkhead.app.mibtree.NodeIcons;
import dev.bulkhead.app.object.ObjectSheet.Chip;
import dev.bulkhead.app.object.ObjectSheet.Fact;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.index.NodeKind;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The details below the tree. */
public final class ObjectView extends ScrollPane {
    private final MibLibrary library;
    private final FontIcon icon = NodeIcons.of(NodeKind.NODE);
    private final Label name = Parts.label("object-name", "object-name");
    private final FlowPane chips = new FlowPane();
    private final GridPane facts = new GridPane();
    private final Separator line = new Separator();
    private final Label description = Parts.label("object-description", "description");
    private final VBox sheet = new VBox();

    /**
     * A view of the current object.
     *
     * @param tools the buttons beside its name, such as one that copies its OID
     */
    public ObjectView(MibLibrary library, CurrentObject current, Button... tools) {
        this.library = library;
        setId("object-details");
        getStyleClass().add("object-pane");
        setAccessibleText(Words.text("object.accessible"));
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        icon.getStyleClass().add("object-icon");
        chips.getStyleClass().add("chips");
        facts.getStyleClass().add("facts");
        facts.setId("object-facts");
        description.setWrapText(true);
        ColumnConstraints keys = new ColumnConstraints();
        keys.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(keys, values);
        HBox head = new HBox(icon, name, Parts.spacer());
        head.getChildren().addAll(tools);
        head.getStyleClass().add("object-head");
        sheet.getStyleClass().add("object-sheet");
        sheet.getChildren().addAll(head, chips, facts, line, description);
        setContent(sheet);
        current.nodeProperty().subscribe(this::show);
    }

    private void show(Optional<MibNode> node) {
        sheet.setVisible(node.isPresent());
        node.ifPresent(this::show);
    }

    private void show(MibNode node) {
        ObjectSheet now = ObjectSheet.of(node, library.names().index());
        NodeIcons.set(icon, node.kind());
        name.setText(now.name());
        chips.getChildren().setAll(now.chips().stream().map(ObjectView::chip).toList());
        chips.setManaged(!now.chips().isEmpty());
        showFacts(now.facts());
        description.setText(now.description());
        line.setVisible(!now.description().isEmpty());
        setVvalue(0);
    }

    private static Label chip(Chip chip) {
        Label label = Parts.chip("object-chip", chip.tone());
        label.setText(chip.text());
        return label;
    }

    private void showFacts(List<Fact> all) {
        facts.getChildren().clear();
        for (Fact fact : all) {
            Label key = Parts.words("object." + fact.key(), "key");
            Label value = Parts.label("object-" + fact.key(), fact.code() ? "mono" : "value");
            value.setText(fact.value());
            value.setWrapText(true);
            facts.addRow(facts.getRowCount(), key, value);
        }
    }
}
