package dev.bulkhead.mibs.input;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads an archive from front to end and holds one entry at a time. */
interface ArchiveReader extends AutoCloseable {
    /**
     * The next entry, null behind the last; skips what is left of the one before.
     *
     * @throws IOException if the archive is damaged or cut off, or a limit is reached
     */
    @Nullable ArchiveEntry next() throws IOException;

    /** Frees memory outside the heap; leaves the stream open. */
    @Override
    void close();
}
