package dev.bulkhead.app.help;

import dev.bulkhead.app.guide.Guide;
import java.util.Map;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Which page is about a part of the window, by the ids of its nodes. */
public final class Topics {
    private static final Map<String, String> PAGES =
            Map.ofEntries(
                    Map.entry("mib-tree-pane", "find"),
                    Map.entry("object-details", "find"),
                    Map.entry("bookmarks", "find"),
                    Map.entry("source", "mibs"),
                    Map.entry("problems", "mibs"),
                    Map.entry("modules-pane", "mibs"),
                    Map.entry("load-report", "mibs"),
                    Map.entry("results-pane", "ask"),
                    Map.entry("top-bar", "ask"),
                    Map.entry("table-pane", "tables"),
                    Map.entry("set-pane", "set-values"),
                    Map.entry("changes-pane", "set-values"),
                    Map.entry("row-pane", "set-values"),
                    Map.entry("confirm-bar", "set-values"),
                    Map.entry("cell-editor", "set-values"),
                    Map.entry("devices-pane", "devices"),
                    Map.entry("credentials-pane", "devices"),
                    Map.entry("discovery-pane", "devices"),
                    Map.entry("unlock-bar", "devices"),
                    Map.entry("credential-form", "devices"),
                    Map.entry("failure", "silent-device"),
                    Map.entry("polls", "poll-and-chart"),
                    Map.entry("chart", "poll-and-chart"),
                    Map.entry("poll-editor", "formulas"),
                    Map.entry("formula-editor", "formulas"),
                    Map.entry("history-pane", "history"),
                    Map.entry("notifications-pane", "notifications"),
                    Map.entry("rules-pane", "notifications"),
                    Map.entry("sender-pane", "notifications"),
                    Map.entry("recordings-pane", "flight-recorder"),
                    Map.entry("compare-pane", "flight-recorder"),
                    Map.entry("packets-pane", "packets"),
                    Map.entry("processes", "processes"));

    private Topics() {}

    /** The page about this node or what it is in; the first page if none is. */
    public static String of(@Nullable Node focus) {
        for (Node node = focus; node != null; node = node.getParent()) {
            String page = node.getId() == null ? null : PAGES.get(node.getId());
            if (page != null) {
                return page;
            }
        }
        return Guide.FIRST;
    }
}
