package dev.bulkhead.app.agent;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import javafx.beans.property.StringProperty;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/** A secret that shows as dots, and as it is while the eye is pressed. */
final class SecretField extends HBox {
    private final PasswordField dots = new PasswordField();
    private final TextField plain = new TextField();

    /**
     * A field for {@code value}; its parts' ids are {@code id}, {@code -plain}, {@code -reveal}.
     */
    SecretField(String id, String words, StringProperty value) {
        getStyleClass().add("secret-field");
        dots.setId(id);
        plain.setId(id + "-plain");
        for (TextField field : new TextField[] {dots, plain}) {
            field.setAccessibleText(words);
            field.textProperty().bindBidirectional(value);
        }
        FontIcon icon = Parts.icon(MaterialDesignE.EYE_OUTLINE);
        ToggleButton reveal = new ToggleButton("", icon);
        reveal.setId(id + "-reveal");
        reveal.getStyleClass().addAll("icon-button", "flat");
        Parts.explain(reveal, Words.text("button.reveal-secret"));
        reveal.selectedProperty()
                .subscribe(shown -> {
                    icon.setIconCode(
                            shown ? MaterialDesignE.EYE_OFF_OUTLINE : MaterialDesignE.EYE_OUTLINE);
                    plain.setVisible(shown);
                    dots.setVisible(!shown);
                });
        StackPane both = new StackPane(dots, plain);
        HBox.setHgrow(both, Priority.ALWAYS);
        getChildren().addAll(both, reveal);
    }

    /** The field that takes the focus. */
    TextField field() {
        return dots;
    }
}
