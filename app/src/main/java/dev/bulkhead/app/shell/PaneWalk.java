package dev.bulkhead.app.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;

/** F6: from pane to pane. */
final class PaneWalk {
    private static final List<String> PANES =
            List.of("#top-bar", "#mib-tree", "#object-details", "#tabs", "#status-bar");

    private final Shell shell;

    PaneWalk(Shell shell) {
        this.shell = shell;
    }

    /** Gives the focus to the pane {@code by} places on. */
    void step(int by) {
        int wanted = now();
        for (int tried = 0; tried < PANES.size(); tried++) {
            wanted = Math.floorMod(wanted + by, PANES.size());
            if (focus(shell.lookup(PANES.get(wanted)))) {
                return;
            }
        }
    }

    private int now() {
        Node focus = shell.getScene().getFocusOwner();
        for (Node at = focus; at != null; at = at.getParent()) {
            int index = PANES.indexOf("#" + at.getId());
            if (index >= 0) {
                return index;
            }
        }
        return -1;
    }

    private static boolean focus(Node node) {
        if (node == null || !node.isVisible() || node.isDisabled()) {
            return false;
        }
        if (node.isFocusTraversable()) {
            node.requestFocus();
            return true;
        }
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(PaneWalk::focus);
    }
}
