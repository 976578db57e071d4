package dev.bulkhead.engine.supervisor;

import dev.bulkhead.engine.archive.AotCache;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Makes the AOT cache of the program itself: its JVM runs a rehearsal and writes down which classes
 * that took. What a rehearsal does is the program's own business.
 */
public final class ProgramTraining {
    private static final Duration WRITING = Duration.ofMinutes(10);
    private static final String DRAFT = "training.aot";

    private ProgramTraining() {}

    /**
     * Runs a rehearsal and puts the cache beside the jars, in place of any of its kind. Blocks for
     * up to a minute.
     *
     * @param kind what the cache is for
     * @param command {@code java}, the flags that the cache will be used with, no class path
     * @param classPath the jars, as they will be in that order, all in one folder
     * @param rehearsal the main class and its arguments
     * @param home where it may keep what it keeps for its user
     * @return the cache
     * @throws IOException if the rehearsal fails
     */
    public static Path run(
            String kind,
            List<String> command,
            List<Path> classPath,
            List<String> rehearsal,
            Path home)
            throws IOException, InterruptedException {
        AotCache cache =
                AotCache.of(kind, Path.of(command.getFirst()), classPath)
                        .orElseThrow(() -> new IOException("no jars of one folder: " + classPath));
        cache.clear();
        Path draft = home.resolve(DRAFT);
        List<String> words = new ArrayList<>(command);
        words.add("-Duser.home=" + home);
        // Profiles would have C2 compile at the start what need not be fast yet: half as much
        // processor time again, and a fourth of the cache.
        words.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"));
        words.add("-XX:AOTCacheOutput=" + draft);
        words.add("-cp");
        words.add(
                classPath.stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)));
        words.addAll(rehearsal);
        Path log = home.resolve("training.log");
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(ProgramTraining::isOfTheUser);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(WRITING.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the rehearsal does not end: " + told(log));
        }
        if (process.exitValue() != 0 || !Files.exists(draft)) {
            throw new IOException(
                    "the rehearsal ended with " + process.exitValue() + ": " + told(log));
        }
        return Files.move(draft, cache.place(Files.size(draft)));
    }

    /** What would lead it to the user's own files, or give its JVM more flags. */
    private static boolean isOfTheUser(String variable) {
        return variable.startsWith("XDG_")
                || variable.startsWith("MIB")
                || variable.startsWith("BULKHEAD_")
                || variable.equals("JAVA_TOOL_OPTIONS")
                || variable.equals("JDK_JAVA_OPTIONS");
    }

    private static String told(Path log) throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8);
    }
}
