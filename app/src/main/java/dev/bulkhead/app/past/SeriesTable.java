package dev.bulkhead.app.past;

import dev.bulkhead.app.fx.LiveCells;
import dev.bulkhead.app.history.StoredSeries;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Inert;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/** The series of a history file, a line each. */
final class SeriesTable extends TableView<SeriesRow> {
    private final LiveCells<SeriesRow> cells = new LiveCells<>();

    SeriesTable(HistoryViewModel model) {
        setId("history-table");
        getStyleClass().addAll("data-table", "history-table");
        setAccessibleText(Words.text("history.accessible"));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setPlaceholder(new Region());
        add("device", 130, series -> series.key().device());
        add("name", 200, series -> series.key().name());
        quiet(add("type", 96, series -> series.key().syntax()));
        quiet(add("unit", 54, series -> series.key().unit()));
        TableColumn<SeriesRow, SeriesRow> every =
                add("every", 62, series -> HistoryWords.every(series.key().every()));
        every.getStyleClass().add("number-cell");
        every.setComparator(Comparator.comparing(row -> row.now().key().every()));
        mono(add("oldest", 158, series -> HistoryWords.time(series.oldest())));
        mono(add("newest", 158, series -> HistoryWords.time(series.newest())));
        mono(quiet(add("oid", 214, series -> "." + series.key().oid())));
        SortedList<SeriesRow> sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
    }

    private static TableColumn<SeriesRow, SeriesRow> quiet(
            TableColumn<SeriesRow, SeriesRow> column) {
        column.getStyleClass().add("muted-cell");
        return column;
    }

    private static void mono(TableColumn<SeriesRow, SeriesRow> column) {
        column.getStyleClass().add("mono-cell");
    }

    private TableColumn<SeriesRow, SeriesRow> add(
            String key, double width, Function<StoredSeries, String> text) {
        TableColumn<SeriesRow, SeriesRow> column =
                new TableColumn<>(Words.text("history.column." + key));
        column.setId("history-column-" + key);
        column.setPrefWidth(width);
        column.setComparator(Comparator.comparing(row -> text.apply(row.now())));
        cells.install(column, (row, cell) -> cell.setText(Inert.text(text.apply(row.now()))));
        getColumns().add(column);
        return column;
    }

    /** Shows the rows' numbers of now. */
    void repaint() {
        cells.repaint();
    }

    List<StoredSeries> chosen() {
        return getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(SeriesRow::now)
                .toList();
    }
}
