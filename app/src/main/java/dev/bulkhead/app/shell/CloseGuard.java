package dev.bulkhead.app.shell;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.JobSpec;
import java.util.List;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** Asks before the window closes while something runs whose end nobody would see: a SET. */
public final class CloseGuard {
    private final Workbench workbench;

    private CloseGuard(Workbench workbench) {
        this.workbench = workbench;
    }

    /** Watches over a window from now on. */
    public static void watch(Stage stage, Workbench workbench) {
        CloseGuard guard = new CloseGuard(workbench);
        stage.addEventHandler(
                WindowEvent.WINDOW_CLOSE_REQUEST,
                event -> {
                    if (guard.asks() && !guard.mayClose(stage)) {
                        event.consume();
                    }
                });
    }

    private boolean asks() {
        return workbench.preferences().confirmsClose()
                && hasUnfinished(workbench.services().running().get());
    }

    /** Whether any of these must not be cut off unseen. */
    static boolean hasUnfinished(List<JobHandle> jobs) {
        return jobs.stream().anyMatch(job -> !job.isDone() && job.spec() instanceof JobSpec.Set);
    }

    private boolean mayClose(Stage stage) {
        ButtonType close = new ButtonType(Words.text("close.anyway"), ButtonBar.ButtonData.OK_DONE);
        ButtonType stay =
                new ButtonType(Words.text("close.stay"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert =
                new Alert(Alert.AlertType.CONFIRMATION, Words.text("close.text"), stay, close);
        alert.initOwner(stage);
        alert.setTitle(Words.text("close.title"));
        alert.setHeaderText(Words.text("close.title"));
        return alert.showAndWait().filter(close::equals).isPresent();
    }
}
