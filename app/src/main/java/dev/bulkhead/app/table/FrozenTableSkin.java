package dev.bulkhead.app.table;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.control.skin.TableViewSkin;

/** Tells a table how far it is scrolled, and holds the headers of its frozen columns. */
final class FrozenTableSkin<S> extends TableViewSkin<S> {
    private static final PseudoClass FROZEN = PseudoClass.getPseudoClass("frozen");

    private final FrozenTable<S> table;
    private final ScrollBar bar;

    FrozenTableSkin(FrozenTable<S> table) {
        super(table);
        this.table = table;
        bar = horizontalBar();
        bar.valueProperty().subscribe(this::scrolled);
        bar.visibleProperty().subscribe(this::scrolled);
        table.getVisibleLeafColumns().subscribe(table::requestLayout);
    }

    private ScrollBar horizontalBar() {
        for (Node child : getVirtualFlow().getChildrenUnmodifiable()) {
            if (child instanceof ScrollBar found
                    && found.getOrientation() == Orientation.HORIZONTAL) {
                return found;
            }
        }
        throw new IllegalStateException("a table has a horizontal scroll bar");
    }

    private void scrolled() {
        table.shiftProperty().set(bar.isVisible() ? bar.getValue() : 0);
        holdHeaders();
    }

    /** A cell that takes the focus must not lie below the frozen ones. */
    @Override
    protected void scrollHorizontally(TableColumn<S, ?> column) {
        super.scrollHorizontally(column);
        double most = table.uncovered(column);
        if (bar.getValue() > most) {
            bar.setValue(Math.max(most, bar.getMin()));
        }
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        super.layoutChildren(x, y, width, height);
        holdHeaders();
    }

    private void holdHeaders() {
        double shift = table.shiftProperty().get();
        List<TableColumn<S, ?>> frozen = table.frozen();
        for (TableColumnHeader header : getTableHeaderRow().getRootHeader().getColumnHeaders()) {
            boolean stays = shift > 0 && frozen.contains(header.getTableColumn());
            header.setTranslateX(stays ? shift : 0);
            header.setViewOrder(stays ? -1 : 0);
            header.pseudoClassStateChanged(FROZEN, stays);
        }
    }
}
