package dev.bulkhead.app.shell;

import dev.bulkhead.app.command.UndoStack;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** Says for some seconds what was done just now, and offers to undo it. */
final class UndoBar extends HBox {
    private static final Duration SHOWN = Duration.seconds(8);

    private final Label text = Parts.label("undo-text", "cut");
    private final PauseTransition pause = new PauseTransition(SHOWN);

    UndoBar(UndoStack undo, Button undoButton) {
        setId("undo-bar");
        getStyleClass().addAll("notice-bar", "undo-bar", "accent");
        undoButton.setId("undo-now");
        undoButton.setText(Words.text("button.undo"));
        undoButton.getStyleClass().add("small-button");
        undoButton.setMinWidth(Region.USE_PREF_SIZE);
        Button close = Parts.iconButton("close-undo", MaterialDesignC.CLOSE, this::hide);
        close.setMinWidth(Region.USE_PREF_SIZE);
        getChildren()
                .addAll(
                        Parts.icon(MaterialDesignI.INFORMATION_OUTLINE),
                        text,
                        undoButton,
                        Parts.spacer(),
                        close);
        pause.setOnFinished(_ -> hide());
        undo.newsProperty().subscribe(this::show);
    }

    private void show(Optional<UndoStack.Step> news) {
        setVisible(news.isPresent());
        setManaged(news.isPresent());
        news.ifPresent(step -> {
            text.setText(step.what());
            pause.playFromStart();
        });
    }

    private void hide() {
        setVisible(false);
        setManaged(false);
    }
}
