package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.source.SourceFile;
import org.jspecify.annotations.Nullable;

/** The files that modules were compiled from, whole. Any thread. */
@FunctionalInterface
public interface CompiledTexts {
    /** Reads a file by the name modules give it; null if it is gone or has changed. */
    @Nullable SourceFile read(String file);
}
