package dev.bulkhead.app.theme;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * The bar on top of a tab: title, chips, a summary that alone may be cut, room, and what can be
 * done.
 */
public final class PaneBar extends HBox {
    private final Label title;
    private final Label summary;

    /** A bar whose parts' ids start with {@code idPrefix}. */
    public PaneBar(String idPrefix) {
        getStyleClass().add("pane-bar");
        title = Parts.label(idPrefix + "-title", "title");
        summary = Parts.label(idPrefix + "-summary", "muted", "summary");
        HBox.setHgrow(summary, Priority.SOMETIMES);
        getChildren().addAll(fixed(title), summary, Parts.spacer());
    }

    public Label title() {
        return title;
    }

    public Label summary() {
        return summary;
    }

    /** Adds marks between the title and the summary. */
    public void addChips(Region... chips) {
        for (Region chip : chips) {
            getChildren().add(getChildren().indexOf(summary), fixed(chip));
        }
    }

    /** Adds what can be done, at the right end. */
    public void addTools(Node... tools) {
        for (Node tool : tools) {
            boolean mayShrink = tool instanceof TextField;
            getChildren().add(tool instanceof Region region && !mayShrink ? fixed(region) : tool);
        }
    }

    private static Region fixed(Region region) {
        region.setMinWidth(Region.USE_PREF_SIZE);
        return region;
    }
}
