package dev.bulkhead.app.notification;

import java.util.Objects;

/** The style sheet of all views about notifications. */
final class NotificationStyle {
    private NotificationStyle() {}

    static String sheet() {
        return Objects.requireNonNull(NotificationStyle.class.getResource("notification.css"))
                .toExternalForm();
    }
}
