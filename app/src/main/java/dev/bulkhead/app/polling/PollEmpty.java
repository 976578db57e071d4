package dev.bulkhead.app.polling;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** What the Poll tab shows while nothing is polled: a sentence, a way on, a key. */
final class PollEmpty extends VBox {
    private final Button action;
    private final FlowPane buttons = new FlowPane();
    private final Label hint = Parts.label("poll-empty-hint", "muted");

    PollEmpty(Runnable add) {
        setId("poll-empty");
        getStyleClass().add("empty-state");
        Label text = Parts.words("poll.empty.text", "muted");
        text.setWrapText(true);
        action = Parts.button("poll-empty-add", MaterialDesignP.PLUS, add);
        action.getStyleClass().add(Styles.ACCENT);
        action.setMinWidth(USE_PREF_SIZE);
        buttons.getStyleClass().add("empty-buttons");
        buttons.getChildren().setAll(action);
        getChildren()
                .addAll(
                        Parts.icon(MaterialDesignP.PULSE, "hero"),
                        Parts.words("poll.empty.title", "empty-title"),
                        text,
                        buttons,
                        hint);
        showAdd(false, "");
    }

    /** Offers a formula as another first poll. */
    void offerFormula(Runnable open) {
        Button formula = Parts.button("poll-empty-formula", MaterialDesignF.FUNCTION_VARIANT, open);
        formula.setMinWidth(USE_PREF_SIZE);
        buttons.getChildren().add(formula);
    }

    void showAdd(boolean shown, String key) {
        action.setVisible(shown);
        action.setManaged(shown);
        Parts.show(hint, key.isEmpty() ? "" : Words.text("poll.empty.hint", key));
    }
}
