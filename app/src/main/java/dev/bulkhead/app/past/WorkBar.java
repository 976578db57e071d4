package dev.bulkhead.app.past;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** An export or a check that is under way: how far it is, and a button that ends it. In place. */
final class WorkBar extends HBox {
    private final HistoryViewModel model;
    private final Label text = Parts.label("history-work-text");
    private final ProgressBar progress = new ProgressBar();
    private final Button cancel;

    WorkBar(HistoryViewModel model) {
        this.model = model;
        setId("history-work");
        getStyleClass().addAll("notice-bar", "history-work");
        text.setMaxWidth(Double.MAX_VALUE);
        setHgrow(text, Priority.ALWAYS);
        progress.setId("history-work-progress");
        progress.setAccessibleText(Words.text("history.work.progress"));
        progress.setFocusTraversable(false);
        cancel = Parts.button("history-cancel", MaterialDesignC.CLOSE, model::cancel);
        cancel.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(text, progress, cancel);
        repaint();
    }

    /** Shows how far the work is now; hides where there is none, or none that can be ended. */
    void repaint() {
        Optional<Errand> errand = model.errandProperty().get();
        setVisible(errand.isPresent());
        setManaged(errand.isPresent());
        errand.ifPresent(this::show);
    }

    private void show(Errand errand) {
        Duration since = Duration.ofNanos(System.nanoTime() - errand.sinceNanos());
        String name = String.valueOf(errand.file().getFileName());
        text.setText(HistoryWords.work(errand.deed(), name, since));
        progress.setProgress(errand.effort().share().orElse(ProgressBar.INDETERMINATE_PROGRESS));
        cancel.setDisable(errand.effort().isCancelled());
    }
}
