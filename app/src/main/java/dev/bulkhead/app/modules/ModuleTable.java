package dev.bulkhead.app.modules;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.KnownModule;
import dev.bulkhead.app.mibtree.Shown;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** The modules, a line each; the box at the left loads and unloads. */
final class ModuleTable extends TableView<KnownModule> {
    private final ModulesViewModel model;

    ModuleTable(ModulesViewModel model) {
        this.model = model;
        setId("modules-table");
        getStyleClass().addAll("data-table", "modules-table");
        setAccessibleText(Words.text("modules.accessible"));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setItems(model.shown());
        setPlaceholder(new Region());
        addBox();
        add("name", 220, ModuleTable::name, Comparator.comparing(KnownModule::name));
        add("state", 168, ModuleTable::state, Comparator.comparing(KnownModule::state));
        add("objects", 76, ModuleTable::objects, Comparator.comparingInt(KnownModule::objects));
        add("problems", 150, ModuleTable::problems, byProblems());
        add("revision", 96, ModuleTable::revision, Comparator.comparing(KnownModule::revision));
        add("file", 300, ModuleTable::file, Comparator.comparing(KnownModule::file));
        column("objects").getStyleClass().add("number-cell");
        for (String mono : List.of("revision", "file")) {
            column(mono).getStyleClass().addAll("mono-cell", "muted-cell");
        }
    }

    private static Comparator<KnownModule> byProblems() {
        return Comparator.comparingInt(KnownModule::errors).thenComparingInt(KnownModule::warnings);
    }

    private TableColumn<KnownModule, ?> column(String key) {
        return getColumns().stream()
                .filter(column -> ("modules-column-" + key).equals(column.getId()))
                .findFirst()
                .orElseThrow();
    }

    private TableColumn<KnownModule, KnownModule> column(String key, double width) {
        TableColumn<KnownModule, KnownModule> column =
                new TableColumn<>(Words.text("modules.column." + key));
        column.setId("modules-column-" + key);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        getColumns().add(column);
        return column;
    }

    private void add(
            String key,
            double width,
            BiConsumer<KnownModule, TableCell<?, ?>> paint,
            Comparator<KnownModule> order) {
        TableColumn<KnownModule, KnownModule> column = column(key, width);
        column.setComparator(order);
        column.setCellFactory(_ ->
                new TableCell<>() {
                    @Override
                    protected void updateItem(KnownModule module, boolean empty) {
                        super.updateItem(module, empty);
                        setText(null);
                        setGraphic(null);
                        if (!empty && module != null) {
                            paint.accept(module, this);
                        }
                    }
                });
    }

    private static void name(KnownModule module, TableCell<?, ?> cell) {
        cell.setText(Shown.line(module.name()));
    }

    private static void state(KnownModule module, TableCell<?, ?> cell) {
        boolean broken = module.isShown() && module.errors() > 0;
        FontIcon icon =
                Parts.icon(
                        broken
                                ? MaterialDesignA.ALERT_CIRCLE_OUTLINE
                                : switch (module.state()) {
                                    case LOADED -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
                                    case NEEDED -> MaterialDesignL.LINK_VARIANT;
                                    case LEFT_OUT -> MaterialDesignC.CIRCLE_OFF_OUTLINE;
                                },
                        "state-icon");
        Parts.tone(
                icon,
                broken
                        ? Tone.DANGER
                        : module.state() == KnownModule.State.LOADED ? Tone.SUCCESS : Tone.NEUTRAL);
        cell.setGraphic(icon);
        cell.setText(Words.text("modules.state." + (broken ? "BROKEN" : module.state().name())));
    }

    private static void objects(KnownModule module, TableCell<?, ?> cell) {
        cell.setText(Words.text("modules.objects", module.objects()));
    }

    private static void problems(KnownModule module, TableCell<?, ?> cell) {
        cell.setText(
                module.errors() + module.warnings() == 0
                        ? ""
                        : Words.text("modules.problems", module.errors(), module.warnings()));
    }

    private static void revision(KnownModule module, TableCell<?, ?> cell) {
        cell.setText(module.revision());
    }

    private static void file(KnownModule module, TableCell<?, ?> cell) {
        cell.setText(Shown.line(module.file()));
    }

    private void addBox() {
        TableColumn<KnownModule, KnownModule> column = column("loaded", 34);
        column.setText("");
        column.setSortable(false);
        column.setResizable(false);
        column.setCellFactory(_ -> new BoxCell());
    }

    /** Whether a module is wanted. */
    private final class BoxCell extends TableCell<KnownModule, KnownModule> {
        private final CheckBox box = new CheckBox();

        BoxCell() {
            box.setId("module-loaded");
            box.setFocusTraversable(false);
            box.setOnAction(_ -> model.setLoaded(List.of(getItem()), box.isSelected()));
        }

        @Override
        protected void updateItem(KnownModule module, boolean empty) {
            super.updateItem(module, empty);
            setGraphic(empty || module == null ? null : box);
            if (!empty && module != null) {
                box.setSelected(module.state() == KnownModule.State.LOADED);
                box.setAccessibleText(
                        Words.text("modules.loaded.accessible", Shown.line(module.name())));
            }
        }
    }
}
