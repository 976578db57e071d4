package dev.bulkhead.app.palette;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Themes;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;

/** The palette: a field and a list in the upper middle of the window. */
public final class PaletteView {
    private static final double FROM_TOP = 0.1;

    private final PaletteViewModel model;
    private final Popup popup = new Popup();
    private final TextField field = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>();

    public PaletteView(PaletteViewModel model) {
        this.model = model;
        field.setId("palette-field");
        field.setPromptText(Words.text("palette.prompt"));
        field.setAccessibleText(Words.text("palette.accessible"));
        field.textProperty().bindBidirectional(model.queryProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        list.setId("palette-list");
        list.setAccessibleText(Words.text("palette.list"));
        list.setItems(model.entries());
        list.setCellFactory(_ -> new PaletteCell());
        list.setPlaceholder(Parts.words("palette.nothing", "placeholder"));
        list.setFocusTraversable(false);
        list.setOnMouseClicked(_ -> take());
        model.entries().subscribe(this::chooseFirst);
        Label hint = Parts.words("palette.hint", "key", "palette-hint");
        hint.setWrapText(true);
        VBox box = new VBox(field, list, hint);
        box.setId("palette");
        box.getStyleClass().add("palette");
        StackPane root = new StackPane(box);
        root.getStyleClass().add("palette-shadow");
        root.getStylesheets().addAll(Themes.stylesheet(), stylesheet());
        popup.getContent().add(root);
        popup.setAutoHide(true);
    }

    private static String stylesheet() {
        return Objects.requireNonNull(PaletteView.class.getResource("palette.css"))
                .toExternalForm();
    }

    /** Opens it over a window. */
    public void show(Window owner) {
        model.open();
        popup.show(owner);
        Scene scene = owner.getScene();
        popup.setX(owner.getX() + scene.getX() + (scene.getWidth() - popup.getWidth()) / 2);
        popup.setY(owner.getY() + scene.getY() + scene.getHeight() * FROM_TOP);
        field.requestFocus();
        field.end();
        chooseFirst();
    }

    private void chooseFirst() {
        if (!list.getItems().isEmpty()) {
            list.getSelectionModel().clearAndSelect(0);
            list.scrollTo(0);
        }
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> take();
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(10);
            case PAGE_UP -> move(-10);
            case ESCAPE -> popup.hide();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int last = list.getItems().size() - 1;
        int wanted =
                Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, Math.max(0, last));
        list.getSelectionModel().clearAndSelect(wanted);
        list.scrollTo(Math.max(0, wanted - 5));
    }

    private void take() {
        PaletteEntry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.isPossible()) {
            popup.hide();
            model.run(chosen);
        }
    }
}
