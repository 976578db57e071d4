package dev.bulkhead.app.shell;

import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.i18n.Words;
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
                                        "save-results",
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
                        menu(commands, "view", view()),
                        menu(commands, "operations", operations()),
                        menu(commands, "tools", List.of("credential", "jobs", LINE, "preferences")),
                        new BookmarkMenu(commands, workbench),
                        menu(commands, "help", List.of("tour", "shortcuts", LINE, "about")));
        return bar;
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
                "pick-instance",
                LINE,
                "poll",
                "graph-view");
    }

    private static Menu menu(Commands commands, String id, List<String> items) {
        Menu menu = new Menu(Words.text("menu." + id));
        menu.setId("menu-" + id);
        menu.getItems().setAll(commands.items(items));
        return menu;
    }
}
