package dev.bulkhead.app.polling;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** The strip over the polls that says why some wait for a credential, with a button to go on. */
final class PollWaitBar extends HBox {
    private final Label text = Parts.label("poll-wait-text", "notice-text");
    private final Button step;
    private Optional<PollWait> shown = Optional.empty();

    PollWaitBar() {
        setId("poll-wait");
        getStyleClass().add("notice-bar");
        Parts.tone(this, Tone.WARNING);
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        step =
                Parts.button(
                        "poll-unlock",
                        MaterialDesignL.LOCK_OPEN_VARIANT_OUTLINE,
                        () -> shown.ifPresent(wait -> wait.step().run()));
        step.setMinWidth(USE_PREF_SIZE);
        FontIcon key = Parts.icon(MaterialDesignK.KEY_VARIANT);
        getChildren().addAll(key, text, step);
        show(Optional.empty());
    }

    /** Shows this, or hides. */
    void show(Optional<PollWait> wait) {
        shown = wait;
        setVisible(wait.isPresent());
        setManaged(wait.isPresent());
        wait.ifPresent(now -> {
            text.setText(now.text());
            String words = now.isLocked() ? "button.poll-unlock" : "button.poll-credentials";
            step.setText(Words.text(words));
        });
    }
}
