package dev.bulkhead.app.table;

import dev.bulkhead.app.fx.LiveCells;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.app.theme.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The grid turned by a quarter: a line for each column of the MIB's table, its name frozen. */
final class TurnedTable extends FrozenTable<GridColumn> {
    /** More columns than this nobody reads, and JavaFX builds them all. */
    static final int LIMIT = 60;

    private static final double NAME_WIDTH = 190;
    private static final double VALUE_WIDTH = 150;

    private final TableViewModel model;
    private final TableColumn<GridColumn, String> name;
    private LiveCells<GridColumn> cells = new LiveCells<>();
    private List<GridRow> shown = List.of();

    TurnedTable(TableViewModel model) {
        super(column -> "column-object".equals(column.getId()));
        this.model = model;
        setId("turned-grid");
        setAccessibleText(Words.text("table.accessible", model.question().name()));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setPlaceholder(new Region());
        name = new TableColumn<>(Words.text("table.object"));
        name.setId("column-object");
        name.setReorderable(false);
        name.setSortable(false);
        name.setPrefWidth(NAME_WIDTH);
        name.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().fullTitle()));
        name.setCellFactory(_ -> new NameCell());
        getColumns().add(name);
    }

    /** Shows the model's rows and columns as they are now. */
    void repaint() {
        List<GridColumn> lines =
                model.columns().stream().filter(column -> !column.isFrozen()).toList();
        if (!lines.equals(getItems())) {
            getItems().setAll(lines);
        }
        List<GridRow> rows =
                List.copyOf(model.rows().subList(0, Math.min(LIMIT, model.rows().size())));
        if (!rows.equals(shown)) {
            shown = rows;
            cells = new LiveCells<>();
            List<TableColumn<GridColumn, ?>> columns = new ArrayList<>();
            columns.add(name);
            rows.forEach(row -> columns.add(column(row)));
            getColumns().setAll(columns);
        }
        cells.repaint();
    }

    private TableColumn<GridColumn, GridColumn> column(GridRow row) {
        TableColumn<GridColumn, GridColumn> column = new TableColumn<>(title(row));
        column.setId("row-" + row.instance());
        column.setUserData(row);
        column.setPrefWidth(VALUE_WIDTH);
        column.setSortable(false);
        column.setReorderable(false);
        cells.installEach(
                column, () -> new SlotFace<>(model, of -> new Slot(row, of), false, true));
        return column;
    }

    private String title(GridRow row) {
        String key = TableGrid.keyText(row);
        String title = model.devices().size() > 1 ? row.device().label() + " · " + key : key;
        return Inert.text(title);
    }

    /** The cell in focus. */
    Optional<Slot> focused() {
        TablePosition<?, ?> position = getFocusModel().getFocusedCell();
        return slot(position.getRow(), position.getTableColumn());
    }

    /** The cells chosen. */
    List<Slot> selected() {
        return getSelectionModel().getSelectedCells().stream()
                .flatMap(position -> slot(position.getRow(), position.getTableColumn()).stream())
                .toList();
    }

    private Optional<Slot> slot(int line, TableColumn<?, ?> column) {
        return line >= 0
                        && line < getItems().size()
                        && column != null
                        && column.getUserData() instanceof GridRow row
                ? Optional.of(new Slot(row, getItems().get(line)))
                : Optional.empty();
    }

    /** A column's name, with the mark of what can be set. */
    private static final class NameCell extends TableCell<GridColumn, String> {
        @Override
        protected void updateItem(String words, boolean empty) {
            super.updateItem(words, empty);
            TableRow<GridColumn> line = getTableRow();
            boolean writable =
                    !empty && line != null && line.getItem() != null && line.getItem().isWritable();
            setText(empty ? null : words);
            setGraphic(writable ? Parts.icon(MaterialDesignP.PENCIL, "pencil") : null);
            setContentDisplay(ContentDisplay.RIGHT);
        }
    }
}
