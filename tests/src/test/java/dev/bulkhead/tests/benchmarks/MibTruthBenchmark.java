package dev.bulkhead.tests.benchmarks;

import dev.bulkhead.tests.corpus.CompiledCorpus;
import dev.bulkhead.tests.corpus.CompiledCorpus.Compiled;
import dev.bulkhead.tests.corpus.Truth;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether Bulkhead says of each definition what other parsers agree about: its OID, its kind and
 * its access.
 *
 * <p>{@code -Dtruth=FILE.tsv.gz[,FILE]}, with {@code -Dcorpus=FOLDER[,FOLDER]} for the texts; left
 * out, the standard library that ships with Bulkhead is compared. Prints a table as Markdown and
 * writes, for each truth file, {@code NAME-differences.tsv} below {@code -Doutput} (default {@code
 * target/truth}): what differs, module, name, their value, ours.
 */
public final class MibTruthBenchmark {
    private final CompiledCorpus compiled;
    private final PrintWriter out;
    private int oids;
    private int equalOids;
    private int kinds;
    private int equalKinds;
    private int accesses;
    private int equalAccesses;
    private final Map<String, Integer> byModule = new TreeMap<>();

    private MibTruthBenchmark(CompiledCorpus compiled, PrintWriter out) {
        this.compiled = compiled;
        this.out = out;
    }

    /** Compares the files. */
    public static void main(String[] args) throws IOException {
        CompiledCorpus compiled =
                Settings.isSet("corpus")
                        ? CompiledCorpus.of(Settings.folders("corpus"))
                        : CompiledCorpus.ofStandardLibrary();
        StringBuilder table =
                new StringBuilder(
                        """
                        | truth | compared | of | equal | % |
                        |---|---|--:|--:|--:|
                        """);
        for (Path file : Settings.folders("truth")) {
            String name = file.getFileName().toString().replaceFirst("\\.tsv(\\.gz)?$", "");
            Path differences = Settings.output("truth").resolve(name + "-differences.tsv");
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(differences))) {
                MibTruthBenchmark truth = new MibTruthBenchmark(compiled, out);
                out.println("#what\tfolder\tmodule\tname\ttheirs\tours\tparsers");
                for (Truth each : Truth.read(file)) {
                    truth.compare(each);
                }
                truth.addRows(table, name);
                truth.printModules(name);
            }
            System.out.println("differences: " + differences);
        }
        System.out.println();
        System.out.print(table);
    }

    private void compare(Truth truth) {
        List<Compiled> ours = compiled.all(truth.module(), truth.name());
        oids++;
        Compiled match = null;
        for (Compiled each : ours) {
            if (each.oid().equals(truth.oid())) {
                match = each;
            }
        }
        if (match == null) {
            differ(
                    "oid",
                    truth,
                    truth.oid(),
                    ours.isEmpty()
                            ? compiled.hasModule(truth.module()) ? "(none)" : "(no module)"
                            : String.join(" ", ours.stream().map(Compiled::oid).toList()));
            return;
        }
        equalOids++;
        if (truth.kindAgreed()) {
            kinds++;
            if (isSameKind(match.kind(), truth.kind())) {
                equalKinds++;
            } else {
                differ("kind", truth, truth.kind(), match.kind());
            }
        }
        if (truth.accessAgreed() && !truth.access().isEmpty()) {
            accesses++;
            if (match.access().equals(truth.access())) {
                equalAccesses++;
            } else {
                differ("access", truth, truth.access(), match.access());
            }
        }
    }

    /** The tables list a TRAP-TYPE as a node in some modules and as a notification in others. */
    private static boolean isSameKind(String ours, String theirs) {
        boolean trap = theirs.equals("node") || theirs.equals("NOTIFICATION-TYPE");
        return ours.equals(theirs) || (ours.equals(CompiledCorpus.TRAP) && trap);
    }

    private void differ(String what, Truth truth, String theirs, String ours) {
        byModule.merge(what + " " + truth.module(), 1, Integer::sum);
        out.println(
                String.join(
                        "\t",
                        what,
                        truth.folder(),
                        truth.module(),
                        truth.name(),
                        theirs,
                        ours,
                        truth.parsers()));
    }

    private void addRows(StringBuilder table, String name) {
        addRow(table, name, "module, name and OID", oids, equalOids);
        addRow(table, name, "kind, where agreed", kinds, equalKinds);
        addRow(table, name, "access, where agreed", accesses, equalAccesses);
    }

    private static void addRow(
            StringBuilder table, String name, String what, int count, int equal) {
        table.append(
                "| %s | %s | %,d | %,d | %.3f |%n"
                        .formatted(
                                name,
                                what,
                                count,
                                equal,
                                count == 0 ? 100 : 100.0 * equal / count));
    }

    /** The modules that differ most, as a first look. */
    private void printModules(String name) {
        System.out.println(name + ", differences by module:");
        byModule.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(20)
                .forEach(e -> System.out.printf("%6d %s%n", e.getValue(), e.getKey()));
    }
}
