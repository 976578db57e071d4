package dev.bulkhead.app.agent;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.agent.UnlockViewModel.Ask;
import dev.bulkhead.app.agent.UnlockViewModel.Kind;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** Asks for the master passphrase below the address bar; the window goes on working meanwhile. */
public final class UnlockBar extends HBox {
    private final UnlockViewModel model;
    private final Label why = Parts.label("unlock-why", "title");
    private final Label problem = Parts.label("unlock-problem", "danger-text");
    private final PasswordField passphrase = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final Button accept = new Button();
    private final ProgressIndicator busy = new ProgressIndicator();
    private @Nullable Node focusBefore;

    public UnlockBar(UnlockViewModel model) {
        this.model = model;
        setId("unlock-bar");
        getStyleClass().add("unlock-bar");
        AgentStyle.on(this);
        field(passphrase, "unlock-passphrase", "vault.passphrase");
        field(again, "unlock-again", "vault.passphrase-again");
        accept.setId("unlock-accept");
        accept.getStyleClass().add(Styles.ACCENT);
        accept.setOnAction(_ -> answer());
        Button cancel = new Button(Words.text("button.not-now"));
        cancel.setId("unlock-cancel");
        cancel.setOnAction(_ -> cancel());
        accept.setMinWidth(USE_PREF_SIZE);
        cancel.setMinWidth(USE_PREF_SIZE);
        busy.setId("unlock-busy");
        busy.setAccessibleText(Words.text("vault.busy"));
        why.setWrapText(true);
        problem.setWrapText(true);
        VBox words = new VBox(why, problem);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Parts.icon(MaterialDesignL.LOCK_OUTLINE, "accent-text"),
                        words,
                        passphrase,
                        again,
                        busy,
                        accept,
                        cancel);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        model.problemProperty().subscribe(text -> Parts.show(problem, text));
        model.busyProperty().subscribe(this::showBusy);
        model.askProperty().subscribe(this::show);
    }

    private void field(PasswordField field, String id, String key) {
        field.setId(id);
        field.setPromptText(Words.text(key));
        field.setAccessibleText(Words.text(key));
        field.setOnAction(_ -> answer());
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            cancel();
            event.consume();
        }
    }

    private void answer() {
        if (again.isVisible() && again.getText().isEmpty() && passphrase.isFocused()) {
            again.requestFocus();
        } else {
            model.answer(passphrase.getText(), again.getText());
        }
    }

    private void cancel() {
        model.cancel();
    }

    private void showBusy(boolean now) {
        busy.setVisible(now);
        busy.setManaged(now);
        accept.setDisable(now);
    }

    private void show(Optional<Ask> ask) {
        passphrase.clear();
        again.clear();
        boolean asked = ask.isPresent();
        boolean wasShown = isVisible();
        setVisible(asked);
        setManaged(asked);
        why.setText(ask.map(UnlockBar::words).orElse(""));
        Kind kind = ask.map(Ask::kind).orElse(Kind.UNLOCK);
        again.setVisible(kind.isNew());
        again.setManaged(kind.isNew());
        accept.setText(Words.text("button.vault-" + kind.name().toLowerCase(Locale.ROOT)));
        accept.setAccessibleText(accept.getText());
        if (asked && getScene() != null) {
            focusBefore = wasShown ? focusBefore : getScene().getFocusOwner();
            passphrase.requestFocus();
        } else if (focusBefore != null) {
            focusBefore.requestFocus();
            focusBefore = null;
        }
    }

    private static String words(Ask ask) {
        return Words.text("vault.ask." + ask.kind().name().toLowerCase(Locale.ROOT), ask.why());
    }
}
