package dev.bulkhead.app.change;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The Set tab: the variables of one SET, each with its old and its new value. */
public final class SetView extends BorderPane {
    private static final List<String> HEADS =
            List.of("set.head.name", "set.head.old", "set.head.new", "set.head.outcome");

    private final SetViewModel model;
    private final ChangeText text;
    private final PaneBar bar = new PaneBar("set");
    private final Label count = Parts.chip("set-count", Tone.ACCENT);
    private final Label message = Parts.label("set-message", "set-message", "danger-text");
    private final GridPane grid = new GridPane();
    private final Button send = Parts.button("set-send", MaterialDesignS.SEND, this::send);
    private final List<ItemRow> rows = new ArrayList<>();

    /**
     * The desk.
     *
     * @param add adds what is chosen elsewhere in the window
     * @param addKey the key that does so, in words
     */
    public SetView(SetViewModel model, ChangesViewModel changes, Runnable add, String addKey) {
        this.model = model;
        text = new ChangeText(changes.names());
        setId("set-pane");
        getStyleClass().add("set-view");
        getStylesheets().add(ChangeStyles.sheet());
        bar.title().setText(Words.text("set.title"));
        bar.addChips(count);
        send.getStyleClass().add(Styles.ACCENT);
        bar.addTools(
                Parts.button("set-add", MaterialDesignP.PLUS, add),
                Parts.button("set-read", MaterialDesignR.REFRESH, this::readAgain),
                Parts.iconButton("set-clear", MaterialDesignT.TRASH_CAN_OUTLINE, model::clear),
                send);
        message.setWrapText(true);
        message.setGraphic(Parts.icon(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "danger-text"));
        setTop(new VBox(bar, message));
        setUpGrid();
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setId("set-scroll");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("set-scroll");
        scroll.setAccessibleText(Words.text("set.accessible"));
        Node empty = empty(add, addKey);
        setCenter(new StackPane(scroll, empty));
        model.messageProperty().subscribe(now -> Parts.show(message, now));
        model.placeProperty().subscribe(this::showPlace);
        model.items().subscribe(() -> show(empty));
        show(empty);
    }

    private void setUpGrid() {
        grid.setId("set-grid");
        grid.getStyleClass().add("set-grid");
        for (double percent : new double[] {24, 14, 33, 18, 7}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
        }
    }

    private Node empty(Runnable add, String addKey) {
        Button action = Parts.button("set-empty-add", MaterialDesignP.PLUS, add);
        action.getStyleClass().add(Styles.ACCENT);
        Label hint = Parts.label("set-empty-hint", "muted");
        hint.setText(Words.text("set.empty.hint", addKey));
        Label words = Parts.words("set.empty.text", "muted");
        words.setWrapText(true);
        VBox box =
                new VBox(
                        Parts.icon(MaterialDesignP.PENCIL_OUTLINE, "hero"),
                        Parts.words("set.empty.title", "empty-title"),
                        words,
                        action,
                        hint);
        box.setId("set-empty");
        box.getStyleClass().add("empty-state");
        return box;
    }

    private void showPlace(Optional<Place> place) {
        bar.summary().setText(place.map(now -> Inert.text(now.device())).orElse(""));
    }

    private void show(Node empty) {
        boolean none = model.items().isEmpty();
        empty.setVisible(none);
        bar.setVisible(!none);
        bar.setManaged(!none);
        Parts.show(count, none ? "" : Words.text("set.count", model.items().size()));
        grid.getChildren().clear();
        rows.clear();
        for (int i = 0; i < HEADS.size(); i++) {
            Label head = Parts.words(HEADS.get(i), "set-head");
            head.setMaxWidth(Double.MAX_VALUE);
            grid.add(head, i, 0);
        }
        for (int i = 0; i < model.items().size(); i++) {
            ItemRow row = new ItemRow(model, model.items().get(i), i + 1, text);
            rows.add(row);
            List<Node> cells = row.cells();
            for (int column = 0; column < cells.size(); column++) {
                GridPane.setValignment(cells.get(column), VPos.TOP);
                grid.add(cells.get(column), column, i + 1);
            }
        }
    }

    private void readAgain() {
        model.readAgain();
    }

    private void send() {
        model.send();
    }

    /** Puts the focus into the last variable's value, or its name while no instance is chosen. */
    public void focusLast() {
        if (rows.isEmpty()) {
            requestFocus();
        } else {
            rows.getLast().focus();
        }
    }
}
