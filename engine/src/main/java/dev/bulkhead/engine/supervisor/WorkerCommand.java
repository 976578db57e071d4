package dev.bulkhead.engine.supervisor;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The command line and environment of workers. Nothing of any job is in them: other users of the
 * machine can read a command line.
 *
 * @param java the {@code java} to run
 * @param classPath folders and jars
 * @param archive what the JVM does about an AOT cache
 */
public record WorkerCommand(Path java, List<Path> classPath, Archive archive) {
    /** Whether a worker starts from an AOT cache, without, or to make one. */
    sealed interface Archive {
        record None() implements Archive {}

        record Use(Path file) implements Archive {}

        /** The file is written when the worker ends, by a second JVM, which takes seconds. */
        record Make(Path file) implements Archive {}
    }

    /**
     * What a worker may inherit: what the JVM and its resolver need, and nothing a user put there.
     */
    private static final Set<String> KEPT_VARIABLES =
            Set.of(
                    "PATH",
                    "LANG",
                    "LC_ALL",
                    "LC_CTYPE",
                    "TZ",
                    "TMPDIR",
                    "TEMP",
                    "TMP",
                    "SystemRoot");

    private static final String MAIN = "dev.bulkhead.engine.worker.WorkerMain";

    /** The main class's one argument: warm up, your job comes later. */
    private static final String SPARE = "spare";

    public WorkerCommand {
        classPath = List.copyOf(classPath);
    }

    /** Without an AOT cache. */
    public WorkerCommand(Path java, List<Path> classPath) {
        this(java, classPath, new Archive.None());
    }

    WorkerCommand with(Archive other) {
        return new WorkerCommand(java, classPath, other);
    }

    /**
     * The command line: flags found by measuring (12.8 MB and 90 ms of CPU a worker, against 33 MB
     * and 166 ms of a plain JVM), and those that keep the JVM's own words off stdout. A cache fits
     * all sizes: the collector is the same, and profiles serve both compilers.
     *
     * @param spare whether it waits for a job, and may warm up
     */
    List<String> arguments(WorkerSize size, boolean spare) {
        List<String> arguments = new ArrayList<>();
        arguments.add(java.toString());
        arguments.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        // C2 makes a GET of thousands a third faster, but a first sweep of 10,000
                        // devices takes half as long again, and 25 MB more.
                        "-XX:TieredStopAtLevel=" + (size.isOptimised() ? 4 : 1),
                        "-XX:-UsePerfData",
                        // A young generation as large as the first heap is warned of on stderr.
                        "-Xms" + (size == WorkerSize.SMALL ? "3m" : "16m"),
                        "-Xmx" + size.heapMegabytes() + "m",
                        "-Xmn" + (size == WorkerSize.SMALL ? "1m" : "8m"),
                        // What a collection finds dead goes back to the system at once.
                        "-XX:MaxHeapFreeRatio=40",
                        "-XX:-ShrinkHeapInSteps",
                        "-Xss256k",
                        "-XX:ReservedCodeCacheSize=" + (size.isOptimised() ? "32m" : "16m"),
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:+UnlockExperimentalVMOptions",
                        // Half a megabyte and a quarter by default, for a few hundred of each.
                        "-XX:StringTableSize=2048",
                        "-XX:SymbolTableSize=2048",
                        "-XX:ArchiveRelocationMode=0",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:+DisplayVMOutputToStderr",
                        "-Xlog:disable",
                        "-Xlog:all=warning:stderr",
                        // Four times a second by default, for locks that nobody fights over.
                        "-XX:AsyncDeflationInterval=5000",
                        // Its registers and stack could be those of a key; what the crash was
                        // stands on stderr too.
                        "-XX:ErrorFile=" + (File.separatorChar == '/' ? "/dev/null" : "NUL"),
                        "-XX:-CreateCoredumpOnCrash",
                        // Else the first socket reads the JDK's security properties to learn this.
                        "-Djdk.includeInExceptions="));
        if (File.separatorChar == '/' && Files.isDirectory(Path.of("/proc/self"))) {
            // Linux: what glibc keeps of freed memory, 0.6 MB a worker, goes back to the system.
            arguments.add("-XX:TrimNativeHeapInterval=10000");
            // The usual one, which is else looked for in all jars: a tenth of a cold start.
            arguments.add(
                    "-Djava.nio.channels.spi.SelectorProvider=sun.nio.ch.EPollSelectorProvider");
        }
        switch (archive) {
            case Archive.None none -> arguments.add("-Xshare:auto");
            case Archive.Use(Path file) -> {
                if (!size.isOptimised()) {
                    // Profiles help C2 alone, and a thread would go through all of them.
                    arguments.add("-XX:-AOTReplayTraining");
                }
                arguments.add("-XX:AOTCache=" + file);
            }
            case Archive.Make(Path file) -> arguments.add("-XX:AOTCacheOutput=" + file);
        }
        arguments.add("-cp");
        arguments.add(
                classPath.stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)));
        arguments.add(MAIN);
        if (spare) {
            arguments.add(SPARE);
        }
        return arguments;
    }

    ProcessBuilder process(WorkerSize size, boolean spare) {
        ProcessBuilder builder = new ProcessBuilder(arguments(size, spare));
        builder.environment().keySet().retainAll(KEPT_VARIABLES);
        return builder;
    }
}
