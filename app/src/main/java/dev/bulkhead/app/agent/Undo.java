package dev.bulkhead.app.agent;

/**
 * Something that can be taken back.
 *
 * @param sentence what was done
 */
public record Undo(String sentence, Runnable back) {}
