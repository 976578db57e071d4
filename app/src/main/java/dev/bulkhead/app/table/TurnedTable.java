package dev.bulkhead.app.table;

import dev.bulkhead.app.i18n.Words;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The grid turned by a quarter: a line for each column of the MIB's table. */
final class TurnedTable extends TableView<GridColumn> {
    /** More columns than this nobody reads, and JavaFX builds them all. */
    static final int LIMIT = 60;

    private static final double NAME_WIDTH = 190;
    private static final double VALUE_WIDTH = 150;

    private final TableViewModel model;

    TurnedTable(TableViewModel model) {
        this.model = model;
        setId("turned-grid");
        getStyleClass().add("data-table");
        setAccessibleText(Words.text("table.accessible", model.question().name()));
        TableColumn<GridColumn, String> name = new TableColumn<>(Words.text("table.object"));
        name.setId("column-object");
        name.setPrefWidth(NAME_WIDTH);
        name.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().name()));
        getColumns().add(name);
        getItems()
                .setAll(
                        model.run().grid().columns().stream()
                                .filter(column -> column.indexPart().isEmpty())
                                .toList());
    }

    void show(List<GridRow> rows) {
        getColumns().subList(1, getColumns().size()).clear();
        for (GridRow row : rows.subList(0, Math.min(LIMIT, rows.size()))) {
            getColumns().add(column(row));
        }
    }

    private TableColumn<GridColumn, Slot> column(GridRow row) {
        TableColumn<GridColumn, Slot> column = new TableColumn<>(TableGrid.keyText(row));
        column.setId("row-" + row.instance());
        column.setPrefWidth(VALUE_WIDTH);
        column.setSortable(false);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(new Slot(row, cell.getValue())));
        column.setCellFactory(_ -> new SlotCell<>(model));
        return column;
    }
}
