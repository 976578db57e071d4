package dev.bulkhead.app.query;

import dev.bulkhead.app.fx.ClipboardText;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.engine.diagnosis.Probe;
import dev.bulkhead.engine.sample.Failure;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Why a run has no values: what happened, what to try, and buttons for that. In place. */
public final class FailurePanel extends VBox {
    private final Label title = Parts.label("failure-title", "panel-title");
    private final Label what = Parts.label("failure-what");
    private final Label advice = Parts.label("failure-advice", "muted");
    private final HBox adviceLine = line(MaterialDesignC.COMPASS_OUTLINE, "muted", advice);
    private final VBox probes = new VBox();
    private final VBox place = new VBox();
    private final Label verdict = Parts.label("failure-verdict");
    private final HBox verdictLine = line(MaterialDesignS.STETHOSCOPE, "accent-text", verdict);
    private final Button copy =
            Parts.button("copy-report", MaterialDesignC.CONTENT_COPY, this::copyReport);
    private Optional<Examination> examination = Optional.empty();

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
        verdict.setWrapText(true);
        probes.setId("failure-probes");
        probes.getStyleClass().add("panel-lines");
        place.setId("failure-place");
        place.getStyleClass().add("panel-place");
        place.getChildren().subscribe(() -> showIf(place, !place.getChildren().isEmpty()));
        showIf(place, false);
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("panel-buttons");
        buttons.getChildren().setAll(actions);
        buttons.getChildren().add(Math.min(2, actions.size()), copy);
        getChildren()
                .addAll(
                        line(MaterialDesignL.LAN_DISCONNECT, "panel-icon", title),
                        line(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "danger-text", what),
                        adviceLine,
                        verdictLine,
                        probes,
                        buttons,
                        place);
    }

    /** Whether a remedy asks for something. */
    boolean isAsking() {
        return !place.getChildren().isEmpty();
    }

    private static HBox line(Ikon icon, String iconClass, Label label) {
        HBox line = new HBox(Parts.icon(icon, "panel-line-icon", iconClass), label);
        line.getStyleClass().add("panel-line");
        return line;
    }

    /** Says what happened to a question. */
    public void show(Failure failure, String device) {
        show(failure, device, Optional.empty());
    }

    /** Says what happened to a question, and what is found out about that. */
    public void show(Failure failure, String device, Optional<Examination> examined) {
        String key = failure instanceof Failure.Timeout ? "failure.silent" : "failure.title";
        title.setText(Words.text(key, device));
        what.setText(sentence(failure.message()));
        advice.setText(FailureWords.advice(failure));
        show(examined);
    }

    private void show(Optional<Examination> examined) {
        boolean isOther = !examined.equals(examination);
        examination = examined;
        List<Probe> tried = examined.map(Examination::probes).orElse(List.of());
        String words = examined.map(ExaminationWords::verdict).orElse("");
        if (isOther || tried.size() != probes.getChildren().size()) {
            probes.getChildren().setAll(tried.stream().map(ProbeLine::new).toList());
        }
        verdict.setText(words);
        showIf(adviceLine, examined.isEmpty());
        showIf(probes, !tried.isEmpty());
        showIf(verdictLine, !words.isEmpty());
        showIf(copy, examined.filter(Examination::isOver).isPresent());
    }

    private static void showIf(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private void copyReport() {
        examination.ifPresent(
                of -> ClipboardText.put(ExaminationWords.report(title.getText(), of)));
    }

    /** What to try, in one sentence. */
    public static String advice(Failure failure) {
        return FailureWords.advice(failure);
    }

    private static String sentence(String message) {
        return Words.text("failure.sentence", message);
    }
}
