package dev.bulkhead.app.recording;

import dev.bulkhead.app.flight.Comparison.Change;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.NoticeBar;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Two snapshots side by side, changes marked by icon, word and colour. */
public final class CompareView extends BorderPane {
    private static final double CHANGE = 110;
    private static final double NAME = 230;
    private static final double VALUE = 300;

    private final CompareViewModel model;
    private final TableView<CompareLine> table = new TableView<>();
    private final Map<Change, Label> counts = new EnumMap<>(Change.class);
    private final NoticeBar notice = new NoticeBar("compare-notice");
    private final CopyBar export;
    private final Label nothing = Parts.label("compare-nothing", "placeholder");

    /**
     * The page.
     *
     * @param done is told of what was written
     */
    public CompareView(CompareViewModel model, Consumer<String> done) {
        this.model = model;
        setId("compare-pane");
        getStyleClass().add("compare-pane");
        getStylesheets().add(RecordingsView.sheet());
        export = new CopyBar("compare-export", file -> model.export(file, done));
        export.onClosed(table::requestFocus);
        Button swap =
                Parts.iconButton("compare-swap", MaterialDesignS.SWAP_HORIZONTAL, model::swap);
        HBox sides =
                new HBox(
                        new SnapshotPicker("before", model.beforeProperty(), model::chooseBefore)
                                .over(model.entries()),
                        swap,
                        new SnapshotPicker("after", model.afterProperty(), model::chooseAfter)
                                .over(model.entries()));
        sides.getStyleClass().addAll("pane-bar", "compare-sides");
        setTop(new VBox(bar(), sides, export, notice));
        setUpTable();
        setCenter(table);
        model.problemProperty().subscribe(text -> notice.show(text, Tone.DANGER));
        model.rows().addListener((ListChangeListener<CompareLine>) _ -> recount());
        model.busyProperty().subscribe(_ -> recount());
        recount();
    }

    private PaneBar bar() {
        PaneBar bar = new PaneBar("compare");
        bar.title().setText(Words.text("compare.title"));
        chip(bar, Change.CHANGED, Tone.WARNING);
        chip(bar, Change.ADDED, Tone.SUCCESS);
        chip(bar, Change.REMOVED, Tone.DANGER);
        TextField filter = new TextField();
        filter.setId("compare-filter");
        filter.getStyleClass().add("filter");
        filter.setPromptText(Words.text("compare.filter"));
        filter.setAccessibleText(Words.text("compare.filter"));
        filter.textProperty().bindBidirectional(model.filterProperty());
        ToggleButton only = new ToggleButton(Words.text("compare.only-changes"));
        only.setId("compare-only-changes");
        only.selectedProperty().bindBidirectional(model.changesOnlyProperty());
        Button save =
                Parts.iconButton("compare-export", MaterialDesignE.EXPORT_VARIANT, this::askExport);
        bar.addTools(filter, only, save);
        return bar;
    }

    private void chip(PaneBar bar, Change change, Tone tone) {
        Label chip = Parts.chip("compare-" + key(change), tone);
        counts.put(change, chip);
        bar.addChips(chip);
    }

    private static String key(Change change) {
        return change.name().toLowerCase(Locale.ROOT);
    }

    private void recount() {
        counts.forEach((change, chip) ->
                chip.setText(Words.text("compare.count." + key(change), model.count(change))));
        boolean busy = model.busyProperty().get();
        boolean alike = model.filterProperty().get().isBlank();
        nothing.setText(
                Words.text(busy ? "compare.busy" : alike ? "compare.alike" : "compare.no-match"));
    }

    private void setUpTable() {
        table.setId("compare");
        table.getStyleClass().add("data-table");
        table.setAccessibleText(Words.text("compare.title"));
        table.setPlaceholder(nothing);
        table.setItems(model.rows());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setRowFactory(_ -> new Row());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<CompareLine, CompareLine> change = add("change", CHANGE, l -> "");
        change.setCellFactory(_ -> new ChangeCell());
        add("name", NAME, CompareLine::name);
        add("before", VALUE, CompareLine::before).getStyleClass().add("before-cell");
        add("after", VALUE, CompareLine::after).getStyleClass().add("after-cell");
    }

    private TableColumn<CompareLine, CompareLine> add(
            String key, double width, Function<CompareLine, String> words) {
        TableColumn<CompareLine, CompareLine> column =
                new TableColumn<>(Words.text("compare.head." + key));
        column.setId("compare-" + key + "-column");
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new TextCell(words, key));
        column.setComparator(Comparator.comparing(words));
        table.getColumns().add(column);
        return column;
    }

    /** Gives the lines the focus. */
    public void focusList() {
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().select(0);
        }
        table.requestFocus();
    }

    private void askExport() {
        export.open(Path.of(System.getProperty("user.home")).resolve("comparison.csv"));
    }

    private static Ikon icon(Change change) {
        return switch (change) {
            case ADDED -> MaterialDesignP.PLUS_CIRCLE_OUTLINE;
            case REMOVED -> MaterialDesignM.MINUS_CIRCLE_OUTLINE;
            case CHANGED -> MaterialDesignD.DELTA;
            case SAME -> MaterialDesignC.CHECK;
        };
    }

    private static Tone tone(Change change) {
        return switch (change) {
            case ADDED -> Tone.SUCCESS;
            case REMOVED -> Tone.DANGER;
            case CHANGED -> Tone.WARNING;
            case SAME -> Tone.NEUTRAL;
        };
    }

    /** Its colour is that of the change. */
    private static final class Row extends TableRow<CompareLine> {
        @Override
        protected void updateItem(CompareLine line, boolean empty) {
            super.updateItem(line, empty);
            Parts.tone(this, empty || line == null ? Tone.NEUTRAL : tone(line.change()));
        }
    }

    private static final class TextCell extends TableCell<CompareLine, CompareLine> {
        private final Function<CompareLine, String> words;

        TextCell(Function<CompareLine, String> words, String key) {
            this.words = words;
            getStyleClass().add(key + "-cell");
        }

        @Override
        protected void updateItem(CompareLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? null : words.apply(line));
        }
    }

    private static final class ChangeCell extends TableCell<CompareLine, CompareLine> {
        @Override
        protected void updateItem(CompareLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            FontIcon icon = Parts.icon(icon(line.change()), "state-icon");
            Parts.tone(icon, tone(line.change()));
            setGraphic(icon);
            setText(RecordingWords.change(line.change()));
        }
    }
}
