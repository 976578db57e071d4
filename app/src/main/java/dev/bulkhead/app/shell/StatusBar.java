package dev.bulkhead.app.shell;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.LoadReport;
import dev.bulkhead.app.polling.PollSummary;
import dev.bulkhead.app.query.QueryRun;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** State or progress at the left; polls, jobs, the receiver and modules at the right. */
final class StatusBar extends HBox {
    private final Workbench workbench;
    private final FontIcon icon = Parts.icon(MaterialDesignI.INFORMATION_OUTLINE, "state-icon");
    private final Label text = Parts.label("status-text");
    private final ProgressBar progress = new ProgressBar();
    private final Button cancel = new Button(Words.text("button.cancel"));
    private final Region dot = new Region();
    private final Label polls = Parts.label("status-polls");
    private final Button modules;

    StatusBar(Workbench workbench, Button jobs, ToggleButton receiver, Button modules) {
        this.workbench = workbench;
        this.modules = modules;
        setId("status-bar");
        getStyleClass().add("status-bar-row");
        progress.setId("status-progress");
        progress.setAccessibleText(Words.text("status.progress.accessible"));
        cancel.setId("status-cancel");
        cancel.setAccessibleText(Words.text("button.cancel"));
        cancel.getStyleClass().add("small-button");
        cancel.setOnAction(_ -> cancelShown());
        dot.getStyleClass().addAll("dot", "success");
        polls.setGraphic(dot);
        modules.setId("status-mibs");
        getChildren()
                .addAll(
                        icon,
                        text,
                        progress,
                        cancel,
                        Parts.spacer(),
                        polls,
                        line(),
                        jobs,
                        line(),
                        receiver,
                        line(),
                        modules);
        jobs.getStyleClass().add("status-button");
        modules.getStyleClass().add("status-button");
        workbench.status().lineProperty().subscribe(this::show);
        workbench.status().progressProperty().subscribe(this::show);
        workbench.library().reportProperty().subscribe(report -> report.ifPresent(this::count));
        workbench.library().loadingProperty().subscribe(this::loading);
        cancel.setMinWidth(Region.USE_PREF_SIZE);
    }

    private static Node line() {
        Separator line = new Separator(Orientation.VERTICAL);
        line.getStyleClass().add("status-line");
        return line;
    }

    private void cancelShown() {
        workbench
                .status()
                .progressProperty()
                .get()
                .map(StatusViewModel.Progress::run)
                .ifPresent(QueryRun::cancel);
    }

    private void show(StatusViewModel.Line line) {
        if (workbench.status().progressProperty().get().isEmpty()) {
            text.setText(line.text());
            Parts.tone(icon, line.tone());
            icon.setIconCode(
                    switch (line.tone()) {
                        case SUCCESS -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
                        case WARNING -> MaterialDesignA.ALERT_OUTLINE;
                        case DANGER -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
                        case NEUTRAL, ACCENT -> MaterialDesignI.INFORMATION_OUTLINE;
                    });
            icon.setVisible(!line.text().isEmpty());
            icon.setManaged(!line.text().isEmpty());
        }
    }

    private void show(Optional<StatusViewModel.Progress> now) {
        boolean going = now.isPresent();
        for (Node node : new Node[] {progress, cancel}) {
            node.setVisible(going);
            node.setManaged(going);
        }
        if (going) {
            icon.setVisible(false);
            icon.setManaged(false);
            text.setText(now.get().text());
            progress.setProgress(now.get().share());
        } else {
            show(workbench.status().lineProperty().get());
        }
    }

    private void loading(boolean now) {
        if (now) {
            modules.setText(Words.text("status.mibs.loading"));
        } else {
            workbench.library().reportProperty().get().ifPresent(this::count);
        }
    }

    private void count(LoadReport report) {
        modules.setText(Words.text("status.mibs", report.modules(), report.objects()));
    }

    /** Repaints what changes by itself. */
    void refresh() {
        PollSummary summary = workbench.polling().summary();
        boolean polling = summary.objects() > 0;
        polls.setText(
                polling
                        ? Words.text("status.polling", summary.running(), summary.alarms())
                        : Words.text("status.polling.none"));
        Tone live =
                summary.alarms() > 0
                        ? Tone.DANGER
                        : summary.late() > 0 ? Tone.WARNING : Tone.SUCCESS;
        Parts.tone(dot, polling ? live : Tone.NEUTRAL);
    }
}
