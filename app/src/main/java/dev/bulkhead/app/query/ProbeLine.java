package dev.bulkhead.app.query;

import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.engine.diagnosis.Probe;
import dev.bulkhead.engine.diagnosis.Probe.Outcome;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** One probe of an examination: what was tried, and below what came of it. */
final class ProbeLine extends HBox {
    ProbeLine(Probe probe) {
        Label sent = new Label(capitalised(probe.sent()));
        Label outcome = new Label(ExaminationWords.outcome(probe.outcome()));
        outcome.getStyleClass().add("muted");
        sent.setWrapText(true);
        outcome.setWrapText(true);
        getStyleClass().add("panel-line");
        getChildren().addAll(icon(probe.outcome()), new VBox(sent, outcome));
    }

    private static String capitalised(String words) {
        int first = words.codePointAt(0);
        return Character.toString(Character.toTitleCase(first))
                + words.substring(Character.charCount(first));
    }

    private static FontIcon icon(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered _ ->
                    Parts.icon(
                            MaterialDesignC.CHECK_CIRCLE_OUTLINE,
                            "panel-line-icon",
                            "success-text");
            case Outcome.Failed _ ->
                    Parts.icon(
                            MaterialDesignA.ALERT_CIRCLE_OUTLINE, "panel-line-icon", "danger-text");
            case Outcome.Skipped _ ->
                    Parts.icon(MaterialDesignM.MINUS_CIRCLE_OUTLINE, "panel-line-icon", "muted");
        };
    }
}
