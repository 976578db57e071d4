package dev.bulkhead.app.table;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The grid as it stands in the MIB: a line for each conceptual row. */
final class GridTable extends TableView<GridRow> {
    /** About what a character of words and of numbers takes, and the room around it. */
    private static final double LETTER = 6.7;

    private static final double DIGIT = 7.3;
    private static final double PADDING = 20;
    private static final double DOT = 14;
    private static final double PENCIL = 15;
    private static final int MIN_CHARACTERS = 6;
    private static final int MAX_CHARACTERS = 34;
    private static final int SAMPLE_ROWS = 100;

    private final TableViewModel model;
    private Set<GridRow> shown = Set.of();

    GridTable(TableViewModel model) {
        this.model = model;
        setId("grid");
        getStyleClass().add("data-table");
        setAccessibleText(Words.text("table.accessible", model.question().name()));
        getSelectionModel().setCellSelectionEnabled(true);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setPlaceholder(new Region());
        for (GridColumn column : model.run().grid().columns()) {
            getColumns().add(column(column));
        }
    }

    private TableColumn<GridRow, Slot> column(GridColumn grid) {
        TableColumn<GridRow, Slot> column = new TableColumn<>(grid.name());
        column.setId("column-" + grid.name());
        column.setUserData(grid);
        column.setReorderable(grid.indexPart().isEmpty());
        if (grid.isNumber()) {
            column.getStyleClass().add("number-cell");
        }
        if (grid.isWritable()) {
            column.setGraphic(Parts.icon(MaterialDesignP.PENCIL, "pencil"));
        }
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(new Slot(cell.getValue(), grid)));
        column.setCellFactory(_ -> new SlotCell<>(model));
        column.setComparator(comparator(grid));
        column.setPrefWidth(MIN_CHARACTERS * LETTER + PADDING);
        return column;
    }

    private Comparator<Slot> comparator(GridColumn grid) {
        if (grid.indexPart().isPresent()) {
            return Comparator.comparing(slot -> slot.row().instance());
        }
        Comparator<Slot> byText =
                Comparator.comparing(slot -> model.text(slot.row(), slot.column()));
        return grid.isNumber()
                ? Comparator.<Slot>comparingInt(
                                slot -> model.text(slot.row(), slot.column()).length())
                        .thenComparing(byText)
                : byText;
    }

    /** Shows these rows, keeping selection and order. */
    void show(List<GridRow> rows) {
        if (rows.size() == getItems().size() && shown.containsAll(rows)) {
            refresh();
            return;
        }
        shown = new HashSet<>(rows);
        Set<Integer> chosen = new TreeSet<>(getSelectionModel().getSelectedIndices());
        boolean grown = rows.size() != getItems().size();
        getItems().setAll(rows);
        sort();
        if (grown) {
            fitColumns(rows);
        }
        chosen.stream()
                .filter(index -> index < rows.size())
                .forEach(index -> getSelectionModel().select(index));
    }

    private void fitColumns(List<GridRow> rows) {
        List<GridRow> some = rows.subList(0, Math.min(SAMPLE_ROWS, rows.size()));
        for (TableColumn<GridRow, ?> column : getColumns()) {
            if (column.getUserData() instanceof GridColumn grid) {
                column.setPrefWidth(width(grid, some));
            }
        }
    }

    private double width(GridColumn grid, List<GridRow> rows) {
        int longest = MIN_CHARACTERS;
        for (GridRow row : rows) {
            longest = Math.max(longest, model.text(row, grid).length());
        }
        double header = grid.name().length() * LETTER + (grid.isWritable() ? PENCIL : 0);
        double cells =
                Math.min(longest, MAX_CHARACTERS) * (grid.isNumber() ? DIGIT : LETTER)
                        + (grid.isState() ? DOT : 0);
        return Math.max(header, cells) + PADDING;
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
        if (column == null
                || position.getRow() < 0
                || position.getRow() >= getItems().size()
                || !(column.getUserData() instanceof GridColumn grid)) {
            return Optional.empty();
        }
        return Optional.of(new Slot(getItems().get(position.getRow()), grid));
    }
}
