package dev.bulkhead.app.shell;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.WorkerStatus;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** All jobs under way: what each does and how its worker process is. */
final class JobsView extends VBox {
    private final Workbench workbench;
    private final ListView<JobHandle> list = new ListView<>();

    /**
     * The jobs of a workbench.
     *
     * @param more shows them in a tab
     */
    JobsView(Workbench workbench, Runnable more) {
        this.workbench = workbench;
        setId("jobs-view");
        getStyleClass().add("jobs-view");
        list.setId("jobs");
        list.getStyleClass().add("jobs-list");
        list.setAccessibleText(Words.text("jobs.accessible"));
        list.setPlaceholder(Parts.words("jobs.none", "placeholder"));
        list.setCellFactory(_ -> new Cell());
        HBox head =
                new HBox(
                        Parts.words("jobs.title", "title"),
                        Parts.spacer(),
                        Parts.button("jobs-more", MaterialDesignC.CHIP, more));
        head.getStyleClass().add("jobs-head");
        getChildren().addAll(head, list);
        refresh();
    }

    /** Shows the jobs of now. */
    void refresh() {
        List<JobHandle> now = workbench.services().running().get();
        if (!now.equals(list.getItems())) {
            list.getItems().setAll(now);
        }
        list.refresh();
    }

    private final class Cell extends ListCell<JobHandle> {
        private final Label what = new Label();
        private final Label now = new Label();
        private final Label soFar = new Label();
        private final Label lastWords = new Label();
        private final Tooltip allWords = new Tooltip();
        private final VBox lines = new VBox(what, now, soFar, lastWords);
        private final Button cancel =
                Parts.iconButton("cancel-job", MaterialDesignC.CLOSE, () -> getItem().cancel());
        private final Button kill =
                Parts.iconButton(
                        "kill-worker", MaterialDesignR.RESTART, () -> getItem().killWorker());
        private final HBox row = new HBox(lines, kill, cancel);

        Cell() {
            now.getStyleClass().addAll("muted", "mono");
            soFar.getStyleClass().addAll("muted", "mono");
            lastWords.getStyleClass().addAll("muted", "mono");
            lastWords.setGraphic(Parts.icon(MaterialDesignC.CONSOLE_LINE, "state-icon", "warning"));
            lastWords.setTooltip(allWords);
            lines.getStyleClass().add("job-lines");
            lines.setMinWidth(0);
            HBox.setHgrow(lines, Priority.ALWAYS);
            // Long lines end in an ellipsis instead of making the list scroll sideways.
            setPrefWidth(0);
            row.getStyleClass().add("job-row");
        }

        @Override
        protected void updateItem(JobHandle job, boolean empty) {
            super.updateItem(job, empty);
            if (empty || job == null) {
                setGraphic(null);
                return;
            }
            what.setText(JobLine.of(job, workbench));
            Optional<WorkerStatus> worker = job.worker();
            now.setText(worker.map(WorkerWords::now).orElseGet(() -> Words.text("jobs.starting")));
            Parts.show(soFar, worker.map(WorkerWords::soFar).orElse(""));
            List<String> log = job.stderrTail();
            Parts.show(lastWords, log.isEmpty() ? "" : log.getLast());
            allWords.setText(String.join("\n", log));
            setAccessibleText(
                    String.join(
                            ", ",
                            what.getText(),
                            now.getText(),
                            soFar.getText(),
                            lastWords.getText()));
            setGraphic(row);
        }
    }
}
