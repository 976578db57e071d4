package dev.bulkhead.app.problems;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.Shown;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.diagnostic.Severity;
import java.io.File;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** A problem in one line, or the line over a group of them. */
final class ProblemCell extends ListCell<ProblemRow> {
    private final ProblemsViewModel model;
    private final FontIcon arrow = Parts.icon(MaterialDesignC.CHEVRON_DOWN, "group-arrow");
    private final FontIcon icon = SeverityLook.icon(Severity.ERROR);
    private final Label word = new Label();
    private final Label message = new Label();
    private final FontIcon wrench = Parts.icon(MaterialDesignW.WRENCH_OUTLINE, "fixable");
    private final Label errors = Parts.chip("group-errors", Tone.DANGER);
    private final Label warnings = Parts.chip("group-warnings", Tone.WARNING);
    private final Label code = new Label();
    private final Label place = new Label();
    private final HBox one;
    private final HBox group;

    ProblemCell(ProblemsViewModel model) {
        this.model = model;
        message.setMinWidth(0);
        message.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(message, Priority.ALWAYS);
        word.getStyleClass().addAll("muted", "problem-word");
        code.getStyleClass().addAll("muted", "problem-code");
        place.getStyleClass().addAll("muted", "mono", "problem-place");
        for (Region fixed : new Region[] {word, code, place, errors, warnings}) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        one = new HBox();
        one.getStyleClass().add("problem-row");
        group = new HBox();
        group.getStyleClass().addAll("problem-row", "problem-group");
        group.setOnMouseClicked(_ -> {
            if (getItem() instanceof ProblemRow.Group shown) {
                model.toggle(shown);
            }
        });
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(ProblemRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (row) {
            case ProblemRow.Group header -> show(header);
            case ProblemRow.One problem -> show(problem.diagnostic());
        }
    }

    private void show(ProblemRow.Group header) {
        arrow.setIconCode(
                header.isOpen() ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT);
        SeverityLook.set(icon, header.worst());
        message.setText(Shown.line(header.title()));
        Parts.show(
                errors, header.errors() == 0 ? "" : Words.text("problems.errors", header.errors()));
        Parts.show(
                warnings,
                header.warnings() == 0 ? "" : Words.text("problems.warnings", header.warnings()));
        group.getChildren().setAll(arrow, icon, message, errors, warnings);
        setAccessibleText(
                Words.text(
                        "problems.group.accessible",
                        message.getText(),
                        header.errors(),
                        header.warnings()));
        setGraphic(group);
    }

    private void show(Diagnostic diagnostic) {
        SeverityLook.set(icon, diagnostic.severity());
        word.setText(SeverityLook.word(diagnostic.severity()));
        message.setText(Shown.line(diagnostic.message()));
        wrench.setVisible(isFixable(diagnostic));
        code.setText(diagnostic.code().tag());
        place.setText(place(diagnostic));
        one.getChildren().setAll(icon, word, message, wrench, code, place);
        setAccessibleText(
                Words.text(
                        "problems.accessible.one",
                        word.getText(),
                        message.getText(),
                        place.getText()));
        setGraphic(one);
    }

    /** Texts that come with the program have no path, and no copies of them are kept. */
    private static boolean isFixable(Diagnostic diagnostic) {
        return diagnostic.suggestion().isPresent()
                && new File(diagnostic.location().file()).isAbsolute();
    }

    private String place(Diagnostic diagnostic) {
        String file = diagnostic.location().file();
        String last = file.substring(file.lastIndexOf('/') + 1);
        int line = diagnostic.location().line();
        return model.groupingProperty().get() == Grouping.FILE
                ? Words.text("problems.line", line)
                : Words.text("problems.place", Shown.line(last), line);
    }
}
