package dev.bulkhead.tests.benchmarks;

import dev.bulkhead.tests.corpus.NetSnmp;
import dev.bulkhead.tests.program.Bulkhead;
import dev.bulkhead.tests.program.Measured;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How fast whole folders of MIB files load, as a user sees it: processes from start to end, through
 * the installed program, side by side with net-snmp on the same folders.
 *
 * <p>{@code -Dcorpus=FOLDER[,FOLDER]}, with {@code -Drounds} (default 5) and {@code -Dsymbol} (a
 * name to translate, default {@code sysDescr}). Prints as Markdown:
 *
 * <ul>
 *   <li>for each folder, cold: {@code bulkhead compile FOLDER} in a home without a cache and {@code
 *       snmptranslate -m ALL -Pu}, turn by turn; whose turn comes first changes with each round.
 *       One round before is not counted, so both find the files in the system's page cache;
 *   <li>for all folders together, {@code bulkhead translate -M FOLDERS NAME}: the first start,
 *       which may fill a cache, then {@value #STARTS} more;
 *   <li>the heap they keep ({@link MibHeapBenchmark}, in a JVM of its own).
 * </ul>
 *
 * <p>Build the program first: {@code mvn -pl tests -am package -Pbenchmark -DskipTests
 * -Dbenchmark=MibCompile -Dcorpus=...} does.
 */
public final class MibCompileBenchmark {
    private static final int STARTS = 10;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Path homes;
    private int homeCount;

    private MibCompileBenchmark(Path homes) {
        this.homes = homes;
    }

    /** A series of runs of one command. */
    private record Series(String what, List<Measured> runs) {
        Series(String what) {
            this(what, new ArrayList<>());
        }

        double quantile(double share) {
            List<Double> sorted = runs.stream().map(Measured::seconds).sorted().toList();
            return (sorted.get((int) Math.floor((sorted.size() - 1) * share))
                            + sorted.get((int) Math.ceil((sorted.size() - 1) * share)))
                    / 2;
        }

        String row() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %.2f | %.2f | %.2f | %.0f |%n",
                    what,
                    runs.size(),
                    quantile(0),
                    quantile(0.5),
                    quantile(1),
                    runs.stream().mapToLong(Measured::peakRssBytes).max().orElse(0) / 1e6);
        }
    }

    /** Measures. */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<Path> folders = Settings.folders("corpus");
        Path homes = Files.createTempDirectory("bulkhead-homes");
        MibCompileBenchmark benchmark = new MibCompileBenchmark(homes);
        try {
            System.out.println("| command | runs | min s | median s | max s | peak RSS MB |");
            System.out.println("|---|--:|--:|--:|--:|--:|");
            StringBuilder ratios = new StringBuilder();
            for (Path folder : folders) {
                ratios.append(benchmark.cold(folder));
            }
            benchmark.starts(folders);
            System.out.println();
            System.out.print(ratios);
            System.out.print(heap(folders));
        } finally {
            delete(homes);
        }
    }

    /** Prints the rows and gives back the ratio. */
    private String cold(Path folder) throws IOException, InterruptedException {
        Series ours = new Series("`bulkhead compile` " + folder.getFileName() + ", cold");
        Series theirs = new Series("`snmptranslate -m ALL -Pu` " + folder.getFileName());
        Optional<Path> netSnmp = NetSnmp.program();
        int rounds = Settings.number("rounds", 5);
        for (int round = 0; round <= rounds; round++) {
            boolean counts = round > 0;
            boolean oursFirst = round % 2 == 0;
            if (oursFirst) {
                compile(folder, ours, counts);
            }
            if (netSnmp.isPresent()) {
                translate(netSnmp.get(), folder, theirs, counts);
            }
            if (!oursFirst) {
                compile(folder, ours, counts);
            }
        }
        System.out.print(ours.row());
        if (netSnmp.isEmpty()) {
            return "snmptranslate is not installed: nothing to compare %s with%n"
                    .formatted(folder.getFileName());
        }
        System.out.print(theirs.row());
        return String.format(
                Locale.ROOT,
                "%s: ratio of medians %.2f (Bulkhead / net-snmp)%n",
                folder.getFileName(),
                ours.quantile(0.5) / theirs.quantile(0.5));
    }

    private void compile(Path folder, Series series, boolean counts)
            throws IOException, InterruptedException {
        keep(
                Measured.run(
                        Bulkhead.builder(newHome(), List.of(), "compile", folder.toString()),
                        LIMIT),
                series,
                counts);
    }

    private static void translate(Path program, Path folder, Series series, boolean counts)
            throws IOException, InterruptedException {
        keep(
                Measured.run(NetSnmp.command(program, List.of(folder), "-Pu", "1.3.6.1"), LIMIT),
                series,
                counts);
    }

    private static void keep(Measured run, Series series, boolean counts) {
        if (!run.ended() || run.exitCode() != 0) {
            throw new IllegalStateException(series.what() + " failed: " + run.err());
        }
        if (counts) {
            series.runs().add(run);
        }
    }

    /** First and later starts with all folders. */
    private void starts(List<Path> folders) throws IOException, InterruptedException {
        String path =
                folders.stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator));
        String name = Settings.value("symbol", "sysDescr");
        Path home = newHome();
        Series first = new Series("`bulkhead translate -M` all folders, first start");
        Series later = new Series("`bulkhead translate -M` all folders, later starts");
        for (int start = 0; start <= STARTS; start++) {
            keep(
                    Measured.run(
                            Bulkhead.builder(home, List.of(), "translate", "-M", path, name),
                            LIMIT),
                    start == 0 ? first : later,
                    true);
        }
        System.out.print(first.row());
        System.out.print(later.row());
    }

    private static String heap(List<Path> folders) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dcorpus="
                                + folders.stream()
                                        .map(Path::toString)
                                        .collect(Collectors.joining(",")),
                        MibHeapBenchmark.class.getName());
        Measured run = Measured.run(builder, LIMIT);
        return run.ended() && run.exitCode() == 0
                ? run.out()
                : "heap: the JVM failed: %s%n".formatted(run.err());
    }

    private Path newHome() throws IOException {
        return Files.createDirectory(homes.resolve("home" + homeCount++));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
