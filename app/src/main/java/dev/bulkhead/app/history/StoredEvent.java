package dev.bulkhead.app.history;

/**
 * Something that happened to a poll, as a file has it.
 *
 * @param kind a word of {@link EventKind}
 * @param address of the target; "" if it was no single one's
 * @param device what the user calls that target, or ""
 */
public record StoredEvent(long time, String kind, String address, String device, String text) {}
