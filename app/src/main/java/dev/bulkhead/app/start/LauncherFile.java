package dev.bulkhead.app.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What jpackage's launcher of an image reads: the class path and the flags of its JVM, in a file
 * {@code bulkhead.cfg} beside the jars.
 *
 * @param file where it is
 * @param lines what stands there
 */
record LauncherFile(Path file, List<String> lines) {
    private static final String NAME = "bulkhead.cfg";
    private static final String FOLDER = "$APPDIR";
    private static final String JAR = "app.classpath=";
    private static final String MAIN = "app.mainclass=";
    private static final String FLAG = "java-options=";
    private static final String CACHE_FLAG = "-XX:AOTCache=";

    LauncherFile {
        lines = List.copyOf(lines);
    }

    /** Reads that of an image. */
    static LauncherFile in(Path jars) throws IOException {
        Path file = jars.resolve(NAME);
        return new LauncherFile(file, Files.readAllLines(file));
    }

    /** The jars, in the order of the class path. */
    List<Path> classPath() {
        return values(JAR).stream().map(Path::of).toList();
    }

    String mainClass() {
        return values(MAIN).getFirst();
    }

    /** The JVM's flags, but for those about its archives. */
    List<String> flags() {
        return values(FLAG).stream().filter(flag -> !isOfCache(flag)).toList();
    }

    private static boolean isOfCache(String flag) {
        return flag.startsWith(CACHE_FLAG)
                || flag.startsWith("-Xshare:")
                || flag.startsWith("-D" + StartCheck.CACHE + "=");
    }

    /** How a JVM is told to start from a cache, and the program which one that is. */
    static List<String> flagsFor(String cache) {
        return List.of(CACHE_FLAG + cache, "-D" + StartCheck.CACHE + "=" + cache);
    }

    private List<String> values(String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).replace(FOLDER, folder().toString()))
                .toList();
    }

    private Path folder() {
        return Path.of(String.valueOf(file.toAbsolutePath().getParent()));
    }

    /** Has the launcher start from a cache, which lies beside the jars, and no other. */
    void useCache(Path cache) throws IOException {
        List<String> changed = new ArrayList<>();
        for (String line : lines) {
            if (!line.startsWith(FLAG) || !isOfCache(line.substring(FLAG.length()))) {
                changed.add(line);
            }
        }
        // The flags are the file's last section.
        while (changed.getLast().isBlank()) {
            changed.removeLast();
        }
        for (String flag : flagsFor(FOLDER + "/" + cache.getFileName())) {
            changed.add(FLAG + flag);
        }
        Files.write(file, changed);
    }
}
