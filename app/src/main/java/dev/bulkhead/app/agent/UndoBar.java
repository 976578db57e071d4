package dev.bulkhead.app.agent;

import dev.bulkhead.app.theme.Parts;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** What was deleted, and a button that brings it back. Hidden while nothing was. */
final class UndoBar extends HBox {
    private final Label text;

    UndoBar(String id, ObservableValue<Optional<Undo>> undo, Runnable dismiss) {
        text = Parts.label(id + "-text");
        setId(id);
        getStyleClass().addAll("notice-bar", "undo-bar");
        Button back =
                Parts.button(
                        "undo",
                        MaterialDesignU.UNDO,
                        () -> undo.getValue().ifPresent(u -> u.back().run()));
        back.setId(id + "-button");
        back.getStyleClass().add("small-button");
        Button close = Parts.iconButton("dismiss-undo", MaterialDesignC.CLOSE, dismiss);
        close.setId(id + "-dismiss");
        getChildren()
                .addAll(
                        Parts.icon(MaterialDesignT.TRASH_CAN_OUTLINE, "muted"),
                        text,
                        back,
                        Parts.spacer(),
                        close);
        undo.subscribe(this::show);
    }

    private void show(Optional<Undo> now) {
        text.setText(now.map(Undo::sentence).orElse(""));
        setVisible(now.isPresent());
        setManaged(now.isPresent());
    }
}
