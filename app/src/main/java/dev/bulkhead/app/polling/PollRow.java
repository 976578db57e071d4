package dev.bulkhead.app.polling;

/** One polled instance of one target. */
public final class PollRow {
    PollRow() {}
}
