package dev.bulkhead.app.modules;

import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.KnownModule;
import dev.bulkhead.app.mibtree.MibLibrary;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The Modules tab: the modules, the sets of them, and where they come from. */
public final class ModulesView extends BorderPane {
    private static final double SOURCES_HEIGHT = 190;

    private final MibLibrary library;
    private final ModulesViewModel model;
    private final Opening opening;
    private final PaneBar bar = new PaneBar("modules");
    private final TextField filter = new TextField();
    private final ModuleTable table;
    private final ListView<MibSource> sources = new ListView<>();
    private final Label nothing = Parts.words("modules.none", "placeholder");
    private final Button load;
    private final Button unload;

    /** Where a module leads. */
    public interface Opening {
        /** Opens a module's text. */
        void source(KnownModule module);

        /** Lists what is wrong with a module. */
        void problems(KnownModule module);
    }

    /** A view of the modules. */
    public ModulesView(
            MibLibrary library, ModulesViewModel model, Commands commands, Opening opening) {
        this.library = library;
        this.model = model;
        this.opening = opening;
        setId("modules-pane");
        getStyleClass().add("modules-view");
        getStylesheets()
                .add(
                        Objects.requireNonNull(ModulesView.class.getResource("modules.css"))
                                .toExternalForm());
        table = new ModuleTable(model);
        load = Parts.button("load-chosen", MaterialDesignC.CHECK, () -> setLoaded(true));
        unload = Parts.button("unload-chosen", MaterialDesignC.CLOSE, () -> setLoaded(false));
        setUpBar();
        setUpTable();
        setUpSources();
        SetBar sets = new SetBar(library, model, this::chosenForSet);
        setTop(new VBox(bar, sets));
        nothing.setId("modules-none");
        setCenter(new StackPane(table, nothing));
        setBottom(new VBox(sourcesBar(commands), sources));
        model.shown().subscribe(this::count);
        library.loadingProperty().subscribe(_ -> count());
    }

    private void setUpBar() {
        bar.title().setText(Words.text("modules.title"));
        filter.setId("modules-filter");
        filter.getStyleClass().add("filter");
        filter.setPromptText(Words.text("modules.filter"));
        filter.setAccessibleText(Words.text("modules.filter"));
        filter.textProperty().bindBidirectional(model.queryProperty());
        bar.addTools(filter, load, unload);
    }

    private static HBox sourcesBar(Commands commands) {
        HBox row =
                new HBox(
                        Parts.words("modules.sources", "title"),
                        Parts.spacer(),
                        tool(commands, "load-mibs"),
                        tool(commands, "load-folder"));
        row.getStyleClass().add("pane-bar");
        return row;
    }

    private static Button tool(Commands commands, String id) {
        Button button = commands.button(id);
        button.setId("modules-" + id);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void setUpTable() {
        table.getSelectionModel().getSelectedItems().subscribe(this::enable);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        table.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                forOne(opening::source);
            }
        });
        Parts.contextMenu(table, this::menu);
        enable();
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        menu.setId("module-menu");
        menu.getItems()
                .setAll(
                        item("load-chosen", () -> setLoaded(true)),
                        item("unload-chosen", () -> setLoaded(false)),
                        item("module-source", () -> forOne(opening::source)),
                        item("module-problems", () -> forOne(opening::problems)));
        return menu;
    }

    private static MenuItem item(String id, Runnable action) {
        MenuItem item = new MenuItem(Words.text("button." + id));
        item.setId("menu-" + id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            List<KnownModule> chosen = chosen();
            boolean allLoaded =
                    chosen.stream().allMatch(m -> m.state() == KnownModule.State.LOADED);
            setLoaded(!allLoaded);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            forOne(opening::source);
            event.consume();
        }
    }

    private void forOne(Consumer<KnownModule> action) {
        chosen().stream().findFirst().ifPresent(action);
    }

    private List<KnownModule> chosen() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** One row is where the user stands; several are a choice. */
    private List<KnownModule> chosenForSet() {
        List<KnownModule> chosen = chosen();
        return chosen.size() > 1 ? chosen : List.of();
    }

    private void setLoaded(boolean loaded) {
        model.setLoaded(chosen(), loaded);
    }

    private void enable() {
        List<KnownModule> chosen = chosen();
        load.setDisable(chosen.stream().allMatch(m -> m.state() == KnownModule.State.LOADED));
        unload.setDisable(chosen.stream().noneMatch(m -> m.state() == KnownModule.State.LOADED));
    }

    private void setUpSources() {
        sources.setId("mib-sources");
        sources.setAccessibleText(Words.text("modules.sources"));
        sources.setItems(model.sources());
        sources.setPlaceholder(Parts.words("modules.sources.none", "placeholder"));
        sources.setCellFactory(_ -> new SourceCell(model));
        sources.setPrefHeight(SOURCES_HEIGHT);
        sources.addEventFilter(KeyEvent.KEY_PRESSED, this::sourceKey);
    }

    private void sourceKey(KeyEvent event) {
        MibSource source = sources.getSelectionModel().getSelectedItem();
        if (source == null) {
            return;
        }
        if (event.getCode() == KeyCode.DELETE && !event.isShortcutDown()) {
            model.remove(List.of(source));
            event.consume();
        } else if (event.getCode() == KeyCode.SPACE && !source.isAdded()) {
            model.switchFolder(source, !source.isOn());
            event.consume();
        }
    }

    private void count() {
        boolean loading = library.loadingProperty().get();
        int all = model.all().size();
        bar.summary()
                .setText(
                        loading
                                ? Words.text("modules.loading")
                                : Words.text("modules.summary", model.loadedCount(), all));
        nothing.setVisible(model.shown().isEmpty());
        nothing.setText(Words.text(loading && all == 0 ? "modules.loading" : "modules.none"));
        enable();
    }

    /** Gives the list of modules the focus. */
    public void focusTable() {
        if (table.getSelectionModel().getSelectedItem() == null && !table.getItems().isEmpty()) {
            table.getSelectionModel().select(0);
        }
        table.requestFocus();
    }
}
