package dev.bulkhead.mibs.input;

/**
 * A module's header as the scan found it.
 *
 * @param name the module's name, of letters, digits, hyphens and underscores
 * @param offset where the name begins, in bytes from the file's start
 */
public record ModuleHeader(String name, int offset) {}
