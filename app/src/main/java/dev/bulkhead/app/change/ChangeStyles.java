package dev.bulkhead.app.change;

import java.util.Objects;

/** Where this package's styles are. */
public final class ChangeStyles {
    private ChangeStyles() {}

    public static String sheet() {
        return Objects.requireNonNull(ChangeStyles.class.getResource("change.css"))
                .toExternalForm();
    }
}
