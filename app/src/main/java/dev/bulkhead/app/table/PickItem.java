package dev.bulkhead.app.table;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Something to choose or not.
 *
 * @param id what tells it from others
 * @param title its words
 * @param detail more about it, which the filter looks into too; may be empty
 */
record PickItem(String id, String title, String detail, BooleanProperty chosen) {
    PickItem(String id, String title, String detail, boolean isChosen) {
        this(id, title, detail, new SimpleBooleanProperty(isChosen));
    }

    boolean isChosen() {
        return chosen.get();
    }
}
