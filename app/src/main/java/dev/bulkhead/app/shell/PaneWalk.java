package dev.bulkhead.app.shell;

import dev.bulkhead.app.query.ResultsView;
import dev.bulkhead.app.table.TableTab;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Tab;
import org.jspecify.annotations.Nullable;

/** F6: from pane to pane. */
final class PaneWalk {
    private static final String TABS = "#tabs";
    private static final List<String> PANES =
            List.of("#top-bar", "#mib-tree", "#object-details", TABS, "#status-bar");

    private final Shell shell;

    PaneWalk(Shell shell) {
        this.shell = shell;
    }

    /** Gives the focus to the pane {@code by} places on. */
    void step(int by) {
        int wanted = now();
        for (int tried = 0; tried < PANES.size(); tried++) {
            wanted = Math.floorMod(wanted + by, PANES.size());
            if (focus(PANES.get(wanted))) {
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

    private boolean focus(String pane) {
        Tab selected = shell.tabs().getSelectionModel().getSelectedItem();
        Node content = selected == null ? null : selected.getContent();
        return (pane.equals(TABS) && (focusRows(content) || focus(content)))
                || focus(shell.lookup(pane));
    }

    /** Rows are what keys are for; the rest of a tab is before them in the focus order. */
    private boolean focusRows(@Nullable Node content) {
        switch (content) {
            case TableTab table -> table.focusGrid();
            case ResultsView results -> results.focusRun();
            case null, default -> {
                return false;
            }
        }
        return isInside(shell.getScene().getFocusOwner(), content);
    }

    private static boolean isInside(@Nullable Node node, @Nullable Node ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    private static boolean focus(@Nullable Node node) {
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
