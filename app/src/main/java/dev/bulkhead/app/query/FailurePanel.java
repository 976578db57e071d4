package dev.bulkhead.app.query;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.engine.sample.Failure;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** Why a run has no values: what happened, what to try, and buttons for that. In place. */
public final class FailurePanel extends VBox {
    private final Label title = Parts.label("failure-title", "panel-title");
    private final Label what = Parts.label("failure-what");
    private final Label advice = Parts.label("failure-advice", "muted");
    private final HBox buttons = new HBox();

    /**
     * An empty panel.
     *
     * @param actions buttons for what may help, the most likely first
     */
    public FailurePanel(List<Button> actions) {
        setId("failure");
        getStyleClass().add("failure-panel");
        what.setWrapText(true);
        advice.setWrapText(true);
        buttons.getStyleClass().add("panel-buttons");
        buttons.getChildren().setAll(actions);
        getChildren()
                .addAll(
                        line(MaterialDesignL.LAN_DISCONNECT, "panel-icon", title),
                        line(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "danger-text", what),
                        line(MaterialDesignC.COMPASS_OUTLINE, "muted", advice),
                        buttons);
    }

    private static HBox line(Ikon icon, String iconClass, Label label) {
        HBox line = new HBox(Parts.icon(icon, "panel-line-icon", iconClass), label);
        line.getStyleClass().add("panel-line");
        return line;
    }

    /** Says what happened to a question. */
    public void show(Failure failure, String device) {
        String key = failure instanceof Failure.Timeout ? "failure.silent" : "failure.title";
        title.setText(Words.text(key, device));
        what.setText(sentence(failure.message()));
        advice.setText(FailureWords.advice(failure));
    }

    /** What to try, in one sentence. */
    public static String advice(Failure failure) {
        return FailureWords.advice(failure);
    }

    private static String sentence(String message) {
        return Words.text("failure.sentence", message);
    }
}
