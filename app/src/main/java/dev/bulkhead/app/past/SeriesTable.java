package dev.bulkhead.app.past;

import dev.bulkhead.app.history.StoredSeries;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Inert;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/** The series of a history file, a line each. */
final class SeriesTable extends TableView<StoredSeries> {
    SeriesTable(HistoryViewModel model) {
        setId("history-table");
        getStyleClass().addAll("data-table", "history-table");
        setAccessibleText(Words.text("history.accessible"));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setPlaceholder(new Region());
        add("device", 150, series -> series.key().device());
        add("name", 260, series -> series.key().name());
        add("type", 110, series -> series.key().syntax());
        add("unit", 60, series -> series.key().unit());
        add("every", 70, series -> HistoryWords.every(series.key().every()));
        add("oldest", 160, series -> HistoryWords.time(series.oldest()));
        add("newest", 160, series -> HistoryWords.time(series.newest()));
        add("oid", 240, series -> series.key().oid());
        order("every", Comparator.comparing(series -> series.key().every()));
        for (String quiet : List.of("type", "unit", "every", "oid")) {
            column(quiet).getStyleClass().add("muted-cell");
        }
        for (String mono : List.of("oldest", "newest", "oid")) {
            column(mono).getStyleClass().add("mono-cell");
        }
        SortedList<StoredSeries> sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
    }

    private TableColumn<StoredSeries, ?> column(String key) {
        return getColumns().stream()
                .filter(column -> ("history-column-" + key).equals(column.getId()))
                .findFirst()
                .orElseThrow();
    }

    private void order(String key, Comparator<StoredSeries> order) {
        getColumns().stream()
                .filter(column -> ("history-column-" + key).equals(column.getId()))
                .forEach(column -> sortBy(column, order));
    }

    @SuppressWarnings("unchecked")
    private static void sortBy(TableColumn<StoredSeries, ?> column, Comparator<StoredSeries> order) {
        ((TableColumn<StoredSeries, StoredSeries>) column).setComparator(order);
    }

    private void add(String key, double width, Function<StoredSeries, String> text) {
        TableColumn<StoredSeries, StoredSeries> column =
                new TableColumn<>(Words.text("history.column." + key));
        column.setId("history-column-" + key);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setComparator(Comparator.comparing(text));
        column.setCellFactory(_ ->
                new TableCell<>() {
                    @Override
                    protected void updateItem(StoredSeries series, boolean empty) {
                        super.updateItem(series, empty);
                        setText(empty || series == null ? null : Inert.text(text.apply(series)));
                    }
                });
        getColumns().add(column);
    }

    List<StoredSeries> chosen() {
        return getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
    }
}
