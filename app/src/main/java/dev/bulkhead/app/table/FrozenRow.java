package dev.bulkhead.app.table;

import javafx.scene.control.Skin;
import javafx.scene.control.TableRow;

/** A row of a table whose first columns stay. */
final class FrozenRow<S> extends TableRow<S> {
    private final FrozenTable<S> table;

    FrozenRow(FrozenTable<S> table) {
        this.table = table;
    }

    FrozenTable<S> table() {
        return table;
    }

    @Override
    protected void updateItem(S item, boolean empty) {
        super.updateItem(item, empty);
        table.mark(this);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new FrozenRowSkin<>(this);
    }
}
