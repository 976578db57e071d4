package dev.bulkhead.app.query;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.settings.Settings;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The rows of a run. Texts are made for the rows on screen only. */
final class ResultsTable extends TableView<ResultRow> {
    private static final double NAME = 220;
    private static final double VALUE = 426;
    private static final double VALUE_AT_LEAST = 160;
    private static final double TYPE = 200;
    private static final double ADDRESS = 140;
    private static final double TIME = 96;
    private static final double OID = 240;
    private static final double RAW = 180;
    private static final double SCROLL_BAR = 10;
    private static final String ID_PREFIX = "results-";

    private final Supplier<MibNames> names;
    private final ColumnChoice choice;
    private final TableColumn<ResultRow, ResultRow> value;

    /**
     * A table of the model's rows.
     *
     * @param settings keep which columns are shown
     */
    ResultsTable(ResultsViewModel model, Supplier<MibNames> names, Settings settings) {
        super(model.rows());
        this.names = names;
        choice = new ColumnChoice(settings);
        setId("results");
        getStyleClass().add("data-table");
        setAccessibleText(Words.text("results.accessible"));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setPlaceholder(new Region());
        value = column("value", VALUE, row -> Inert.text(names().value(row.varBind())));
        value.setComparator(Comparator.comparing(row -> row.varBind().value(), ValueOrder.NATURAL));
        setUpColumns();
        setSortPolicy(_ -> {
            model.sort(Optional.ofNullable(getComparator()));
            return true;
        });
        widthProperty().subscribe(this::fit);
        getVisibleLeafColumns().subscribe(this::fit);
        getColumns().subscribe(this::keep);
    }

    private void setUpColumns() {
        var name = column("name", NAME, row -> names().shortName(row.varBind().name()));
        name.setComparator(byOid());
        var oid = column("oid", OID, row -> row.varBind().name().toDottedString(), "mono-cell");
        oid.setComparator(byOid());
        var raw = column("raw", RAW, row -> RawText.of(row.varBind().value()), "mono-cell");
        raw.setComparator(value.getComparator());
        var type = column("type", TYPE, row -> names().type(row.varBind()), "muted-cell");
        var address = column("address", ADDRESS, ResultRow::address, "mono-cell", "muted-cell");
        var time = column("time", TIME, ResultsTable::time, "number-cell", "muted-cell");
        time.setComparator(Comparator.comparing(ResultRow::roundTrip));
        var all = List.of(name, value, type, address, time, oid, raw);
        List<String> order = choice.order(all.stream().map(ResultsTable::key).toList());
        all.stream()
                .sorted(Comparator.comparingInt(column -> order.indexOf(key(column))))
                .forEach(getColumns()::add);
        for (TableColumn<ResultRow, ?> column : all) {
            column.setVisible(!choice.isHidden(key(column)));
            column.widthProperty().subscribe(this::fit);
            column.visibleProperty().addListener((_, _, _) -> keep());
        }
    }

    private static Comparator<ResultRow> byOid() {
        return Comparator.comparing(row -> row.varBind().name());
    }

    private static String key(TableColumn<ResultRow, ?> column) {
        return column.getId().substring(ID_PREFIX.length());
    }

    private void keep() {
        Set<String> hidden =
                getColumns().stream()
                        .filter(column -> !column.isVisible())
                        .map(ResultsTable::key)
                        .collect(Collectors.toSet());
        choice.keep(getColumns().stream().map(ResultsTable::key).toList(), hidden);
    }

    /** Gives the values the room that the others leave. */
    private void fit() {
        double others =
                getVisibleLeafColumns().stream()
                        .filter(column -> !column.equals(value))
                        .mapToDouble(TableColumn::getWidth)
                        .sum();
        value.setPrefWidth(Math.max(VALUE_AT_LEAST, getWidth() - others - SCROLL_BAR));
    }

    /** Fills a menu with a tick for each column. */
    void offerColumns(MenuButton menu) {
        for (TableColumn<ResultRow, ?> column : getColumns()) {
            CheckMenuItem item = new CheckMenuItem(column.getText());
            item.setId("show-" + column.getId());
            item.selectedProperty().bindBidirectional(column.visibleProperty());
            item.setDisable(key(column).equals("name"));
            menu.getItems().add(item);
        }
    }

    private MibNames names() {
        return names.get();
    }

    private static String time(ResultRow row) {
        long micros = row.roundTrip().toNanos() / 1000;
        return micros < 10_000
                ? Words.text("time.millis.fine", micros / 1000.0)
                : Words.text("time.millis", micros / 1000);
    }

    private TableColumn<ResultRow, ResultRow> column(
            String key, double width, Function<ResultRow, String> text, String... classes) {
        TableColumn<ResultRow, ResultRow> column = new TableColumn<>(Words.text("results." + key));
        column.setId(ID_PREFIX + key);
        column.setPrefWidth(width);
        column.getStyleClass().addAll(classes);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new Cell(text, classes));
        column.setComparator(Comparator.comparing(text));
        return column;
    }

    /** Whether the user may sort: only what no longer grows. */
    void setSortable(boolean sortable) {
        getColumns().forEach(column -> column.setSortable(sortable));
    }

    private static final class Cell extends TableCell<ResultRow, ResultRow> {
        private final Function<ResultRow, String> words;

        Cell(Function<ResultRow, String> words, String... classes) {
            this.words = words;
            getStyleClass().addAll(classes);
        }

        @Override
        protected void updateItem(@Nullable ResultRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : words.apply(row));
        }
    }
}
