package dev.bulkhead.tests.corpus;

import java.nio.file.Path;
import java.util.List;

/**
 * A file of a collection, counted without compiling.
 *
 * @param modules in the order they stand in it
 * @param quoted lines inside quoted text that look as if an OBJECT-TYPE began there; they are not
 *     counted, but a lost quote looks like this
 */
public record TextFile(Path file, List<TextModule> modules, List<Integer> quoted) {
    public TextFile {
        modules = List.copyOf(modules);
        quoted = List.copyOf(quoted);
    }
}
