package dev.bulkhead.app.shell;

import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.theme.Parts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** All commands that have a key. */
final class ShortcutSheet extends VBox {
    private static final int COLUMNS = 2;

    ShortcutSheet(Commands commands) {
        setId("shortcut-sheet");
        getStyleClass().add("sheet");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcut-grid");
        List<Command> withKey =
                commands.all().stream().filter(command -> command.key().isPresent()).toList();
        int rows = Math.ceilDiv(withKey.size(), COLUMNS);
        for (int i = 0; i < withKey.size(); i++) {
            Command command = withKey.get(i);
            Label key = new Label(command.key().orElseThrow().getDisplayText());
            key.getStyleClass().addAll("mono", "key-cap");
            grid.add(key, i / rows * 2, i % rows);
            grid.add(new Label(command.text()), i / rows * 2 + 1, i % rows);
        }
        getChildren().addAll(Parts.words("shortcuts.title", "title"), grid);
    }
}
