package dev.bulkhead.app.shell;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.JobWords;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.engine.JobHandle;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** All jobs under way: what each does and how its worker process is. */
final class JobsView extends VBox {
    private final Workbench workbench;
    private final ListView<JobHandle> list = new ListView<>();

    JobsView(Workbench workbench) {
        this.workbench = workbench;
        setId("jobs-view");
        getStyleClass().add("jobs-view");
        list.setId("jobs");
        list.getStyleClass().add("jobs-list");
        list.setAccessibleText(Words.text("jobs.accessible"));
        list.setPlaceholder(Parts.words("jobs.none", "placeholder"));
        list.setCellFactory(_ -> new Cell());
        getChildren().addAll(Parts.words("jobs.title", "title"), list);
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
        private final Label worker = new Label();
        private final Button cancel =
                Parts.iconButton("cancel-job", MaterialDesignC.CLOSE, () -> getItem().cancel());
        private final Button kill =
                Parts.iconButton(
                        "kill-worker", MaterialDesignR.RESTART, () -> getItem().killWorker());
        private final HBox row = new HBox(new VBox(what, worker), Parts.spacer(), kill, cancel);

        Cell() {
            worker.getStyleClass().addAll("muted", "mono");
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
            worker.setText(
                    job.worker()
                            .map(JobWords::worker)
                            .orElseGet(() -> Words.text("jobs.starting")));
            setAccessibleText(what.getText());
            setGraphic(row);
        }
    }
}
