package dev.bulkhead.app.table;

import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Holds the frozen cells of a row; whoever puts them in lays them out. */
final class FrozenPane extends Region {
    FrozenPane() {
        getStyleClass().add("frozen-pane");
    }

    @Override
    public ObservableList<Node> getChildren() {
        return super.getChildren();
    }

    @Override
    protected void layoutChildren() {}
}
