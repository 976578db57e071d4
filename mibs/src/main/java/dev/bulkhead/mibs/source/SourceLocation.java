package dev.bulkhead.mibs.source;

/**
 * A place in a MIB file.
 *
 * @param file the file's path as it was given, or the name of a built-in text
 * @param line 1-based
 * @param column 1-based, in characters
 */
public record SourceLocation(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
