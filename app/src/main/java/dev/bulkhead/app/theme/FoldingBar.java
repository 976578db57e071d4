package dev.bulkhead.app.theme;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A row of tools. Where it is too narrow for all words, the summary is cut, and goes once less than
 * half of it would be seen; then buttons keep their icons only, marks go, and in the end titles are
 * cut. Text fields shrink before any of that.
 */
public class FoldingBar extends HBox {
    private final List<Labeled> foldable = new ArrayList<>();
    private final List<Region> shrinkable = new ArrayList<>();
    private final List<Region> givesWay = new ArrayList<>();
    private @Nullable Region summary;
    private final BooleanProperty roomy = new SimpleBooleanProperty(true);

    FoldingBar() {
        getStyleClass().add("pane-bar");
    }

    /** A row without anything. */
    public static FoldingBar empty() {
        return new FoldingBar();
    }

    /** Adds what can be done, at the right end. */
    public final void addTools(Node... tools) {
        for (Node tool : tools) {
            boolean mayShrink = tool instanceof TextField;
            getChildren().add(tool instanceof Region region && !mayShrink ? fixed(region) : tool);
            if (tool instanceof Labeled labeled && labeled.getGraphic() != null) {
                foldable.add(labeled);
            }
        }
    }

    /** What is cut first; it may be hidden for other reasons too. */
    final Region cutFirst(Region region) {
        StackPane place = new StackPane(region);
        place.setAlignment(Pos.CENTER_LEFT);
        place.managedProperty().bind(region.managedProperty());
        HBox.setHgrow(place, Priority.SOMETIMES);
        summary = place;
        return place;
    }

    /** What is as wide as it likes to be unless even icons alone leave too little room. */
    final Region shrinkable(Region region) {
        shrinkable.add(region);
        return fixed(region);
    }

    /** What goes before anything shrinks; it may be hidden for other reasons too. */
    final Region givingWay(Region region) {
        givesWay.add(region);
        StackPane place = new StackPane(fixed(region));
        place.setMinWidth(Region.USE_PREF_SIZE);
        place.managedProperty().bind(region.managedProperty().and(roomy));
        place.visibleProperty().bind(place.managedProperty());
        return place;
    }

    private static Region fixed(Region region) {
        region.setMinWidth(Region.USE_PREF_SIZE);
        return region;
    }

    /** None of its own: else it would widen the window's content beyond the window. */
    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset() + getSpacing();
        double needed = 0;
        double marks = 0;
        double words = 0;
        for (Node node : getManagedChildren()) {
            needed += getSpacing() + leastWidth(node);
        }
        for (Region mark : givesWay) {
            double width = mark.isManaged() ? getSpacing() + snapSizeX(mark.prefWidth(-1)) : 0;
            marks += width;
            needed -= roomy.get() ? width : 0;
        }
        for (Labeled tool : foldable) {
            if (tool.isManaged()) {
                words += words(tool);
                needed -= isFolded(tool) ? 0 : words(tool);
            }
        }
        boolean fold = needed + words + marks > room;
        roomy.set(needed + marks <= room);
        foldable.forEach(tool ->
                tool.setContentDisplay(fold ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
        boolean shrink = needed > room;
        shrinkable.forEach(region -> region.setMinWidth(shrink ? 0 : Region.USE_PREF_SIZE));
        fitSummary(room - needed - (roomy.get() ? marks : 0) - (fold ? 0 : words));
        super.layoutChildren();
    }

    /** Gives the summary what the others leave at their least. */
    private void fitSummary(double room) {
        Region fitted = summary;
        if (fitted != null) {
            double wanted = snapSizeX(fitted.prefWidth(-1));
            boolean worthwhile = room * 2 >= wanted;
            fitted.setMinWidth(worthwhile ? Math.min(Math.floor(room), wanted) : 0);
            fitted.setVisible(worthwhile);
        }
    }

    private double leastWidth(Node node) {
        if (node.equals(summary)) {
            return 0;
        }
        return snapSizeX(shrinkable.contains(node) ? node.prefWidth(-1) : node.minWidth(-1));
    }

    private static boolean isFolded(Labeled tool) {
        return tool.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY;
    }

    /** The width of a tool's words and of the gap before them. */
    private static double words(Labeled tool) {
        if (tool.getText() == null || tool.getText().isEmpty()) {
            return 0;
        }
        Text text = new Text(tool.getText());
        text.setFont(tool.getFont());
        return Math.ceil(text.getLayoutBounds().getWidth()) + tool.getGraphicTextGap();
    }
}
