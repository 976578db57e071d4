package dev.bulkhead.mibs;

import dev.bulkhead.mibs.ParsedFile.Origin;
import dev.bulkhead.mibs.input.FoundFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One text that may be compiled: a file on disk, one of an archive, or a built-in one.
 *
 * @param name as messages and models show it; no two of a repository have the same
 * @param path where it lies on disk; null for a built-in text
 * @param size in bytes, or -1 for a built-in text, which never changes
 * @param modifiedNanos since 1970, or -1
 */
record MibText(
        Origin origin,
        String name,
        @Nullable Path path,
        long size,
        long modifiedNanos,
        Content content) {
    /** How a text is read. */
    interface Content {
        byte[] read() throws IOException;
    }

    /** A file on disk. */
    static MibText ofFile(Origin origin, String name, FoundFile file) {
        Path path = file.path();
        return new MibText(
                origin,
                name,
                path,
                file.size(),
                file.modifiedNanos(),
                () -> Files.readAllBytes(path));
    }

    boolean isBuiltIn() {
        return path == null;
    }
}
