package dev.bulkhead.app.shell;

import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.i18n.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;

/** The menu bar, made from the registry. */
final class Menus {
    private static final String LINE = Commands.LINE;

    private Menus() {}

    static MenuBar bar(Commands commands) {
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
                                        LINE,
                                        "start-demo",
                                        LINE,
                                        "quit")),
                        menu(
                                commands,
                                "edit",
                                List.of(
                                        "copy",
                                        "copy-oid",
                                        LINE,
                                        "find",
                                        "find-next",
                                        "find-previous",
                                        "filter",
                                        LINE,
                                        "clear")),
                        menu(commands, "view", view()),
                        menu(commands, "operations", operations()),
                        menu(commands, "tools", tools()),
                        menu(commands, "help", List.of("shortcuts", LINE, "about")));
        return bar;
    }

    private static List<String> view() {
        return List.of(
                "toggle-theme",
                LINE,
                "focus-address",
                "focus-oid",
                "reveal",
                "back",
                "forward",
                LINE,
                "next-pane",
                "previous-pane");
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
                LINE,
                "poll",
                "graph-view");
    }

    private static List<String> tools() {
        List<String> tools = new ArrayList<>(AgentTabs.TOOLS);
        tools.addAll(List.of(LINE, "credential", "jobs"));
        return tools;
    }

    private static Menu menu(Commands commands, String id, List<String> items) {
        Menu menu = new Menu(Words.text("menu." + id));
        menu.setId("menu-" + id);
        menu.getItems().setAll(commands.items(items));
        return menu;
    }
}
