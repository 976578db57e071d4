package dev.bulkhead.app.notification;

/** By what notifications are grouped. */
public enum Grouping {
    NONE,
    SOURCE,
    NOTIFICATION
}
