package dev.bulkhead.app.change;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.agent.CredentialText;
import dev.bulkhead.app.change.ChangesViewModel.Stage;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/**
 * Asks before anything is written: old and new values of all variables, Enter to send, Esc to
 * leave. Stands at the bottom of the window and shuts nothing else off.
 *
 * <p>The Enter that proposed a change never confirms it, however long the key is held: it must be
 * released first.
 */
public final class ConfirmBar extends VBox {
    private static final PseudoClass READY = PseudoClass.getPseudoClass("ready");
    private static final Duration REPEATS = Duration.millis(400);

    private final ChangesViewModel model;
    private final ChangeText text;
    private final Label title = Parts.label("confirm-title", "confirm-title");
    private final Label who = Parts.chip("confirm-who", Tone.NEUTRAL);
    private final Label note = Parts.label("confirm-note", "muted");
    private final Label problem = Parts.label("confirm-problem", "danger-text");
    private final ConfirmLines lines;
    private final ScrollPane scroll;
    private final Button send = Parts.button("confirm-send", MaterialDesignS.SEND, this::send);
    private final Button cancel =
            Parts.button("confirm-cancel", MaterialDesignC.CLOSE, this::leave);
    private final PauseTransition repeats = new PauseTransition(REPEATS);
    private boolean armed;
    private @Nullable Node focusBefore;

    public ConfirmBar(ChangesViewModel model) {
        this.model = model;
        text = new ChangeText(model.names());
        lines = new ConfirmLines(text);
        scroll = new ScrollPane(lines);
        setId("confirm-bar");
        getStyleClass().add("confirm-bar");
        getStylesheets().add(ChangeStyles.sheet());
        scroll.setId("confirm-scroll");
        scroll.getStyleClass().add("confirm-scroll");
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(Words.text("confirm.lines.accessible"));
        send.getStyleClass().add(Styles.ACCENT);
        send.setMinWidth(USE_PREF_SIZE);
        cancel.setMinWidth(USE_PREF_SIZE);
        title.setMinWidth(USE_PREF_SIZE);
        note.setWrapText(true);
        problem.setWrapText(true);
        HBox head =
                new HBox(
                        Parts.icon(MaterialDesignS.SQUARE_EDIT_OUTLINE, "accent-text"), title, who);
        head.getChildren().addAll(Parts.spacer(), send, cancel);
        head.getStyleClass().add("confirm-head");
        getChildren().addAll(head, scroll, problem, note);
        repeats.setOnFinished(_ -> arm(true));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        sceneProperty().subscribe(this::watchReleases);
        model.stageProperty().subscribe(this::show);
    }

    private void watchReleases(@Nullable Scene scene) {
        if (scene != null) {
            scene.addEventFilter(
                    KeyEvent.KEY_RELEASED, event -> arm(armed || event.getCode() == KeyCode.ENTER));
        }
    }

    /** From now on Enter confirms, or does not yet; the button's style can tell. */
    private void arm(boolean now) {
        armed = now;
        send.pseudoClassStateChanged(READY, now);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !cancel.isFocused()) {
            if (armed) {
                send();
            } else {
                repeats.playFromStart();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.ESCAPE) {
            leave();
            event.consume();
        }
    }

    private void send() {
        model.send();
    }

    private void leave() {
        model.cancel();
    }

    private void show(Stage stage) {
        boolean shown = !(stage instanceof Stage.Idle);
        setVisible(shown);
        setManaged(shown);
        buttons(stage); // first: what does not show cannot take the focus
        switch (stage) {
            case Stage.Idle() -> giveFocusBack();
            case Stage.Reading(ChangePlan plan) -> {
                arm(false);
                head(plan);
                say("", Words.text("confirm.reading"));
                lines.plan(plan);
                takeFocus(cancel);
            }
            case Stage.Asking(ChangePlan plan, var unread) -> {
                head(plan);
                say(
                        unread.map(why -> Words.text("confirm.unread", Inert.text(why.message())))
                                .orElse(""),
                        notes(plan));
                lines.plan(plan);
                repeats.playFromStart();
                takeFocus(send);
            }
            case Stage.Sending(ChangePlan plan) -> {
                head(plan);
                say("", Words.text("confirm.sending"));
            }
            case Stage.Failed(ChangeReport report) -> {
                head(report.plan());
                title.setText(Words.text("confirm.failed"));
                say(report.failure().map(ReportWords::whole).orElse(""), "");
                lines.report(report);
                takeFocus(cancel);
            }
        }
    }

    private void buttons(Stage stage) {
        boolean asking = stage instanceof Stage.Asking;
        send.setVisible(asking);
        send.setManaged(asking);
        cancel.setDisable(stage instanceof Stage.Sending);
        boolean failed = stage instanceof Stage.Failed;
        cancel.setText(Words.text(failed ? "button.confirm-close" : "button.confirm-cancel"));
    }

    private void head(ChangePlan plan) {
        Place place = plan.steps().getFirst().place();
        title.setText(
                Words.text(
                        plan.kind().key(), plan.assignments().size(), Inert.text(place.device())));
        long devices = plan.steps().stream().map(ChangeStep::place).distinct().count();
        who.setText(
                devices > 1
                        ? Words.text("confirm.devices", devices)
                        : Words.text(
                                "confirm.who",
                                place.target().address(),
                                CredentialText.of(place.target().credential())));
    }

    private static String notes(ChangePlan plan) {
        int variables = plan.steps().getFirst().assignments().size();
        return switch (plan.kind()) {
            case SET -> variables > 1 ? Words.text("confirm.note.at-once") : "";
            case CREATE_ROW -> Words.text("confirm.note.create");
            case DELETE_ROWS -> Words.text("confirm.note.delete");
            case SET_BACK -> Words.text("confirm.note.back", plan.steps().size());
        };
    }

    private void say(String wrong, String hint) {
        Parts.show(problem, wrong);
        Parts.show(note, hint);
    }

    private void takeFocus(Node node) {
        Scene scene = getScene();
        if (scene != null) {
            Node owner = scene.getFocusOwner();
            if (owner != null && !isInside(owner)) {
                focusBefore = owner;
            }
            node.requestFocus();
        }
    }

    private boolean isInside(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == this) {
                return true;
            }
        }
        return false;
    }

    private void giveFocusBack() {
        Optional.ofNullable(focusBefore)
                .filter(node -> node.getScene() != null)
                .ifPresent(Node::requestFocus);
        focusBefore = null;
    }
}
