package dev.bulkhead.app.theme;

import dev.bulkhead.app.i18n.Words;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small parts that all views are made of. */
public final class Parts {
    private Parts() {}

    /** An icon; its size and colour come from its style classes. */
    public static FontIcon icon(Ikon code, String... styleClasses) {
        FontIcon icon = new FontIcon(code);
        icon.getStyleClass().addAll(styleClasses);
        return icon;
    }

    /** A rounded mark with a word or two. */
    public static Label chip(String id, Tone tone) {
        Label chip = label(id, "chip");
        tone(chip, tone);
        return chip;
    }

    /** Gives a chip or dot another meaning; nothing is styled anew if it has that one. */
    public static void tone(Node mark, Tone tone) {
        if (mark.getStyleClass().contains(tone.styleClass())) {
            return;
        }
        for (Tone each : Tone.values()) {
            mark.getStyleClass().remove(each.styleClass());
        }
        mark.getStyleClass().add(tone.styleClass());
    }

    /** Sets a label's text and hides it while there is none. */
    public static void show(Labeled label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    /** An empty label. */
    public static Label label(String id, String... styleClasses) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /** A label with the words {@code key}. */
    public static Label words(String key, String... styleClasses) {
        Label label = new Label(Words.text(key));
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /** A button with icon and the words {@code button.<id>}. */
    public static Button button(String id, Ikon icon, Runnable action) {
        Button button = new Button(Words.text("button." + id), icon(icon));
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** A flat button that shows only its icon; {@code button.<id>} is its tooltip. */
    public static Button iconButton(String id, Ikon icon, Runnable action) {
        Button button = new Button("", icon(icon));
        button.setId(id);
        button.getStyleClass().addAll("icon-button", "flat");
        button.setOnAction(_ -> action.run());
        explain(button, Words.text("button." + id));
        return button;
    }

    /** Gives a button its tooltip and accessible text. */
    public static void explain(ButtonBase button, String text) {
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(text));
    }

    /** Shows a menu, made anew each time, where the user asks for one. */
    public static void contextMenu(Node owner, Supplier<ContextMenu> menu) {
        ContextMenu[] shown = new ContextMenu[1];
        owner.setOnContextMenuRequested(event -> {
            if (shown[0] != null) {
                shown[0].hide();
            }
            ContextMenu fresh = menu.get();
            shown[0] = fresh;
            fresh.setAutoHide(true);
            fresh.show(owner, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    /** What takes the room that is left in a row. */
    public static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }
}
