package dev.bulkhead.app.theme;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;
import org.jspecify.annotations.Nullable;

/**
 * Widens the columns of tables as their text grows: their widths are given in Java, for the usual
 * size. Columns that come later are widened as they come. JavaFX's thread.
 */
public final class ColumnScale {
    private static final String KEY = "bulkhead-text-size";

    private ColumnScale() {}

    /** Gives a table's columns the width that they need at a size of text; else does nothing. */
    static void apply(Node node, double factor) {
        switch (node) {
            case TableView<?> table -> apply(table, table.getColumns(), factor);
            case TreeTableView<?> table -> apply(table, table.getColumns(), factor);
            default -> {}
        }
    }

    private static <C extends TableColumnBase<?, ?>> void apply(
            Node table, ObservableList<C> columns, double factor) {
        boolean isFollowed = table.getProperties().put(KEY, factor) != null;
        scale(columns, factor);
        if (!isFollowed) {
            columns.addListener(
                    (ListChangeListener<C>)
                            _ -> scale(columns, of(table.getProperties().get(KEY))));
        }
    }

    private static void scale(List<? extends TableColumnBase<?, ?>> columns, double factor) {
        for (TableColumnBase<?, ?> column : columns) {
            double had = of(column);
            if (had != factor) {
                column.getProperties().put(KEY, factor);
                column.setPrefWidth(column.getPrefWidth() * factor / had);
            }
        }
    }

    /** By how much a column was widened; 1 for not at all. */
    public static double of(TableColumnBase<?, ?> column) {
        return of(column.getProperties().get(KEY));
    }

    private static double of(@Nullable Object factor) {
        return factor instanceof Double known ? known : 1;
    }
}
