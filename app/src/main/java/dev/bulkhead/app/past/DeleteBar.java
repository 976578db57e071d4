package dev.bulkhead.app.past;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Asks in place before series are deleted, as that cannot be undone. */
final class DeleteBar extends HBox {
    private final Label question = Parts.label("history-delete-question", "notice-text");
    private final Button keep;
    private Runnable deed = () -> {};

    /** A bar that is hidden until {@link #ask}. */
    DeleteBar() {
        setId("history-delete-bar");
        getStyleClass().addAll("notice-bar", "danger", "history-delete");
        question.setWrapText(true);
        Button delete =
                Parts.button(
                        "history-delete-now",
                        MaterialDesignT.TRASH_CAN_OUTLINE,
                        () -> {
                            close();
                            deed.run();
                        });
        delete.getStyleClass().add(Styles.DANGER);
        delete.setMinWidth(USE_PREF_SIZE);
        keep = Parts.button("history-delete-not", MaterialDesignC.CLOSE, this::close);
        keep.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(question, Parts.spacer(), delete, keep);
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        close();
                        event.consume();
                    }
                });
        close();
    }

    /** Asks; {@code action} follows if the user means it. */
    void ask(int series, String first, Runnable action) {
        deed = action;
        question.setText(Words.text("history.delete.question", series, first));
        show(true);
        keep.requestFocus();
    }

    void close() {
        show(false);
    }

    private void show(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }
}
