package dev.bulkhead.app.theme;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The bar on top of a tab: title, chips, a summary that is cut first, room, and tools. */
public final class PaneBar extends FoldingBar {
    private final Label title;
    private final Label summary;

    /** A bar whose parts' ids start with {@code idPrefix}. */
    public PaneBar(String idPrefix) {
        title = Parts.label(idPrefix + "-title", "title");
        summary = Parts.label(idPrefix + "-summary", "muted", "summary");
        getChildren().addAll(shrinkable(title), cutFirst(summary), Parts.spacer());
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
            getChildren().add(getChildren().indexOf(summary.getParent()), givingWay(chip));
        }
    }
}
