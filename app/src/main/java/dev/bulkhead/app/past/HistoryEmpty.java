package dev.bulkhead.app.past;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** What the History page shows while nothing is kept: why, and a way on. */
final class HistoryEmpty extends VBox {
    private final Label title = Parts.label("history-empty-title", "empty-title");
    private final Label text = Parts.label("history-empty-text", "muted");
    private final Button action;
    private final Button open;

    /** Why there is nothing to see. */
    enum Why {
        NOTHING_POLLED,
        OFF,
        NO_PLACE,
        NO_MATCH
    }

    HistoryEmpty(Runnable showPolls, Runnable openFile) {
        setId("history-empty");
        getStyleClass().add("empty-state");
        text.setWrapText(true);
        action = Parts.button("history-empty-polls", MaterialDesignP.PULSE, showPolls);
        action.getStyleClass().add(Styles.ACCENT);
        action.setMinWidth(USE_PREF_SIZE);
        open = Parts.button("history-empty-open", MaterialDesignF.FOLDER_OPEN_OUTLINE, openFile);
        open.setMinWidth(USE_PREF_SIZE);
        FlowPane buttons = new FlowPane(action, open);
        buttons.getStyleClass().add("empty-buttons");
        getChildren().addAll(Parts.icon(MaterialDesignH.HISTORY, "hero"), title, text, buttons);
        show(Why.NOTHING_POLLED);
    }

    void show(Why why) {
        String key = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        title.setText(Words.text("history.empty." + key + ".title"));
        text.setText(Words.text("history.empty." + key + ".text"));
        offer(action, why == Why.NOTHING_POLLED);
        offer(open, why == Why.NO_PLACE);
    }

    private static void offer(Button button, boolean shown) {
        button.setVisible(shown);
        button.setManaged(shown);
    }

    Button action() {
        return action;
    }
}
