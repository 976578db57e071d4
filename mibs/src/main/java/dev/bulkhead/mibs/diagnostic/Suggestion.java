package dev.bulkhead.mibs.diagnostic;

/**
 * A change to the text that a machine can make.
 *
 * @param offset where it starts, in bytes from the file's beginning
 * @param length how many bytes it replaces
 * @param replacement what stands there afterwards
 */
public record Suggestion(int offset, int length, String replacement) {}
