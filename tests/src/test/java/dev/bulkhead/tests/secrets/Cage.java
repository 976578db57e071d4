package dev.bulkhead.tests.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.tests.program.Bulkhead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder in which programs run: home, temporary folder, working folder, log files of the finest
 * level and both outputs are in it; and what stood in their and their workers' command lines and
 * environments. Any thread.
 */
final class Cage {
    private static final Pattern ENGINE_ID = Pattern.compile("engine 0x([0-9a-f]{10,64})\\b");
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int LOOK_MILLISECONDS = 20;

    private final Path folder;
    private final Path logging;
    private final AtomicInteger runs = new AtomicInteger();
    private final Map<String, String> processes = new ConcurrentHashMap<>();

    Cage(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("tmp"));
        Files.createDirectories(folder.resolve("home"));
        logging = folder.resolve("logging.properties");
        Files.writeString(
                logging,
                """
                .level=ALL
                handlers=java.util.logging.ConsoleHandler,java.util.logging.FileHandler
                java.util.logging.ConsoleHandler.level=ALL
                java.util.logging.FileHandler.level=ALL
                java.util.logging.FileHandler.pattern=%s/log-%%u
                """
                        .formatted(folder));
    }

    /** A program that runs; its outputs go to files. */
    record Run(String name, Process process, Path out, Path err) {
        String outText() throws IOException {
            return Files.readString(out, StandardCharsets.UTF_8);
        }

        String errText() throws IOException {
            return Files.readString(err, StandardCharsets.UTF_8);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Run start(List<String> words) throws IOException {
        return start(
                words.getFirst(),
                Bulkhead.builder(home(), javaOptions(), words.toArray(String[]::new)));
    }

    /** The home folder of what runs here. */
    Path home() {
        return folder.resolve("home");
    }

    /** What each JVM here is started with. */
    List<String> javaOptions() {
        return List.of(
                "-Djava.util.logging.config.file=" + logging,
                "-Djava.io.tmpdir=" + folder.resolve("tmp"));
    }

    /** Starts any program in the cage. */
    Run start(String what, ProcessBuilder builder) throws IOException {
        String name = runs.incrementAndGet() + "-" + what;
        builder.environment().put("TMPDIR", folder.resolve("tmp").toString());
        Path out = folder.resolve("out-" + name);
        Path err = folder.resolve("err-" + name);
        Process process =
                builder.directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        process.getOutputStream().close();
        return new Run(name, process, out, err);
    }

    /** Runs a program to its end and looks at its processes all the time. */
    Run run(List<String> words) throws IOException, InterruptedException {
        Run run = start(words);
        long begun = System.nanoTime();
        while (!run.process().waitFor(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            look(run.process().toHandle());
            if (System.nanoTime() - begun > LIMIT.toNanos()) {
                kill(run);
                throw new AssertionError(words + " did not end: " + run.errText());
            }
        }
        return run;
    }

    static void kill(Run run) {
        List<ProcessHandle> all = run.process().descendants().toList();
        run.process().destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** The workers of a program that runs. */
    static List<ProcessHandle> workers(Run run) {
        return run.process()
                .descendants()
                .filter(each -> proc(each, "cmdline").contains("WorkerMain"))
                .toList();
    }

    /** Keeps what the process and its children show of themselves to others. */
    void look(ProcessHandle process) {
        Stream.concat(Stream.of(process), process.descendants())
                .forEach(each -> {
                    for (String file : List.of("cmdline", "environ", "comm")) {
                        String content = proc(each, file);
                        processes.putIfAbsent(content, file + " of process " + each.pid());
                    }
                });
    }

    private static String proc(ProcessHandle process, String file) {
        try {
            return Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), file),
                    StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            return "";
        }
    }

    /** SNMP engine IDs that were told in traces. */
    List<byte[]> engineIds() throws IOException {
        Set<String> ids = new TreeSet<>();
        for (Path file : files()) {
            if (file.getFileName().toString().startsWith("err-")) {
                Matcher matcher = ENGINE_ID.matcher(Files.readString(file));
                while (matcher.find()) {
                    ids.add(matcher.group(1));
                }
            }
        }
        return ids.stream().map(HexFormat.of()::parseHex).toList();
    }

    /** All files that are there now. */
    List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** Names of files that a crash leaves. */
    List<String> crashFiles() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (name.startsWith("hs_err")
                    || name.startsWith("replay")
                    || name.startsWith("core")
                    || name.endsWith(".hprof")
                    || name.endsWith(".jfr")
                    || name.endsWith(".mdmp")) {
                found.add(name);
            }
        }
        return found;
    }

    /**
     * Fails if a needle is in a file or was in a process.
     *
     * @param but names of files that may hold some
     */
    void mustNotHold(Needles needles, String... but) throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Path file : files()) {
            if (Set.of(but).contains(file.getFileName().toString())) {
                continue;
            }
            note(found, folder.relativize(file).toString(), needles.in(Files.readAllBytes(file)));
        }
        processes.forEach((content, where) ->
                note(found, where, needles.in(content.getBytes(StandardCharsets.ISO_8859_1))));
        assertThat(found).isEmpty();
        assertThat(processes.values()).anyMatch(where -> where.startsWith("environ"));
    }

    private static void note(Map<String, Set<String>> found, String where, Set<String> what) {
        if (!what.isEmpty()) {
            found.put(where, what);
        }
    }
}
