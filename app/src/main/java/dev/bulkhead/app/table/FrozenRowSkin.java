package dev.bulkhead.app.table;

import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.skin.TableRowSkin;
import org.jspecify.annotations.Nullable;

/**
 * Lays the cells of frozen columns into a pane over the row, which moves with the scrolling.
 *
 * <p>JavaFX takes cells that are out of sight out of their row and puts them back later; it leaves
 * those alone that have another parent. The pane is not managed, so what it does costs the row no
 * layout.
 */
final class FrozenRowSkin<S> extends TableRowSkin<S> {
    private static final PseudoClass SCROLLED = PseudoClass.getPseudoClass("scrolled");

    private final FrozenTable<S> table;
    private final FrozenPane pane = new FrozenPane();

    /** The cells by their columns; made while the superclass is constructed. */
    private @Nullable Map<TableColumnBase<?, ?>, TableCell<S, ?>> cells;

    FrozenRowSkin(FrozenRow<S> row) {
        super(row);
        table = row.table();
        pane.setManaged(false);
        pane.setViewOrder(-1);
        pane.translateXProperty().bind(table.shiftProperty());
    }

    @Override
    @SuppressWarnings("rawtypes") // as JavaFX declares it
    protected TableCell<S, ?> createCell(TableColumnBase column) {
        TableCell<S, ?> cell = super.createCell(column);
        if (cells == null) {
            cells = new WeakHashMap<>();
        }
        cells.put(column, cell);
        return cell;
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        super.layoutChildren(x, y, width, height);
        List<TableColumn<S, ?>> frozen = table.frozen();
        boolean visible = !frozen.isEmpty() && getSkinnable().getIndex() >= 0;
        pane.setVisible(visible);
        if (visible && pane.getParent() == null) {
            getChildren().add(pane);
        }
        double left = 0;
        for (TableColumn<S, ?> column : frozen) {
            TableCell<S, ?> cell = cells == null ? null : cells.get(column);
            double wide = snapSizeX(column.getWidth());
            if (cell != null) {
                if (cell.getParent() != pane) {
                    pane.getChildren().add(cell);
                }
                cell.resizeRelocate(left, 0, wide, getSkinnable().getHeight());
            }
            left += wide;
        }
        pane.resizeRelocate(0, 0, left, getSkinnable().getHeight());
        pane.pseudoClassStateChanged(SCROLLED, table.shiftProperty().get() > 0);
        leaveOthers(frozen);
    }

    /** Cells of columns that are not frozen any more go back to where JavaFX looks for them. */
    private void leaveOthers(List<TableColumn<S, ?>> frozen) {
        boolean some =
                pane.getChildren()
                        .removeIf(node ->
                                !(node instanceof TableCell<?, ?> cell)
                                        || !frozen.contains(cell.getTableColumn()));
        if (some) {
            getSkinnable().requestLayout();
        }
    }
}
