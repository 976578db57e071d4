package dev.bulkhead.engine;

import java.nio.file.Path;
import java.util.List;

/**
 * How an engine starts its workers.
 *
 * @param javaCommand the {@code java} of the runtime that workers run on
 * @param classPath what workers have on their class path
 * @param spares how many warm spare workers to keep, 0 for none
 */
public record EngineSettings(Path javaCommand, List<Path> classPath, int spares) {
    public EngineSettings {
        classPath = List.copyOf(classPath);
    }

    /**
     * The runtime and class path of this very process, with one spare worker.
     *
     * @param spares how many warm spare workers to keep, 0 for none
     */
    public static EngineSettings ofThisProcess(int spares) {
        throw new UnsupportedOperationException();
    }
}
