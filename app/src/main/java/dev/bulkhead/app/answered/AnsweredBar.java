package dev.bulkhead.app.answered;

import dev.bulkhead.app.answered.AnsweredTree.View;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The line over the tree that says that it does not show everything. Hidden while it does. */
public final class AnsweredBar extends HBox {
    private final FontIcon icon = Parts.icon(MaterialDesignF.FILTER_VARIANT, "state-icon");
    private final Label text = Parts.label("answered-text", "answered-text");
    private final Button again;
    private final Button end;

    /**
     * A bar over what the tree shows.
     *
     * @param rescan asks the device anew
     */
    public AnsweredBar(AnsweredTree tree, Runnable rescan) {
        setId("answered-bar");
        getStyleClass().addAll("notice-bar", "answered-bar");
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setWrapText(true);
        again = Parts.iconButton("answered-again", MaterialDesignR.REFRESH, rescan);
        end = Parts.iconButton("answered-all", MaterialDesignC.CLOSE, tree::showAll);
        for (Button button : new Button[] {again, end}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        getChildren().addAll(icon, text, again, end);
        tree.viewProperty().subscribe(this::show);
    }

    private void show(View view) {
        boolean all = view instanceof View.All;
        setVisible(!all);
        setManaged(!all);
        again.setVisible(!(view instanceof View.Scanning));
        again.setManaged(again.isVisible());
        switch (view) {
            case View.All _ -> text.setText("");
            case View.Scanning s -> {
                icon.setIconCode(MaterialDesignT.TIMER_SAND);
                text.setText(Words.text("answered.scanning", s.device(), s.asked(), s.found()));
            }
            case View.Answered a -> {
                icon.setIconCode(MaterialDesignF.FILTER_VARIANT);
                text.setText(Words.text("answered.shown", a.device(), a.objects()));
            }
            case View.Failed f -> {
                icon.setIconCode(MaterialDesignA.ALERT_OUTLINE);
                text.setText(Words.text("answered.failed", f.device(), f.why()));
            }
        }
        Parts.explain(
                end,
                Words.text(
                        view instanceof View.Scanning ? "button.cancel" : "button.answered-all"));
        Parts.tone(this, view instanceof View.Failed ? Tone.WARNING : Tone.ACCENT);
    }
}
