package dev.bulkhead.engine;

import dev.bulkhead.engine.supervisor.ProgramTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes AOT caches of the program that is built upon this engine. */
public final class ProgramCache {
    private ProgramCache() {}

    /**
     * Trains the program and puts the cache beside its jars. Blocks for up to a minute.
     *
     * @param kind what the cache is for; the first word of its name
     * @param command {@code java} and the flags that the cache will be used with
     * @param classPath the program's jars, all in one folder
     * @param rehearsal the main class and its arguments
     * @param home an empty folder, the home of the rehearsal's user
     * @return the cache
     * @throws IOException if the rehearsal fails; says what it printed
     */
    public static Path train(
            String kind,
            List<String> command,
            List<Path> classPath,
            List<String> rehearsal,
            Path home)
            throws IOException, InterruptedException {
        return ProgramTraining.run(kind, command, classPath, rehearsal, home);
    }
}
