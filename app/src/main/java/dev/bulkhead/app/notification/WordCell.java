package dev.bulkhead.app.notification;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** A cell whose words, and picture if it has one, are made when it shows. */
final class WordCell<T> extends TableCell<T, T> {
    private final Function<T, String> words;
    private final Function<T, @Nullable Node> picture;

    private WordCell(Function<T, String> words, Function<T, @Nullable Node> picture) {
        this.words = words;
        this.picture = picture;
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? null : words.apply(item));
        setGraphic(empty || item == null ? null : picture.apply(item));
    }

    /** A column of such cells, added to a table. */
    static <T> TableColumn<T, T> column(
            TableView<T> table, String id, String title, double width, Function<T, String> words) {
        return column(table, id, title, width, words, _ -> null);
    }

    static <T> TableColumn<T, T> column(
            TableView<T> table,
            String id,
            String title,
            double width,
            Function<T, String> words,
            Function<T, @Nullable Node> picture) {
        TableColumn<T, T> column = new TableColumn<>(title);
        column.setId(id);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new WordCell<>(words, picture));
        table.getColumns().add(column);
        return column;
    }

    /** Lets a column take the room that the others leave. */
    static <T> void widen(TableView<T> table, TableColumn<T, T> wide, double least) {
        table.widthProperty().subscribe(width -> fit(table, wide, least, width.doubleValue()));
        for (TableColumn<T, ?> column : table.getColumns()) {
            column.visibleProperty()
                    .addListener((_, _, _) -> fit(table, wide, least, table.getWidth()));
        }
    }

    private static <T> void fit(
            TableView<T> table, TableColumn<T, T> wide, double least, double width) {
        double others =
                table.getColumns().stream()
                        .filter(column -> !column.equals(wide) && column.isVisible())
                        .mapToDouble(TableColumn::getWidth)
                        .sum();
        wide.setPrefWidth(Math.max(least, width - others - 14));
    }
}
