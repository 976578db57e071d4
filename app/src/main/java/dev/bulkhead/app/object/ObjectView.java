package dev.bulkhead.app.object;

import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.CurrentObject;
import dev.bulkhead.app.mibtree.MibLibrary;
import dev.bulkhead.app.mibtree.NodeIcons;
import dev.bulkhead.app.object.ObjectSheet.Chip;
import dev.bulkhead.app.object.ObjectSheet.Fact;
import dev.bulkhead.app.object.ObjectSheet.Link;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.index.NodeKind;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.Reference;
import java.util.Optional;
import java.util.concurrent.Future;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The details below the tree. Names in them are links: each makes what it names current. */
public final class ObjectView extends ScrollPane {
    /** More names than this are told by their number: a pane is no list. */
    private static final int MOST_LINKS = 400;

    private static final double NARROWEST = 90;

    /** What the gap between keys and values and the pane's own padding take. */
    private static final double BESIDE = 40;

    private final MibLibrary library;
    private final CurrentObject current;
    private final FontIcon icon = NodeIcons.of(NodeKind.NODE);
    private final Label name = Parts.label("object-name", "object-name", "cut");
    private final FlowPane chips = new FlowPane();
    private final GridPane facts = new GridPane();
    private final Separator line = new Separator();
    private final Label description = Parts.label("object-description", "description");
    private final VBox sheet = new VBox();
    private final DoubleProperty widestKey = new SimpleDoubleProperty();
    private final DoubleBinding room =
            Bindings.createDoubleBinding(
                    () ->
                            Math.max(
                                    NARROWEST,
                                    getViewportBounds().getWidth() - widestKey.get() - BESIDE),
                    viewportBoundsProperty(),
                    widestKey);
    private @Nullable Future<?> reading;

    /**
     * A view of the current object.
     *
     * @param tools what can be done with it, at the right of its name
     */
    public ObjectView(MibLibrary library, CurrentObject current, Button... tools) {
        this.library = library;
        this.current = current;
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
        name.setMinWidth(0);
        HBox head = new HBox(icon, name, Parts.spacer());
        head.getChildren().addAll(tools);
        head.getStyleClass().add("object-head");
        sheet.getStyleClass().add("object-sheet");
        sheet.getChildren().addAll(head, chips, facts, line, description);
        setContent(sheet);
        current.nodeProperty().subscribe(_ -> read());
        current.definitionProperty().subscribe(_ -> read());
    }

    /** Reads what there is to say, which may read a file, in the background. */
    private void read() {
        if (reading != null) {
            reading.cancel(true);
        }
        Optional<Definition> definition = current.definitionProperty().get();
        Optional<MibNode> node = current.nodeProperty().get();
        sheet.setVisible(definition.isPresent() || node.isPresent());
        if (!sheet.isVisible()) {
            return;
        }
        MibIndex index = library.names().index();
        NodeKind kind = kind(definition, node);
        reading =
                Background.run(
                        "read-definition",
                        () ->
                                definition
                                        .map(d -> ObjectSheet.of(d, index))
                                        .orElseGet(() -> ObjectSheet.of(node.orElseThrow(), index)),
                        read -> show(read, kind),
                        _ -> sheet.setVisible(false));
    }

    private static NodeKind kind(Optional<Definition> definition, Optional<MibNode> node) {
        boolean ofNode =
                node.flatMap(MibNode::definition)
                        .filter(d -> definition.filter(d::equals).isPresent())
                        .isPresent();
        return definition.isEmpty() || ofNode
                ? node.map(MibNode::kind).orElse(NodeKind.NODE)
                : NodeIcons.kind(definition.get());
    }

    private void show(ObjectSheet now, NodeKind kind) {
        NodeIcons.set(icon, kind);
        name.setText(now.name());
        name.setTooltip(new Tooltip(now.name()));
        chips.getChildren().setAll(now.chips().stream().map(ObjectView::chip).toList());
        chips.setManaged(!now.chips().isEmpty());
        facts.getChildren().clear();
        widestKey.set(0);
        now.facts().forEach(this::show);
        description.setText(now.description());
        line.setVisible(!now.description().isEmpty());
        setVvalue(0);
    }

    private static Label chip(Chip chip) {
        Label label = Parts.chip("object-chip", chip.tone());
        label.setText(chip.text());
        return label;
    }

    private void show(Fact fact) {
        Label key = Parts.words("object." + fact.key(), "key");
        GridPane.setValignment(key, VPos.TOP);
        key.widthProperty()
                .subscribe(width -> widestKey.set(Math.max(widestKey.get(), width.doubleValue())));
        facts.addRow(facts.getRowCount(), key, fact.links().isEmpty() ? text(fact) : links(fact));
    }

    private static Node text(Fact fact) {
        Label value = Parts.label("object-" + fact.key(), fact.code() ? "mono" : "value");
        value.setText(fact.value());
        value.setWrapText(true);
        return value;
    }

    private Node links(Fact fact) {
        FlowPane names = new FlowPane();
        names.setId("object-" + fact.key());
        names.getStyleClass().add("fact-links");
        names.setMinWidth(0);
        names.prefWrapLengthProperty().bind(room);
        for (Link link : fact.links().subList(0, Math.min(MOST_LINKS, fact.links().size()))) {
            Hyperlink shown = link(link);
            shown.maxWidthProperty().bind(room);
            shown.getStyleClass().add("cut");
            shown.setTooltip(new Tooltip(shown.getText()));
            names.getChildren().add(shown);
        }
        if (fact.links().size() > MOST_LINKS) {
            Label more = Parts.label("object-more", "muted");
            more.setText(Words.text("object.more", fact.links().size() - MOST_LINKS));
            names.getChildren().add(more);
        }
        return names;
    }

    private Hyperlink link(Link link) {
        Hyperlink shown = new Hyperlink(link.text());
        shown.setId("link-" + link.text());
        shown.getStyleClass().add("fact-link");
        shown.setOnAction(_ -> follow(link.to()));
        boolean known =
                library.names()
                        .index()
                        .definition(link.to().module(), link.to().name())
                        .isPresent();
        shown.setDisable(!known && library.names().index().definitions(link.to().name()).isEmpty());
        return shown;
    }

    /** A name is looked for in its own module, then in all: SMIv1's are imported loosely. */
    private void follow(Reference to) {
        if (!current.show(to.module(), to.name())) {
            library.names().index().definitions(to.name()).stream()
                    .findFirst()
                    .ifPresent(current::show);
        }
    }
}
