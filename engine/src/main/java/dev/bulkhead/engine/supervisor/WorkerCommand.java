package dev.bulkhead.engine.supervisor;

import java.io.File;
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
 */
public record WorkerCommand(Path java, List<Path> classPath) {
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

    public WorkerCommand {
        classPath = List.copyOf(classPath);
    }

    /**
     * The command line: flags found by measuring (12.8 MB and 90 ms of CPU a worker, against 33 MB
     * and 166 ms of a plain JVM), and those that keep the JVM's own words off stdout.
     */
    List<String> arguments(WorkerSize size) {
        List<String> arguments = new ArrayList<>();
        arguments.add(java.toString());
        arguments.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        // A young generation as large as the first heap is warned of on stderr.
                        "-Xms" + (size == WorkerSize.SMALL ? "4m" : "16m"),
                        "-Xmx" + size.heapMegabytes() + "m",
                        "-Xmn" + (size == WorkerSize.SMALL ? "2m" : "8m"),
                        "-Xss256k",
                        "-XX:ReservedCodeCacheSize=16m",
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:ArchiveRelocationMode=0",
                        "-Xshare:auto",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:+DisplayVMOutputToStderr",
                        "-Xlog:disable",
                        "-Xlog:all=warning:stderr",
                        "-XX:ErrorFile=" + File.separator + "dev" + File.separator + "null",
                        "-XX:-CreateCoredumpOnCrash",
                        "-cp",
                        classPath.stream()
                                .map(Path::toString)
                                .collect(Collectors.joining(File.pathSeparator)),
                        MAIN));
        return arguments;
    }

    ProcessBuilder process(WorkerSize size) {
        ProcessBuilder builder = new ProcessBuilder(arguments(size));
        builder.environment().keySet().retainAll(KEPT_VARIABLES);
        return builder;
    }
}
