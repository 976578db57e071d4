package dev.bulkhead.tests.benchmarks;

import dev.bulkhead.tests.program.Bulkhead;
import dev.bulkhead.tests.program.FolderTree;
import dev.bulkhead.tests.program.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Any folder of hostile inputs, compiled one by one by the installed program with little heap.
 *
 * <p>At last the folder is compiled as a whole: what one input does must not sink another.
 *
 * <p>{@code -Dcorpus=FOLDER}, with {@code -Dmemory} (the JVM's -Xmx, default 200m) and {@code
 * -Dseconds} (the limit for one, default 30). A file {@code EXPECT.txt} of lines {@code
 * NAME<tab>WHAT MUST HAPPEN} is shown beside. Prints a table as Markdown; an input has not ended
 * well if it was killed at the limit, ended by another code than 0, 1 or 2, or by an error of the
 * JVM. Says, too, if anything in the folder or directly beside it changed.
 */
public final class MibBombsBenchmark {
    private static final String EXPECTED = "EXPECT.txt";
    private static final int SHOWN = 110;

    private MibBombsBenchmark() {}

    /** Runs all inputs of the folder. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Settings.folders("corpus").getFirst();
        Map<String, String> expected = expected(folder);
        Path home = Files.createTempDirectory("bulkhead-bombs");
        Map<String, String> before = FolderTree.of(folder, home);
        List<Path> beside = beside(folder);
        List<Path> inputs = new ArrayList<>(inputs(folder));
        inputs.add(folder);
        int well = 0;
        double slowest = 0;
        long largest = 0;
        System.out.println("| input | s | peak RSS MB | exit | verdict | said first | expected |");
        System.out.println("|---|--:|--:|--:|---|---|---|");
        for (Path input : inputs) {
            Measured run = run(input, home);
            String verdict = verdict(run);
            well += verdict.equals("ended") ? 1 : 0;
            slowest = Math.max(slowest, run.seconds());
            largest = Math.max(largest, run.peakRssBytes());
            System.out.println(row(input, run, verdict, expected));
        }
        System.out.printf(
                "%n%d of %d ended well, the folder as a whole counted as one; slowest %.1f s,"
                        + " largest %.0f MB resident%n",
                well, inputs.size(), slowest, largest / 1e6);
        boolean untouched =
                FolderTree.of(folder, home).equals(before) && beside(folder).equals(beside);
        System.out.println(
                untouched ? "nothing was written beside them" : "FILES CHANGED in " + folder);
    }

    private static Measured run(Path input, Path home) throws IOException, InterruptedException {
        return Measured.run(
                Bulkhead.builder(
                        home,
                        List.of("-Xmx" + Settings.value("memory", "200m")),
                        "compile",
                        input.toString()),
                Duration.ofSeconds(Settings.number("seconds", 30)));
    }

    private static String row(
            Path input, Measured run, String verdict, Map<String, String> expected) {
        String name = input.getFileName().toString();
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.0f | %d | %s | %s | %s |",
                name,
                run.seconds(),
                run.peakRssBytes() / 1e6,
                run.exitCode(),
                verdict,
                cell(firstLine(run), input),
                cell(expected.getOrDefault(name, ""), input));
    }

    private static String verdict(Measured run) {
        String said = run.out() + run.err();
        if (!run.ended()) {
            return "KILLED at the limit";
        }
        if (said.contains("OutOfMemoryError")) {
            return "OUT OF MEMORY";
        }
        if (said.contains("StackOverflowError") || said.contains("\tat dev.bulkhead")) {
            return "A BUG";
        }
        return run.exitCode() <= 2 && run.exitCode() >= 0 ? "ended" : "BAD EXIT";
    }

    private static String firstLine(Measured run) {
        return Stream.of(run.err(), run.out())
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String cell(String text, Path input) {
        String shown =
                text.replace(input.toString(), input.getFileName().toString())
                        .replaceAll("[^\\x20-\\x7E]", "?")
                        .replace("|", "\\|");
        return shown.length() > SHOWN ? shown.substring(0, SHOWN) + "..." : shown;
    }

    private static List<Path> inputs(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(EXPECTED))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> beside(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (parent == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(parent)) {
            return files.sorted().toList();
        }
    }

    private static Map<String, String> expected(Path folder) throws IOException {
        Map<String, String> expected = new HashMap<>();
        Path file = folder.resolve(EXPECTED);
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] columns = line.split("\t", 2);
                expected.put(columns[0], columns.length > 1 ? columns[1] : "");
            }
        }
        return expected;
    }
}
