package dev.bulkhead.app.table;

import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.fx.LiveCells;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.ColumnScale;
import dev.bulkhead.app.theme.Parts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The grid as it stands in the MIB: a line for each conceptual row, the index frozen. */
final class GridTable extends FrozenTable<GridRow> {
    /** More chosen cells than these are not looked for when rows change places. */
    private static final int MOST_KEPT = 2_000;

    private final TableViewModel model;
    private final ColumnWidths widths;
    private final LiveCells<GridRow> cells = new LiveCells<>();
    private final Map<String, TableColumn<GridRow, GridRow>> made = new HashMap<>();
    private boolean arranging;
    private int fitted;

    GridTable(TableViewModel model) {
        super(GridTable::isFrozen);
        this.model = model;
        widths = new ColumnWidths(model.text());
        setId("grid");
        setAccessibleText(Words.text("table.accessible", model.question().name()));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setPlaceholder(new Region());
        setItems(model.rows());
        setSortPolicy(_ -> {
            model.sort(sortKeys());
            getSortOrder().forEach(GridTable::makeRoomForArrow);
            return true;
        });
        model.aroundArranging(this::keepChosen);
        showColumns();
        model.columns().subscribe(this::showColumns);
        getColumns().addListener((ListChangeListener<TableColumn<GridRow, ?>>) _ -> dragged());
    }

    private static void makeRoomForArrow(TableColumn<?, ?> column) {
        double needed = ColumnWidths.sorted(grid(column)) * ColumnScale.of(column);
        column.setPrefWidth(Math.max(column.getPrefWidth(), needed));
    }

    private static boolean isFrozen(TableColumn<GridRow, ?> column) {
        return column.getUserData() instanceof GridColumn grid && grid.isFrozen();
    }

    private void showColumns() {
        arranging = true;
        getColumns()
                .setAll(
                        model.columns().stream()
                                .map(grid -> made.computeIfAbsent(grid.id(), _ -> column(grid)))
                                .toList());
        arranging = false;
        fitted = 0;
        fitColumns();
    }

    /** The user has dragged a column: the frozen ones stay first. */
    private void dragged() {
        if (!arranging) {
            List<GridColumn> order = getColumns().stream().map(GridTable::grid).toList();
            Background.handOver(() -> {
                model.orderColumns(order);
                showColumns();
            });
        }
    }

    private static GridColumn grid(TableColumn<?, ?> column) {
        return (GridColumn) column.getUserData();
    }

    private List<RowOrder.Key> sortKeys() {
        return getSortOrder().stream()
                .map(column ->
                        new RowOrder.Key(
                                grid(column),
                                column.getSortType() == TableColumn.SortType.ASCENDING))
                .toList();
    }

    private TableColumn<GridRow, GridRow> column(GridColumn grid) {
        TableColumn<GridRow, GridRow> column = new TableColumn<>(grid.title());
        column.setId("column-" + grid.id());
        column.setUserData(grid);
        if (grid.isWritable()) {
            column.setGraphic(Parts.icon(MaterialDesignP.PENCIL, "pencil"));
        }
        column.setReorderable(!grid.isFrozen());
        column.setSortable(grid.kind() != GridColumn.Kind.TREND);
        if (grid.isNumber()) {
            column.getStyleClass().add("number-cell");
        }
        if (grid.indexPart().isPresent()) {
            column.getStyleClass().add("index-cell");
        }
        boolean first = grid.indexPart().filter(part -> part == 0).isPresent();
        cells.installEach(
                column, () -> new SlotFace<>(model, row -> new Slot(row, grid), first, false));
        column.setPrefWidth(ColumnWidths.least(grid));
        return column;
    }

    /** Shows all visible cells as they are now, and fits the columns to what came first. */
    void repaint() {
        cells.repaint();
        fitColumns();
    }

    private void fitColumns() {
        int rows = Math.min(ColumnWidths.SAMPLE_ROWS, getItems().size());
        if (rows <= fitted) {
            return;
        }
        fitted = rows;
        List<GridRow> some = getItems().subList(0, rows);
        for (TableColumn<GridRow, ?> column : getColumns()) {
            double needed = widths.of(grid(column), some) * ColumnScale.of(column);
            column.setPrefWidth(Math.max(column.getPrefWidth(), needed));
        }
    }

    /** The cell in focus. */
    Optional<Slot> focused() {
        return slot(getFocusModel().getFocusedCell());
    }

    /** The cells chosen. */
    List<Slot> selected() {
        return getSelectionModel().getSelectedCells().stream()
                .flatMap(position -> slot(position).stream())
                .toList();
    }

    private Optional<Slot> slot(TablePosition<?, ?> position) {
        TableColumn<?, ?> column = position.getTableColumn();
        if (column == null || position.getRow() >= getItems().size() || position.getRow() < 0) {
            return Optional.empty();
        }
        return Optional.of(new Slot(getItems().get(position.getRow()), grid(column)));
    }

    /** Rows change places; cells that were chosen are again. */
    private void keepChosen(Runnable change) {
        List<Slot> chosen = selected();
        change.run();
        if (!chosen.isEmpty() && chosen.size() <= MOST_KEPT) {
            choose(chosen);
        }
    }

    private void choose(List<Slot> slots) {
        Map<GridRow, List<Slot>> wanted = new HashMap<>();
        slots.forEach(slot -> wanted.computeIfAbsent(slot.row(), _ -> new ArrayList<>()).add(slot));
        getSelectionModel().clearSelection();
        for (int i = 0; i < getItems().size() && !wanted.isEmpty(); i++) {
            List<Slot> here = wanted.remove(getItems().get(i));
            for (Slot slot : here == null ? List.<Slot>of() : here) {
                TableColumn<GridRow, GridRow> column = made.get(slot.column().id());
                if (column != null && getColumns().contains(column)) {
                    getSelectionModel().select(i, column);
                }
            }
        }
    }
}
