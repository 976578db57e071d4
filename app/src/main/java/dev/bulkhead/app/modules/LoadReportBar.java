package dev.bulkhead.app.modules;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.LoadReport;
import dev.bulkhead.app.mibtree.MibLibrary;
import dev.bulkhead.app.mibtree.Shown;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** One line over the tabs: what came of files that were dropped or chosen. */
public final class LoadReportBar extends HBox {
    private final FontIcon icon = Parts.icon(MaterialDesignC.CHECK_CIRCLE_OUTLINE, "state-icon");
    private final Label text = Parts.label("load-report-text", "notice-text");
    private final Button problems;
    private Optional<LoadReport> shown = Optional.empty();

    /**
     * A bar that shows each report about files the user added.
     *
     * @param showProblems lists what is wrong with these files
     */
    public LoadReportBar(
            MibLibrary library, Consumer<LoadReport> showProblems, Runnable showModules) {
        setId("load-report");
        getStyleClass().addAll("notice-bar", "load-report");
        text.setMinWidth(0);
        problems =
                Parts.button(
                        "show-problems",
                        MaterialDesignA.ALERT_CIRCLE_OUTLINE,
                        () -> shown.ifPresent(showProblems));
        Button modules = new Button(Words.text("button.show-modules"));
        modules.setId("show-modules");
        modules.setOnAction(_ -> showModules.run());
        for (Button button : new Button[] {problems, modules}) {
            button.getStyleClass().add("small-button");
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        Button close = Parts.iconButton("dismiss-report", MaterialDesignC.CLOSE, this::dismiss);
        close.getStyleClass().add("small-button");
        getChildren().addAll(icon, text, Parts.spacer(), problems, modules, close);
        dismiss();
        library.reportProperty().subscribe(report -> report.ifPresent(this::show));
    }

    private void dismiss() {
        setVisible(false);
        setManaged(false);
    }

    private void show(LoadReport report) {
        if (report.added().isEmpty() && report.problem().isEmpty()) {
            dismiss(); // what it said may be true no longer
            return;
        }
        shown = Optional.of(report);
        text.setText(sentence(report));
        Tone tone =
                report.problem().isPresent() || report.asked() == 0
                        ? Tone.DANGER
                        : report.errors() > 0 ? Tone.WARNING : Tone.SUCCESS;
        Parts.tone(this, tone);
        Parts.tone(icon, tone);
        icon.setIconCode(
                tone == Tone.SUCCESS
                        ? MaterialDesignC.CHECK_CIRCLE_OUTLINE
                        : MaterialDesignA.ALERT_OUTLINE);
        boolean faulty = report.errors() + report.warnings() > 0;
        problems.setVisible(faulty);
        problems.setManaged(faulty);
        setVisible(true);
        setManaged(true);
    }

    private static String sentence(LoadReport report) {
        if (report.problem().isPresent()) {
            return Words.text("status.mibs.failed", Shown.line(report.problem().get()));
        }
        String counts =
                Words.text("report.loaded", report.asked(), report.errors(), report.warnings());
        return report.added().size() == 1
                ? Words.text(
                        "report.from",
                        counts,
                        Shown.line(String.valueOf(report.added().getFirst().getFileName())))
                : counts;
    }
}
