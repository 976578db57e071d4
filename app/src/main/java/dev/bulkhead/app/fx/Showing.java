package dev.bulkhead.app.fx;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/** Whether the user can see a node: what does not show is not repainted. */
public final class Showing {
    private Showing() {}

    /** In a showing window, with no hidden node above it, such as the tab of an unselected one. */
    public static boolean isShowing(Node node) {
        Scene scene = node.getScene();
        Window window = scene == null ? null : scene.getWindow();
        if (window == null || !window.isShowing()) {
            return false;
        }
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** How many device pixels a pixel of the node has, across; 1 while it is in no window. */
    public static double outputScale(Node node) {
        Scene scene = node.getScene();
        Window window = scene == null ? null : scene.getWindow();
        return window == null ? 1 : window.getOutputScaleX();
    }
}
