package dev.bulkhead.app.change;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.engine.sample.ErrorStatus;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** The log of changes, and the way back. */
public final class ChangesView extends BorderPane {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM);
    private static final double TIME = 150;
    private static final double DEVICE = 120;
    private static final double OBJECT = 210;
    private static final double VALUE = 190;
    private static final double RESULT = 170;

    private final TableView<ChangeEntry> table = new TableView<>();
    private final ChangeText text;
    private final Button back;

    /**
     * The log.
     *
     * @param setBack proposes the way back from entries
     * @param key what does that by keyboard
     */
    public ChangesView(ChangesViewModel model, Consumer<List<ChangeEntry>> setBack, String key) {
        text = new ChangeText(model.names());
        setId("changes-pane");
        getStylesheets().add(ChangeStyles.sheet());
        back =
                Parts.button(
                        "set-back", MaterialDesignU.UNDO_VARIANT, () -> setBack.accept(selected()));
        Parts.explain(back, Words.text("command.hint", Words.text("button.set-back.hint"), key));
        PaneBar bar = new PaneBar("changes");
        bar.title().setText(Words.text("changes.title"));
        Label count = Parts.chip("changes-count", Tone.NEUTRAL);
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> Words.text("changes.count", model.log().size()),
                                model.log()));
        bar.addChips(count);
        bar.summary().setText(Words.text("changes.summary", ChangeLog.LIMIT));
        bar.addTools(back);
        setTop(bar);
        setUpTable(model);
        setCenter(new StackPane(table, empty(model)));
    }

    private void setUpTable(ChangesViewModel model) {
        table.setId("changes");
        table.getStyleClass().add("data-table");
        table.setItems(model.log());
        table.setAccessibleText(Words.text("changes.title"));
        table.setPlaceholder(new Region());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        add("time", TIME, entry -> CLOCK.format(entry.time().atZone(ZoneId.systemDefault())));
        add("device", DEVICE, entry -> Inert.text(entry.device()));
        add("object", OBJECT, entry -> text.name(entry.instance()));
        add("old", VALUE, entry -> text.before(entry.instance(), entry.before()));
        add("new", VALUE, entry -> text.before(entry.instance(), entry.after()));
        TableColumn<ChangeEntry, ChangeEntry> result = add("result", RESULT, ChangesView::result);
        result.setCellFactory(_ -> new ResultCell());
        table.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<ChangeEntry>) _ -> enable());
        enable();
    }

    private TableColumn<ChangeEntry, ChangeEntry> add(
            String key, double width, Function<ChangeEntry, String> words) {
        TableColumn<ChangeEntry, ChangeEntry> column =
                new TableColumn<>(Words.text("changes.head." + key));
        column.setId("changes-" + key);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new TextCell(words));
        column.setSortable(false);
        table.getColumns().add(column);
        return column;
    }

    private void enable() {
        back.setDisable(selected().stream().noneMatch(ChangeEntry::isReversible));
    }

    private List<ChangeEntry> selected() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    /** Repaints the entries, whose way back has changed. */
    public void refresh() {
        table.refresh();
        enable();
    }

    /** Chooses the newest entry and gives the log the focus. */
    public void focusLog() {
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().select(0);
        }
        table.requestFocus();
    }

    /** Proposes the way back from what is selected. */
    public void setBackSelected() {
        back.fire();
    }

    private static Node empty(ChangesViewModel model) {
        Label words = Parts.words("changes.empty.text", "muted");
        words.setWrapText(true);
        VBox box =
                new VBox(
                        Parts.icon(MaterialDesignH.HISTORY, "hero"),
                        Parts.words("changes.empty.title", "empty-title"),
                        words,
                        Parts.words("changes.empty.hint", "muted"));
        box.setId("changes-empty");
        box.getStyleClass().add("empty-state");
        box.visibleProperty().bind(Bindings.isEmpty(model.log()));
        return box;
    }

    private static String result(ChangeEntry entry) {
        if (entry.undone()) {
            return Words.text("changes.result.undone");
        }
        return entry.errorStatus() > 0
                ? Words.text(
                        "change.error",
                        errorName(entry.errorStatus()),
                        Integer.toString(entry.errorStatus()))
                : Words.text("changes.result." + entry.result().name().toLowerCase(Locale.ROOT));
    }

    private static String errorName(int number) {
        for (ErrorStatus status : ErrorStatus.values()) {
            if (status.number() == number) {
                return status.rfcName();
            }
        }
        return "";
    }

    private static Ikon icon(ChangeEntry entry) {
        if (entry.undone()) {
            return MaterialDesignU.UNDO_VARIANT;
        }
        return switch (entry.result()) {
            case WRITTEN -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case REFUSED -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
            case UNCERTAIN -> MaterialDesignH.HELP_CIRCLE_OUTLINE;
            case UNTOUCHED -> MaterialDesignM.MINUS_CIRCLE_OUTLINE;
            case TAKEN_BACK -> MaterialDesignU.UNDO_VARIANT;
        };
    }

    private static Tone tone(ChangeEntry entry) {
        return switch (entry.result()) {
            case WRITTEN -> entry.undone() ? Tone.NEUTRAL : Tone.SUCCESS;
            case REFUSED -> Tone.DANGER;
            case UNCERTAIN -> Tone.WARNING;
            case UNTOUCHED, TAKEN_BACK -> Tone.NEUTRAL;
        };
    }

    private static final class TextCell extends TableCell<ChangeEntry, ChangeEntry> {
        private final Function<ChangeEntry, String> words;

        TextCell(Function<ChangeEntry, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(ChangeEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(empty || entry == null ? null : words.apply(entry));
        }
    }

    private static final class ResultCell extends TableCell<ChangeEntry, ChangeEntry> {
        ResultCell() {
            getStyleClass().add("outcome-mark");
        }

        @Override
        protected void updateItem(ChangeEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            boolean none = empty || entry == null;
            setText(none ? null : result(entry));
            setGraphic(none ? null : Parts.icon(icon(entry)));
            Parts.tone(this, none ? Tone.NEUTRAL : tone(entry));
        }
    }
}
