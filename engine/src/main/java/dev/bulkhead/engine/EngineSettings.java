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

    /** One class of each jar or folder that a worker needs; by name, as most are not for us. */
    private static final List<String> NEEDED =
            List.of(
                    "dev.bulkhead.engine.EngineSettings",
                    "dev.bulkhead.mibs.smi.Oid",
                    "org.snmp4j.PDU",
                    "org.snmp4j.agent.DuplicateRegistrationException",
                    "org.jspecify.annotations.NullMarked");

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
        for (String name : NEEDED) {
            classPath.add(placeOf(name));
        }
        String executable = File.separatorChar == '\\' ? "java.exe" : "java";
        Path java = Path.of(System.getProperty("java.home"), "bin", executable);
        if (!Files.isExecutable(java)) {
            throw new IllegalStateException("this runtime has no " + java + " to run workers with");
        }
        return new EngineSettings(java, List.copyOf(classPath), spares);
    }

    private static Path placeOf(String className) {
        try {
            return CodePlace.of(
                    Class.forName(className, false, EngineSettings.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("workers need " + className, e);
        }
    }
}
