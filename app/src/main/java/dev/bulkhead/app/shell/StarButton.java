package dev.bulkhead.app.shell;

import dev.bulkhead.app.bookmark.Bookmarks;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.CurrentObject;
import dev.bulkhead.app.theme.Parts;
import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The star beside an object's name: full while the object is bookmarked. */
final class StarButton {
    private final Bookmarks bookmarks;
    private final CurrentObject current;
    private final String hint;
    private final FontIcon icon = Parts.icon(MaterialDesignS.STAR_OUTLINE);
    private final Button button;

    StarButton(Commands commands, Bookmarks bookmarks, CurrentObject current) {
        this.bookmarks = bookmarks;
        this.current = current;
        hint = commands.get("bookmark").hint();
        button = commands.iconButton("bookmark");
        button.setGraphic(icon);
        current.oidProperty().subscribe(_ -> show());
        bookmarks.all().subscribe(this::show);
    }

    Button button() {
        return button;
    }

    private void show() {
        boolean marked = bookmarks.of(current.oidProperty().get()).isPresent();
        icon.setIconCode(marked ? MaterialDesignS.STAR : MaterialDesignS.STAR_OUTLINE);
        icon.getStyleClass().remove("star-full");
        if (marked) {
            icon.getStyleClass().add("star-full");
        }
        Parts.explain(button, marked ? Words.text("bookmark.unmark", hint) : hint);
    }
}
