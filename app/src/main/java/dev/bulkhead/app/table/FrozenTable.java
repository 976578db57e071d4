package dev.bulkhead.app.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Skin;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;

/**
 * A table whose first columns stay while the others scroll.
 *
 * <p>It is one table: selection, keys, sorting, hover and vertical scrolling are JavaFX's own. The
 * frozen cells of a row lie in a pane over the others, which is moved to the right by as much as
 * the table is scrolled ({@link FrozenRowSkin}); so do the headers ({@link FrozenTableSkin}).
 *
 * <p>Columns beyond {@value #SHARE} of the width are not frozen: something must be left to scroll.
 */
class FrozenTable<S> extends TableView<S> {
    private static final double SHARE = 0.6;
    private static final int MOST_MARKED = 5_000;
    private static final PseudoClass TOUCHED = PseudoClass.getPseudoClass("touched");

    private final DoubleProperty shift = new SimpleDoubleProperty();
    private final Predicate<TableColumn<S, ?>> wanted;
    private Set<Integer> touched = Set.of();

    /**
     * An empty table.
     *
     * @param wanted which columns are to stay, if they stand first
     */
    @SuppressWarnings("rawtypes") // as JavaFX lists the selected cells
    FrozenTable(Predicate<TableColumn<S, ?>> wanted) {
        this.wanted = wanted;
        getStyleClass().addAll("data-table", "frozen-table");
        getStylesheets().add(TableTab.STYLESHEET);
        getSelectionModel().setCellSelectionEnabled(true);
        setRowFactory(_ -> new FrozenRow<>(this));
        getSelectionModel()
                .getSelectedCells()
                .addListener((ListChangeListener<TablePosition>) _ -> touch());
    }

    /** How far the table is scrolled, in pixels. */
    DoubleProperty shiftProperty() {
        return shift;
    }

    /** The columns that stay, from the left. */
    List<TableColumn<S, ?>> frozen() {
        List<TableColumn<S, ?>> frozen = new ArrayList<>();
        double width = 0;
        for (TableColumn<S, ?> column : getVisibleLeafColumns()) {
            width += column.getWidth();
            if (!wanted.test(column) || width > getWidth() * SHARE) {
                break;
            }
            frozen.add(column);
        }
        return frozen;
    }

    private double frozenWidth() {
        return frozen().stream().mapToDouble(TableColumn::getWidth).sum();
    }

    /** How far to be scrolled at most for a column to stand free of the frozen ones. */
    double uncovered(TableColumn<?, ?> column) {
        int place = getVisibleLeafColumns().indexOf(column);
        if (place < frozen().size()) {
            return Double.MAX_VALUE;
        }
        double left =
                getVisibleLeafColumns().subList(0, place).stream()
                        .mapToDouble(TableColumn::getWidth)
                        .sum();
        return Math.max(0, left - frozenWidth());
    }

    /** Rows with a chosen cell are marked, so that they can be followed across the table. */
    private void touch() {
        Set<Integer> rows = new HashSet<>();
        if (getSelectionModel().getSelectedCells().size() <= MOST_MARKED) {
            for (TablePosition<?, ?> position : getSelectionModel().getSelectedCells()) {
                rows.add(position.getRow());
            }
        }
        touched = rows;
        lookupAll(".table-row-cell")
                .forEach(node -> {
                    if (node instanceof FrozenRow<?> row) {
                        mark(row);
                    }
                });
    }

    /** Marks a row if one of its cells is chosen. */
    void mark(FrozenRow<?> row) {
        row.pseudoClassStateChanged(TOUCHED, touched.contains(row.getIndex()));
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new FrozenTableSkin<>(this);
    }
}
