package dev.bulkhead.app.table;

import javafx.util.StringConverter;

/** An item's words, for lists that only show them. */
final class PickTitle extends StringConverter<PickItem> {
    @Override
    public String toString(PickItem item) {
        return item.detail().isEmpty() ? item.title() : item.title() + "  " + item.detail();
    }

    @Override
    public PickItem fromString(String words) {
        throw new UnsupportedOperationException("titles are not typed");
    }
}
