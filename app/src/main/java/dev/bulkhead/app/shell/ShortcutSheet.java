package dev.bulkhead.app.shell;

import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All commands that have a key, in groups as in the menus. */
final class ShortcutSheet extends VBox {
    private static final int COLUMNS = 4;
    private static final String ITEM_PREFIX = "menu-";

    /** What of the window stays beside and below the sheet. */
    private static final double BESIDE = 64;

    private static final double BELOW = 128;

    ShortcutSheet(Commands commands, MenuBar menus) {
        setId("shortcut-sheet");
        getStyleClass().add("sheet");
        List<Region[]> lines = new ArrayList<>();
        groups(commands, menus)
                .forEach((title, group) -> {
                    lines.add(new Region[] {title(title)});
                    group.forEach(command -> lines.add(line(command)));
                });
        HBox columns = new HBox();
        columns.getStyleClass().add("shortcut-columns");
        int rows = Math.ceilDiv(lines.size(), COLUMNS);
        for (int from = 0; from < lines.size(); ) {
            int to = Math.min(lines.size(), from + rows);
            // A title stands over its group, not below another one.
            to -= to > from + 1 && lines.get(to - 1).length == 1 ? 1 : 0;
            columns.getChildren().add(column(lines.subList(from, to)));
            from = to;
        }
        getChildren()
                .addAll(
                        Parts.words("shortcuts.title", "panel-title"),
                        scroller(columns, menus.getScene()));
    }

    /** All of it where the window has the room, else as much as fits. */
    private static ScrollPane scroller(HBox columns, Scene window) {
        ScrollPane scroller = new ScrollPane(columns);
        scroller.setId("shortcut-scroller");
        scroller.getStyleClass().add("shortcut-scroller");
        scroller.setAccessibleText(Words.text("shortcuts.title"));
        scroller.maxWidthProperty().bind(window.widthProperty().subtract(BESIDE));
        scroller.maxHeightProperty().bind(window.heightProperty().subtract(BELOW));
        return scroller;
    }

    /** Each command with a key, in the group of the menu it stands in. */
    static Map<String, List<Command>> groups(Commands commands, MenuBar menus) {
        Map<String, List<Command>> groups = new LinkedHashMap<>();
        List<Command> left =
                new ArrayList<>(commands.all().stream().filter(c -> c.key().isPresent()).toList());
        for (Menu menu : menus.getMenus()) {
            List<String> ids =
                    menu.getItems().stream()
                            .filter(item -> item.getId() != null)
                            .map(item -> item.getId().substring(ITEM_PREFIX.length()))
                            .toList();
            List<Command> here = left.stream().filter(c -> ids.contains(c.id())).toList();
            left.removeAll(here);
            if (!here.isEmpty()) {
                groups.put(menu.getText().replace("_", ""), here);
            }
        }
        groups.put(Words.text("shortcuts.other"), left);
        return groups;
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().addAll("title", "shortcut-group");
        return title;
    }

    private static Region[] line(Command command) {
        Label key = new Label(command.key().orElseThrow().getDisplayText());
        key.getStyleClass().addAll("mono", "key-cap");
        return new Region[] {key, new Label(command.text())};
    }

    private static GridPane column(List<Region[]> lines) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcut-grid");
        for (Region[] line : lines) {
            int row = grid.getRowCount();
            for (int i = 0; i < line.length; i++) {
                line[i].setMinWidth(Region.USE_PREF_SIZE);
                grid.add(line[i], i, row, line.length == 1 ? 2 : 1, 1);
            }
        }
        return grid;
    }
}
