package dev.bulkhead.app.change;

import java.util.Objects;

/** Where this package's styles are. */
final class ChangeStyles {
    private ChangeStyles() {}

    static String sheet() {
        return Objects.requireNonNull(ChangeStyles.class.getResource("change.css"))
                .toExternalForm();
    }
}
