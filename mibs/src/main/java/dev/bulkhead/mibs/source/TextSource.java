package dev.bulkhead.mibs.source;

import java.util.Optional;

/** Where a text stands and can be read again when it is wanted. Any thread. */
public interface TextSource {
    /** The file's path as it was given, or the name of a built-in text. */
    String name();

    /** The characters from one byte offset to another; may read the file. */
    String text(int start, int end);

    /** The whole file as it was compiled; empty if it has changed or is gone. May read it. */
    Optional<SourceFile> file();

    /** The place of a byte offset; may read the file. */
    SourceLocation location(int offset);
}
