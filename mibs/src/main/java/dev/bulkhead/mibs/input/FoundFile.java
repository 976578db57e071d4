package dev.bulkhead.mibs.input;

import java.nio.file.Path;

/**
 * A regular file as it was listed.
 *
 * @param size in bytes
 * @param modifiedNanos when it was last modified, in nanoseconds since 1970
 */
public record FoundFile(Path path, long size, long modifiedNanos) {}
