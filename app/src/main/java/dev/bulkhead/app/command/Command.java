package dev.bulkhead.app.command;

import dev.bulkhead.app.i18n.Words;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/**
 * Something the user can do.
 *
 * @param id its name in the bundle ({@code command.<id>}) and in tests
 * @param action what it does; only run while {@code enabled}
 * @param enabled whether it can be done now
 */
public record Command(
        String id,
        Optional<Ikon> icon,
        Optional<KeyCombination> key,
        Runnable action,
        ObservableBooleanValue enabled) {

    /** Its words, such as {@code Load MIB files...}. */
    public String text() {
        return Words.text("command." + id);
    }

    /** Its words and key, for a tooltip. */
    public String hint() {
        return key.map(k -> Words.text("command.hint", text(), k.getDisplayText())).orElse(text());
    }

    /** Does it, if it can be done now. */
    public void run() {
        if (enabled.get()) {
            action.run();
        }
    }
}
