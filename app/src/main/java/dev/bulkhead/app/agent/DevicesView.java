package dev.bulkhead.app.agent;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The Devices tab: the user's devices in their groups, and the form of one of them. */
public final class DevicesView extends BorderPane {
    /** Below this width the list keeps its first columns, and the form is narrower. */
    private static final double ROOMY = 900;

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final AgentDesk desk;
    private final Consumer<SavedDevice> use;
    private final DeviceTree tree = new DeviceTree();
    private final DeviceForm form;
    private final PaneBar bar = new PaneBar("devices");
    private final TextField filter = new TextField();
    private final VBox empty;

    /**
     * The tab.
     *
     * @param use makes a device the target
     */
    public DevicesView(AgentDesk desk, Commands commands, Consumer<SavedDevice> use) {
        this.desk = desk;
        this.use = use;
        setId("devices-pane");
        AgentStyle.on(this);
        form = new DeviceForm(desk, saved -> tree.select(saved.name()), use);
        empty = empty(commands);
        DevicesViewModel model = desk.devices();
        setUpBar(commands);
        setTop(new VBox(bar, new UndoBar("devices-undo", model.undoProperty(), model::forgetUndo)));
        setUpTree(model);
        setCenter(new StackPane(tree, empty));
        ScrollPane place = new ScrollPane(form);
        place.setId("device-place");
        place.getStyleClass().add("form-place");
        place.setFitToWidth(true);
        place.setAccessibleText(Words.text("device.form"));
        setRight(place);
        widthProperty().subscribe(width -> makeRoom(place, width.doubleValue()));
        model.devices().subscribe(this::show);
        model.filterProperty().subscribe(_ -> show());
        show();
    }

    private void makeRoom(ScrollPane place, double width) {
        boolean narrow = width > 0 && width < ROOMY;
        tree.showAll(!narrow);
        place.pseudoClassStateChanged(NARROW, narrow);
    }

    private void setUpBar(Commands commands) {
        bar.title().setText(Words.text("devices.title"));
        filter.setId("devices-filter");
        filter.getStyleClass().add("filter");
        filter.setPromptText(Words.text("devices.filter"));
        filter.setAccessibleText(Words.text("devices.filter"));
        filter.textProperty().bindBidirectional(desk.devices().filterProperty());
        bar.addTools(
                filter,
                commands.button("add-device"),
                commands.button("discover"),
                commands.button("credentials"));
    }

    private static VBox empty(Commands commands) {
        Label title = Parts.words("devices.none.title", "empty-title");
        Label text = Parts.words("devices.none.text", "muted");
        FlowPane buttons = new FlowPane(commands.button("add-device"), commands.button("discover"));
        buttons.getChildren().getFirst().setId("empty-add-device");
        buttons.getChildren().getFirst().getStyleClass().add(Styles.ACCENT);
        buttons.getChildren().getLast().setId("empty-discover");
        buttons.getStyleClass().add("empty-buttons");
        VBox empty =
                new VBox(Parts.icon(MaterialDesignS.SERVER_NETWORK, "hero"), title, text, buttons);
        empty.setId("devices-empty");
        empty.getStyleClass().add("empty-state");
        return empty;
    }

    private void setUpTree(DevicesViewModel model) {
        tree.onMove(model::move);
        tree.getSelectionModel()
                .selectedItemProperty()
                .subscribe(_ -> tree.focused().ifPresent(form::edit));
        tree.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                useChosen();
            }
        });
        tree.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        KeyCode code = event.getCode();
        if (code == KeyCode.ENTER && plain && tree.focused().isPresent()) {
            useChosen();
        } else if (code == KeyCode.F2) {
            focusForm();
        } else if (code == KeyCode.DELETE && plain) {
            deleteChosen();
        } else if (code == KeyCode.INSERT) {
            add();
        } else {
            return;
        }
        event.consume();
    }

    /** The form is in the scene only once its scroll pane has its skin. */
    private void focusForm() {
        applyCss();
        form.focus();
    }

    /** Offers this menu on the devices. */
    public void onContextMenu(Supplier<ContextMenu> menu) {
        Parts.contextMenu(tree, menu);
    }

    private void show() {
        List<SavedDevice> all = desk.devices().devices();
        tree.show(desk.devices().shown());
        empty.setVisible(all.isEmpty());
        tree.setVisible(!all.isEmpty());
        filter.setVisible(!all.isEmpty());
        bar.summary()
                .setText(Words.text("devices.summary", all.size(), desk.devices().groups().size()));
    }

    /** Makes the chosen device the target. */
    public void useChosen() {
        tree.focused().ifPresent(use);
    }

    /** Gives the focus to the form of the chosen device. */
    public void edit() {
        focusForm();
    }

    /** Forgets the chosen devices; can be undone. */
    public void deleteChosen() {
        desk.devices().delete(tree.selected());
    }

    /** Offers the form for another device; what is typed as an address is proposed. */
    public void add() {
        tree.getSelectionModel().clearSelection();
        form.fresh(
                desk.target()
                        .device()
                        .filter(device -> desk.devices().at(device).isEmpty())
                        .map(SavedDevice::of)
                        .orElseGet(() -> SavedDevice.of(new Device("", "", 161))));
        focusForm();
    }

    /** Gives the focus to the list, or to the form while there is none. */
    public void focus() {
        if (desk.devices().devices().isEmpty()) {
            focusForm();
        } else {
            tree.requestFocus();
        }
    }
}
