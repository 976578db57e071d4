package dev.bulkhead.app.packets;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** What stands where no packets are: why, a way on, a key. */
final class PacketsEmpty extends VBox {
    private final Label title = Parts.label("packets-empty-title", "empty-title");
    private final Label text = Parts.label("packets-empty-text", "muted");
    private final Button again;
    private final Button now;

    /**
     * Nothing yet.
     *
     * @param again records, and runs again what is asked for
     * @param now records a job that runs
     * @param key the key of the command, in words
     */
    PacketsEmpty(Runnable again, Runnable now, String key) {
        setId("packets-empty");
        getStyleClass().add("empty-state");
        text.setWrapText(true);
        this.again =
                Parts.button("packets-record-again", MaterialDesignR.RECORD_CIRCLE_OUTLINE, again);
        this.again.getStyleClass().add(Styles.ACCENT);
        this.again.setMinWidth(USE_PREF_SIZE);
        this.now = Parts.button("packets-record-now", MaterialDesignR.RECORD_CIRCLE_OUTLINE, now);
        this.now.getStyleClass().add(Styles.ACCENT);
        this.now.setMinWidth(USE_PREF_SIZE);
        Label hint = Parts.label("packets-empty-hint", "muted");
        Parts.show(hint, key.isEmpty() ? "" : Words.text("packets.empty.hint", key));
        getChildren()
                .addAll(
                        Parts.icon(MaterialDesignE.ETHERNET, "hero"),
                        title,
                        text,
                        this.again,
                        this.now,
                        hint);
    }

    /** Why there is nothing. */
    void show(PacketsViewModel model) {
        boolean runs = model.canRecordNow();
        boolean recorded = model.shownProperty().get().isPresent();
        String why = recorded ? "waiting" : runs ? "running" : "none";
        title.setText(Words.text("packets.empty." + why + ".title"));
        text.setText(Words.text("packets.empty." + why + ".text"));
        showIf(again, !recorded && !runs);
        showIf(now, !recorded && runs);
    }

    private static void showIf(Button button, boolean shown) {
        button.setVisible(shown);
        button.setManaged(shown);
    }
}
