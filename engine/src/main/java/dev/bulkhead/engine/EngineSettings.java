package dev.bulkhead.engine;

import dev.bulkhead.mibs.CodePlace;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How an engine starts its workers.
 *
 * @param javaCommand the {@code java} of the runtime that workers run on
 * @param classPath what workers have on their class path
 * @param spares how many warm spare workers to have, 0 for none
 * @param kept how many workers to keep a while after their job, for the next one that asks the same
 *     target with the same credential; 0 for a fresh worker each time
 */
public record EngineSettings(Path javaCommand, List<Path> classPath, int spares, int kept) {
    /** How many workers are kept unless told otherwise. */
    public static final int USUAL_KEPT = 4;

    /** An artifact that a worker needs, and a class of it; by name, as most are not for us. */
    private record Needed(String artifact, String className) {}

    private static final List<Needed> NEEDED =
            List.of(
                    new Needed("bulkhead-engine", "dev.bulkhead.engine.EngineSettings"),
                    new Needed("bulkhead-mibs", "dev.bulkhead.mibs.smi.Oid"),
                    new Needed("snmp4j", "org.snmp4j.PDU"),
                    new Needed("snmp4j-agent", "org.snmp4j.agent.DuplicateRegistrationException"),
                    new Needed("jspecify", "org.jspecify.annotations.NullMarked"));

    public EngineSettings {
        classPath = List.copyOf(classPath);
        if (spares < 0) {
            throw new IllegalArgumentException(spares + " spares are less than none");
        }
        if (kept < 0) {
            throw new IllegalArgumentException(kept + " workers to keep are less than none");
        }
    }

    /** With the usual number of workers that are kept. */
    public EngineSettings(Path javaCommand, List<Path> classPath, int spares) {
        this(javaCommand, classPath, spares, USUAL_KEPT);
    }

    /** The same, with another number of workers that are kept. */
    public EngineSettings keeping(int workers) {
        return new EngineSettings(javaCommand, classPath, spares, workers);
    }

    /**
     * The runtime of this very process, and of its class path what a worker needs: no window, no
     * command line. Works from folders of classes, from jars, and from a jpackage image.
     *
     * @param spares how many warm spare workers to have, 0 for none
     * @throws IllegalStateException if a part is missing
     */
    public static EngineSettings ofThisProcess(int spares) {
        Set<Path> classPath = new LinkedHashSet<>();
        for (Needed part : NEEDED) {
            classPath.add(CodePlace.of(part.artifact(), part.className()));
        }
        String executable = File.separatorChar == '\\' ? "java.exe" : "java";
        Path java = Path.of(System.getProperty("java.home"), "bin", executable);
        if (!Files.isExecutable(java)) {
            throw new IllegalStateException("this runtime has no " + java + " to run workers with");
        }
        return new EngineSettings(java, List.copyOf(classPath), spares);
    }
}
