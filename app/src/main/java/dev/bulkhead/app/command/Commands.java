package dev.bulkhead.app.command;

import dev.bulkhead.app.theme.Parts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/** The one registry of commands. */
public final class Commands {
    /** Stands for a line between two items of a menu. */
    public static final String LINE = "-";

    private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);

    private final Map<String, Command> byId = new LinkedHashMap<>();
    private final Map<KeyCombination, String> moreKeys = new LinkedHashMap<>();

    /** Adds a command that can always be done. */
    public void add(String id, @Nullable Ikon icon, @Nullable String key, Runnable action) {
        add(new Command(id, Optional.ofNullable(icon), combination(key), action, ALWAYS));
    }

    /** Adds a command. */
    public void add(Command command) {
        if (byId.put(command.id(), command) != null) {
            throw new IllegalArgumentException("two commands have the id " + command.id());
        }
    }

    /** Gives a command a second key, for keyboards that have the first elsewhere. */
    public void also(String id, String key) {
        moreKeys.put(KeyCombination.keyCombination(key), id);
    }

    /** All keys, each with the id of its command. */
    public List<Map.Entry<KeyCombination, String>> keys() {
        List<Map.Entry<KeyCombination, String>> keys = new ArrayList<>();
        for (Command command : byId.values()) {
            command.key().ifPresent(key -> keys.add(Map.entry(key, command.id())));
        }
        keys.addAll(moreKeys.entrySet());
        return keys;
    }

    /** A key as JavaFX writes it, such as {@code Shortcut+Shift+O}. */
    public static Optional<KeyCombination> combination(@Nullable String key) {
        return Optional.ofNullable(key).map(KeyCombination::keyCombination);
    }

    public Command get(String id) {
        Command command = byId.get(id);
        if (command == null) {
            throw new NoSuchElementException("there is no command " + id);
        }
        return command;
    }

    public Collection<Command> all() {
        return List.copyOf(byId.values());
    }

    /** Items of a menu, {@link #LINE} for a line between. */
    public List<MenuItem> items(List<String> ids) {
        List<MenuItem> items = new ArrayList<>();
        for (String id : ids) {
            items.add(id.equals(LINE) ? new SeparatorMenuItem() : item(get(id)));
        }
        return items;
    }

    private static MenuItem item(Command command) {
        MenuItem item = new MenuItem(command.text());
        item.setId("menu-" + command.id());
        command.icon().ifPresent(icon -> item.setGraphic(Parts.icon(icon)));
        command.key().ifPresent(item::setAccelerator);
        item.setOnAction(_ -> command.run());
        command.enabled().subscribe(enabled -> item.setDisable(!enabled));
        return item;
    }

    /** A context menu; made anew for each use, so that its keys never shadow those of the scene. */
    public ContextMenu contextMenu(String id, List<String> ids) {
        ContextMenu menu = new ContextMenu();
        menu.setId(id);
        menu.getItems().setAll(items(ids));
        return menu;
    }

    /** A flat button with the command's icon; its words and key are the tooltip. */
    public Button iconButton(String id) {
        Command command = get(id);
        Button button = new Button("", Parts.icon(command.icon().orElseThrow()));
        button.getStyleClass().addAll("icon-button", "flat");
        return wired(button, command);
    }

    /** A button with the command's icon and words. */
    public Button button(String id) {
        Command command = get(id);
        Button button = new Button(command.text());
        command.icon().ifPresent(icon -> button.setGraphic(Parts.icon(icon)));
        return wired(button, command);
    }

    private static Button wired(Button button, Command command) {
        button.setId(command.id());
        Parts.explain(button, command.hint());
        button.setOnAction(_ -> command.run());
        command.enabled().subscribe(enabled -> button.setDisable(!enabled));
        return button;
    }

    /** Makes all keys work in a scene; one that has done something types nothing. */
    public void install(Scene scene) {
        for (Map.Entry<KeyCombination, String> key : keys()) {
            scene.getAccelerators().put(key.getKey(), get(key.getValue())::run);
        }
        boolean[] taken = new boolean[1];
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> taken[0] = keys().stream().anyMatch(key -> key.getKey().match(event)));
        scene.addEventFilter(
                KeyEvent.KEY_TYPED,
                event -> {
                    if (taken[0] && event.isAltDown()) {
                        event.consume(); // text fields take Ctrl+Alt for AltGr
                    }
                });
    }
}
