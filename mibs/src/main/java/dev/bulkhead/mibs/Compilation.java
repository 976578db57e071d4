package dev.bulkhead.mibs;

import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.model.MibModule;
import java.time.Duration;
import java.util.List;

/**
 * What a compilation yields.
 *
 * @param index over all modules
 * @param diagnostics by file and place
 * @param fileCount how many files were asked for and read, those for imports not counted
 * @param duration how long it took
 */
public record Compilation(
        MibIndex index, List<Diagnostic> diagnostics, int fileCount, Duration duration) {
    public Compilation {
        diagnostics = List.copyOf(diagnostics);
    }

    /** The modules, by name, base modules included. */
    public List<MibModule> modules() {
        return index.modules();
    }

    /** How many definitions all modules have together. */
    public int definitionCount() {
        return index.definitionCount();
    }
}
