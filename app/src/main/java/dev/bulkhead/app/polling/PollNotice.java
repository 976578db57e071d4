package dev.bulkhead.app.polling;

import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The strip under the polls that says what last happened to a job, until it is dismissed. */
final class PollNotice extends HBox {
    private final Label text = Parts.label("poll-notice-text", "notice-text");

    PollNotice(Runnable dismiss) {
        setId("poll-notice");
        getStyleClass().add("notice-bar");
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button close = Parts.iconButton("poll-dismiss", MaterialDesignC.CLOSE, dismiss);
        close.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(Parts.icon(MaterialDesignA.ALERT_OUTLINE), text, close);
        show(Optional.empty());
    }

    void show(Optional<JobNote> note) {
        setVisible(note.isPresent());
        setManaged(note.isPresent());
        note.ifPresent(happened -> {
            boolean over = happened instanceof JobNote.WorkerLost lost && lost.back().isPresent();
            Parts.tone(this, over ? Tone.WARNING : Tone.DANGER);
            text.setText(PollText.note(happened));
        });
    }
}
