package dev.bulkhead.tests.journeys;

import dev.bulkhead.app.i18n.LongWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;

/** Looks through all that shows below a node. On JavaFX's thread; what it finds are sentences. */
final class SceneScan {
    /** What may end in an ellipsis: sentences that say only more, and what devices send. */
    private static final Set<String> MAY_BE_CUT =
            Set.of("summary", "cut", "notice-text", "mono", "table-cell", "column-header");

    /** What moves its content into view, or folds it. */
    private static final Set<String> SCROLLED =
            Set.of(
                    "scroll-pane",
                    "table-view",
                    "tree-table-view",
                    "list-view",
                    "tree-view",
                    "tab-header-area");

    private static final double ROUNDING = 1.5;
    private static final double LEAST_CONTRAST = 4.5;

    private final List<String> findings = new ArrayList<>();

    List<String> findings() {
        return findings;
    }

    /** Controls that take the focus and that a screen reader could say nothing of. */
    SceneScan mute(Node root) {
        walk(
                root,
                (node, _) -> {
                    if (node instanceof Control && node.isFocusTraversable() && isMute(node)) {
                        findings.add("mute: " + name(node));
                    }
                });
        return this;
    }

    private static boolean isMute(Node node) {
        String spoken = node.getAccessibleText();
        boolean wordless =
                !(node instanceof Labeled labeled)
                        || labeled.getText() == null
                        || labeled.getText().isBlank();
        return node.getId() == null || ((spoken == null || spoken.isBlank()) && wordless);
    }

    /** Labels and buttons whose words are cut, outside of cells. */
    SceneScan cut(Node root) {
        walk(
                root,
                (node, inCell) -> {
                    if (!inCell && node instanceof Labeled labeled && isCut(labeled)) {
                        findings.add(
                                "cut to "
                                        + Math.round(labeled.getWidth())
                                        + " px: "
                                        + name(labeled));
                    }
                });
        return this;
    }

    private static boolean isCut(Labeled labeled) {
        String text = labeled.getText();
        if (text == null || text.isBlank() || mayBeCut(labeled)) {
            return false;
        }
        String wanted = labeled.isMnemonicParsing() ? text.replaceFirst("_", "") : text;
        return shownText(labeled)
                .filter(shown -> !shown.replace("\n", "").equals(wanted.replace("\n", "")))
                .isPresent();
    }

    private static boolean mayBeCut(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().stream().anyMatch(MAY_BE_CUT::contains)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Empty if it has room for nothing, not even an ellipsis; absent if it shows its graphic only.
     */
    private static Optional<String> shownText(Labeled labeled) {
        return labeled.getChildrenUnmodifiable().stream()
                .filter(child -> child.getStyleClass().contains("text"))
                .filter(Text.class::isInstance)
                .map(child -> ((Text) child).getText())
                .findFirst();
    }

    /** Parts of a row or column that lie over each other, or stick out of it. */
    SceneScan overlaps(Node root) {
        walk(
                root,
                (node, inCell) -> {
                    if (!inCell && (node instanceof HBox || node instanceof VBox)) {
                        overlaps((Region) node);
                    }
                });
        return this;
    }

    private void overlaps(Region box) {
        List<Node> parts =
                box.getChildrenUnmodifiable().stream()
                        .filter(Node::isVisible)
                        .filter(Node::isManaged)
                        .filter(node -> !(node instanceof Separator))
                        .filter(node -> node.getLayoutBounds().getWidth() > 0)
                        .toList();
        for (Node part : parts) {
            Bounds bounds = part.getBoundsInParent();
            if (part instanceof Control && layoutEnd(part) > box.getWidth() + ROUNDING) {
                findings.add("sticks out of " + name(box) + ": " + name(part));
            }
            for (Node other : parts) {
                if (!part.equals(other)
                        && box.getChildrenUnmodifiable().indexOf(part)
                                < box.getChildrenUnmodifiable().indexOf(other)
                        && layoutOverlap(part, other)) {
                    findings.add("overlap: " + name(part) + " and " + name(other) + " " + bounds);
                }
            }
        }
    }

    /** Controls beyond the right edge of a window so wide, where nothing scrolls to them. */
    SceneScan outside(Node root, double width) {
        walk(
                root,
                (node, inCell) -> {
                    if (!inCell
                            && node instanceof Control
                            && node.isManaged()
                            && node.localToScene(node.getLayoutBounds()).getMaxX()
                                    > width + ROUNDING
                            && !isScrolled(node)) {
                        findings.add("outside the window: " + name(node));
                    }
                });
        return this;
    }

    private static boolean isScrolled(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at.getStyleClass().stream().anyMatch(SCROLLED::contains)) {
                return true;
            }
        }
        return false;
    }

    private static double layoutEnd(Node node) {
        return node.getLayoutX() + node.getLayoutBounds().getMaxX();
    }

    private static boolean layoutOverlap(Node one, Node other) {
        double across =
                Math.min(layoutEnd(one), layoutEnd(other))
                        - Math.max(one.getLayoutX(), other.getLayoutX());
        double down =
                Math.min(
                                one.getLayoutY() + one.getLayoutBounds().getMaxY(),
                                other.getLayoutY() + other.getLayoutBounds().getMaxY())
                        - Math.max(one.getLayoutY(), other.getLayoutY());
        return across > ROUNDING && down > ROUNDING;
    }

    /** Words that are not the bundle's: without the brackets of {@link LongWords}. */
    SceneScan strangers(Node root, Set<String> data) {
        walk(
                root,
                (node, inCell) -> {
                    if (!inCell && node instanceof Labeled labeled && isStranger(labeled, data)) {
                        findings.add("not of the bundle: " + name(labeled));
                    }
                });
        return this;
    }

    private static boolean isStranger(Labeled labeled, Set<String> data) {
        String text = labeled.getText();
        boolean words = text != null && text.codePoints().anyMatch(Character::isLetter);
        for (Node at = labeled; words && at != null; at = at.getParent()) {
            String id = at.getId() == null ? "" : at.getId();
            if (data.contains(id) || at.getStyleClass().stream().anyMatch(data::contains)) {
                return false;
            }
        }
        return words && text.indexOf(LongWords.OPEN) < 0;
    }

    /** Text that stands out too little from what is behind it (WCAG 2.2, 1.4.3). */
    SceneScan faint(Node root, Color behind) {
        walk(
                root,
                (node, _) -> {
                    if (node instanceof Labeled labeled && !isDisabled(labeled)) {
                        double contrast = contrast(labeled, behind);
                        if (contrast < LEAST_CONTRAST) {
                            findings.add(
                                    String.format("contrast %.2f: %s", contrast, name(labeled)));
                        }
                    }
                });
        return this;
    }

    private static boolean isDisabled(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.isDisabled() || at.getOpacity() < 1) {
                return true;
            }
        }
        return false;
    }

    private static double contrast(Labeled labeled, Color behind) {
        String text = labeled.getText();
        if (text == null || text.isBlank() || !(labeled.getTextFill() instanceof Color fill)) {
            return Double.MAX_VALUE;
        }
        Color back = background(labeled, behind);
        double one = luminance(over(fill, back));
        double other = luminance(back);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static Color background(Node node, Color behind) {
        Color below = node.getParent() == null ? behind : background(node.getParent(), behind);
        if (node instanceof Region region && region.getBackground() != null) {
            for (var fill : region.getBackground().getFills()) {
                Paint paint = fill.getFill();
                if (paint instanceof Color colour) {
                    below = over(colour, below);
                }
            }
        }
        return below;
    }

    private static Color over(Color top, Color below) {
        return below.interpolate(
                Color.color(top.getRed(), top.getGreen(), top.getBlue()), top.getOpacity());
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static void walk(Node root, BiConsumer<Node, Boolean> visitor) {
        walk(root, false, visitor);
    }

    private static void walk(Node node, boolean inCell, BiConsumer<Node, Boolean> visitor) {
        if (!node.isVisible() || node instanceof ScrollBar) {
            return;
        }
        boolean cell = inCell || node instanceof IndexedCell<?>;
        visitor.accept(node, cell);
        if (node instanceof Parent parent && !(node instanceof MenuBar && inCell)) {
            for (Node child : List.copyOf(parent.getChildrenUnmodifiable())) {
                walk(child, cell, visitor);
            }
        }
    }

    private static String name(Node node) {
        String id = node.getId() == null ? "" : "#" + node.getId();
        String text = node instanceof Labeled labeled ? " \"" + labeled.getText() + '"' : "";
        Node parent = node.getParent();
        String where =
                parent == null
                        ? ""
                        : " in " + parent.getClass().getSimpleName() + parent.getStyleClass();
        return node.getClass().getSimpleName() + id + node.getStyleClass() + text + where;
    }
}
