package dev.bulkhead.app.shell;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.packets.Recording;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.JobSpec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/**
 * Asks before the window closes while something runs whose end nobody would see, a SET, or whose
 * result would be lost, a recording of packets.
 */
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
                    if (!guard.reason().map(why -> guard.mayClose(stage, why)).orElse(true)) {
                        event.consume();
                    }
                });
    }

    /** Why to ask; its words are {@code close.<name>.title} and {@code .text}. */
    enum Reason {
        SET,
        CAPTURE;

        private String words(String part) {
            return Words.text("close." + name().toLowerCase(Locale.ROOT) + "." + part);
        }
    }

    private Optional<Reason> reason() {
        return workbench.preferences().confirmsClose()
                ? reason(
                        workbench.services().running().get(),
                        workbench.services().packets().recordings())
                : Optional.empty();
    }

    /** Why to ask while these jobs and recordings are there; a SET weighs more. */
    static Optional<Reason> reason(List<JobHandle> jobs, List<Recording> recordings) {
        if (hasUnfinished(jobs)) {
            return Optional.of(Reason.SET);
        }
        return recordings.stream().allMatch(Recording::isOver)
                ? Optional.empty()
                : Optional.of(Reason.CAPTURE);
    }

    /** Whether any of these must not be cut off unseen. */
    static boolean hasUnfinished(List<JobHandle> jobs) {
        return jobs.stream().anyMatch(job -> !job.isDone() && job.spec() instanceof JobSpec.Set);
    }

    private boolean mayClose(Stage stage, Reason why) {
        ButtonType close = new ButtonType(Words.text("close.anyway"), ButtonBar.ButtonData.OK_DONE);
        ButtonType stay =
                new ButtonType(Words.text("close.stay"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, why.words("text"), stay, close);
        alert.initOwner(stage);
        alert.setTitle(why.words("title"));
        alert.setHeaderText(why.words("title"));
        alert.getDialogPane().setId("close-question");
        return alert.showAndWait().filter(close::equals).isPresent();
    }
}
