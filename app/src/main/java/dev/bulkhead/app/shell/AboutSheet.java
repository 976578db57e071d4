package dev.bulkhead.app.shell;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Name, version, licence. */
final class AboutSheet extends VBox {
    AboutSheet(String version) {
        setId("about-sheet");
        getStyleClass().add("sheet");
        Label text = new Label(Words.text("about.text", version));
        text.setId("about-text");
        getChildren().addAll(Parts.words("about.title", "title"), text);
    }
}
