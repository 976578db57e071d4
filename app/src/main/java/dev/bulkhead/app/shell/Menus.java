package dev.bulkhead.app.shell;

import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.table.TableActions;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;

/** The menu bar, made from the registry. */
final class Menus {
    private static final String LINE = Commands.LINE;

    private Menus() {}

    static MenuBar bar(Commands commands, Workbench workbench) {
        MenuBar bar = new MenuBar();
        bar.setId("menu-bar");
        bar.setAccessibleText(Words.text("menu.accessible"));
        bar.getMenus()
                .setAll(
                        menu(
                                commands,
                                "file",
                                List.of(
                                        "load-mibs",
                                        "load-folder",
                                        "unload-mibs",
                                        "save-results",
                                        "save-chart",
                                        LINE,
                                        "start-demo",
                                        LINE,
                                        "quit")),
                        menu(
                                commands,
                                "edit",
                                List.of(
                                        "undo",
                                        LINE,
                                        "copy",
                                        "copy-as",
                                        "copy-oid",
                                        LINE,
                                        "find",
                                        "find-next",
                                        "find-previous",
                                        "filter",
                                        LINE,
                                        "clear")),
                        viewMenu(commands),
                        menu(commands, "operations", operations()),
                        toolsMenu(commands),
                        new BookmarkMenu(commands, workbench),
                        menu(commands, "help", help()));
        return bar;
    }

    private static Menu toolsMenu(Commands commands) {
        Menu menu = menu(commands, "tools", tools());
        menu.getItems().add(1, menu(commands, "recordings", RecordingTabs.MENU));
        return menu;
    }

    private static Menu viewMenu(Commands commands) {
        Menu menu = menu(commands, "view", view());
        menu.getItems().add(menu(commands, "table", TableActions.MENU));
        return menu;
    }

    private static List<String> view() {
        return List.of(
                "palette",
                LINE,
                "toggle-theme",
                "larger-text",
                "smaller-text",
                "usual-text",
                LINE,
                "answered",
                "result-columns",
                "fold-run",
                LINE,
                "mib-source",
                "problems",
                "modules",
                LINE,
                "focus-address",
                "focus-oid",
                "reveal",
                "back",
                "forward",
                LINE,
                "next-pane",
                "previous-pane",
                LINE,
                "packets",
                "record-packets",
                "save-packets");
    }

    private static List<String> tools() {
        List<String> tools = new ArrayList<>(AgentTabs.TOOLS);
        tools.add(LINE);
        tools.addAll(NotificationActions.TOOLS);
        tools.addAll(List.of(LINE, "credential", "jobs", "processes", LINE));
        tools.addAll(HistoryActions.MENU);
        tools.addAll(
                List.of(
                        LINE,
                        "next-problem",
                        "previous-problem",
                        "fix-problem",
                        "fix-file",
                        "undo-fix",
                        "explain-problem",
                        LINE,
                        "preferences"));
        return tools;
    }

    private static List<String> operations() {
        return List.of(
                "go",
                "stop",
                "run-again",
                LINE,
                "get",
                "get-next",
                "get-bulk",
                "get-subtree",
                "walk",
                "table-view",
                "pick-instance",
                LINE,
                "poll",
                "graph-view",
                "poll-formula",
                "poll-edit",
                "poll-up",
                "poll-down",
                "open-poll-set",
                "save-poll-set",
                "save-poll-group",
                LINE,
                "set",
                "edit-value",
                "insert-row",
                "duplicate-row",
                "delete-row",
                LINE,
                "show-changes",
                "set-back");
    }

    private static List<String> help() {
        return List.of("guide", "guide-first", "guide-search", "tour", "shortcuts", LINE, "about");
    }

    private static Menu menu(Commands commands, String id, List<String> items) {
        Menu menu = new Menu(Words.text("menu." + id));
        menu.setId("menu-" + id);
        menu.getItems().setAll(commands.items(items));
        return menu;
    }
}
