package dev.bulkhead.app.history;

/** A time without values in a file; milliseconds since 1970. */
public record StoredGap(long since, long until, String reason) {}
