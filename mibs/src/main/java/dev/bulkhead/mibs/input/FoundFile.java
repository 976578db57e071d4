package dev.bulkhead.mibs.input;

import java.nio.file.Path;

/**
 * A file or folder as it was listed.
 *
 * @param size in bytes
 * @param modifiedNanos when it was last modified, in nanoseconds since 1970
 */
public record FoundFile(Path path, long size, long modifiedNanos) {}
