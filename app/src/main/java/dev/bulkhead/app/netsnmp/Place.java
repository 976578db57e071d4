package dev.bulkhead.app.netsnmp;

import java.nio.file.Path;

/**
 * Where something stands.
 *
 * @param line from 1; 0 for the file as a whole
 */
public record Place(Path file, int line) {
    /** {@code FILE:LINE}. */
    @Override
    public String toString() {
        return line == 0 ? file.toString() : file + ":" + line;
    }
}
