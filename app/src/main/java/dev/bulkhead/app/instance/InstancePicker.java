package dev.bulkhead.app.instance;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Themes;
import dev.bulkhead.mibs.smi.Oid;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/** A list of a column's instances under the OID bar; Enter or a click takes one. */
public final class InstancePicker {
    private final PopOver popOver = new PopOver();
    private final TextField filter = new TextField();
    private final ListView<Instance> list = new ListView<>();
    private Consumer<Oid> chosen = _ -> {};

    public InstancePicker(InstancesViewModel model) {
        filter.setId("instance-filter");
        filter.setPromptText(Words.text("instance.filter"));
        filter.setAccessibleText(Words.text("instance.filter"));
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        list.setId("instance-list");
        list.getStyleClass().add("instance-list");
        list.setAccessibleText(Words.text("instance.list"));
        list.setItems(model.instances());
        list.setCellFactory(_ -> new Cell());
        list.setOnMouseClicked(_ -> take());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        model.instances().subscribe(() -> list.getSelectionModel().selectFirst());
        Label state = Parts.label("instance-state", "placeholder");
        state.setWrapText(true);
        model.stateProperty().subscribe(text -> Parts.show(state, text));
        VBox box =
                new VBox(
                        Parts.words("instance.title", "title"), filter, new StackPane(list, state));
        box.setId("instance-picker");
        box.getStyleClass().addAll("sheet", "instance-picker");
        popOver.setContentNode(box);
        popOver.setId("instance-popover");
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
        popOver.setAnimated(false);
        popOver.setOnHidden(_ -> model.cancel());
        popOver.getRoot().getStylesheets().add(Themes.stylesheet());
    }

    /** Opens the list under a node. */
    public void show(Node owner, Consumer<Oid> onChoice) {
        chosen = onChoice;
        popOver.show(owner);
        filter.requestFocus();
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> take();
            case DOWN -> move(1);
            case UP -> move(-1);
            case ESCAPE -> popOver.hide();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int last = Math.max(0, list.getItems().size() - 1);
        int wanted = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, last);
        list.getSelectionModel().clearAndSelect(wanted);
        list.scrollTo(Math.max(0, wanted - 4));
    }

    private void take() {
        Instance instance = list.getSelectionModel().getSelectedItem();
        if (instance != null) {
            popOver.hide();
            chosen.accept(instance.oid());
        }
    }

    private static final class Cell extends ListCell<Instance> {
        private final Label index = Parts.label("instance-index", "mono");
        private final Label label = Parts.label("instance-label", "muted");
        private final HBox row = new HBox(index, label);

        Cell() {
            row.getStyleClass().add("instance-row");
            index.setMinWidth(Region.USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Instance instance, boolean empty) {
            super.updateItem(instance, empty);
            if (empty || instance == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            index.setText(instance.index());
            label.setText(instance.label());
            setAccessibleText(
                    Words.text("instance.accessible", instance.index(), instance.label()));
            setGraphic(row);
        }
    }
}
