package dev.bulkhead.mibs;

import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.model.MibModule;
import java.time.Duration;
import java.util.List;

/**
 * What a compilation yields.
 *
 * @param modules by name, base modules included
 * @param index over all modules
 * @param diagnostics by file and place
 * @param fileCount how many files were asked for and read, those for imports not counted
 * @param duration how long it took
 */
public record Compilation(
        List<MibModule> modules,
        MibIndex index,
        List<Diagnostic> diagnostics,
        int fileCount,
        Duration duration) {
    public Compilation {
        modules = List.copyOf(modules);
        diagnostics = List.copyOf(diagnostics);
    }

    /** How many definitions all modules have together. */
    public int definitionCount() {
        return modules.stream().mapToInt(m -> m.definitions().size()).sum();
    }
}
