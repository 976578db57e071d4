package dev.bulkhead.app.notification;

import dev.bulkhead.engine.notification.Notification;

/**
 * A notification that was taken.
 *
 * @param number its place among all that were taken, from 0
 * @param host who sent it, without the port
 */
public record NotificationLine(
        long number, Notification notification, String host, Severity severity) {
    /** {@code address:port} without the port; an IPv6 address without its brackets. */
    static String host(String source) {
        int colon = source.lastIndexOf(':');
        String host = colon < 0 ? source : source.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return bracketed ? host.substring(1, host.length() - 1) : host;
    }

    NotificationLine with(Severity other) {
        return other == severity ? this : new NotificationLine(number, notification, host, other);
    }
}
