package dev.bulkhead.app.recording;

/**
 * One reading of a recording.
 *
 * @param pass its place, from 0
 */
public record Snapshot(RecordingEntry entry, int pass) {}
