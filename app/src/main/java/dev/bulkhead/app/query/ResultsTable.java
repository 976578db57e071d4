package dev.bulkhead.app.query;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/** The rows of a run. Texts are made for the rows on screen only. */
final class ResultsTable extends TableView<ResultRow> {
    private static final double NAME = 220;
    private static final double VALUE = 426;
    private static final double TYPE = 200;
    private static final double ADDRESS = 140;
    private static final double TIME = 96;
    private static final double SCROLL_BAR = 10;

    private final Supplier<MibNames> names;

    ResultsTable(ObservableList<ResultRow> rows, Supplier<MibNames> names) {
        super(rows);
        this.names = names;
        setId("results");
        getStyleClass().add("data-table");
        setAccessibleText(Words.text("results.accessible"));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setPlaceholder(new Region());
        var name = column("name", NAME, row -> names().shortName(row.varBind().name()));
        name.setComparator(Comparator.comparing(row -> row.varBind().name()));
        var value = column("value", VALUE, row -> Inert.text(names().value(row.varBind())));
        var type = column("type", TYPE, row -> names().type(row.varBind()), "muted-cell");
        var address = column("address", ADDRESS, ResultRow::address, "mono-cell", "muted-cell");
        var time = column("time", TIME, ResultsTable::time, "number-cell", "muted-cell");
        time.setComparator(Comparator.comparing(ResultRow::roundTrip));
        getColumns().add(name);
        getColumns().add(value);
        getColumns().add(type);
        getColumns().add(address);
        getColumns().add(time);
        value.prefWidthProperty()
                .bind(
                        widthProperty()
                                .subtract(name.widthProperty())
                                .subtract(type.widthProperty())
                                .subtract(address.widthProperty())
                                .subtract(time.widthProperty())
                                .subtract(SCROLL_BAR));
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
        column.setId("results-" + key);
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

    /** The instance in the focused row. */
    Optional<ResultRow> focusedRow() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }

    /** Whether the agent gave a value, not an exception of RFC 3416 §3. */
    static boolean isValue(ResultRow row) {
        return !(row.varBind().value() instanceof SmiValue.Marker);
    }

    private static final class Cell extends TableCell<ResultRow, ResultRow> {
        private final Function<ResultRow, String> words;

        Cell(Function<ResultRow, String> words, String... classes) {
            this.words = words;
            getStyleClass().addAll(classes);
        }

        @Override
        protected void updateItem(ResultRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : words.apply(row));
        }
    }
}
