package dev.bulkhead.tests.benchmarks;

import dev.bulkhead.tests.corpus.CompiledCorpus;
import dev.bulkhead.tests.corpus.CorpusCount;
import dev.bulkhead.tests.corpus.CorpusCount.Share;
import dev.bulkhead.tests.corpus.CorpusCount.TextObject;
import dev.bulkhead.tests.corpus.NetSnmp;
import dev.bulkhead.tests.corpus.TextFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How much of collections of MIB files is understood: of the OBJECT-TYPEs that stand in the texts,
 * how many get an OID from Bulkhead, and how many from {@code snmptranslate -m ALL -Pu -Tz} on the
 * same folders.
 *
 * <p>{@code -Dcorpus=FOLDER[,FOLDER]}: each folder is one collection, compiled as a whole with all
 * below it. Prints a table as Markdown and writes, for each collection, {@code NAME-lost.txt} below
 * {@code -Doutput} (default {@code target/corpus}): lost objects by module with file and line,
 * files nobody hears of, and places where a lost quote seems to swallow objects; {@code -Dverbose}
 * prints it, too.
 *
 * <p>How objects are counted is said in {@link CorpusCount} and {@code ObjectTypeCounter}.
 * snmptranslate prints labels and OIDs but no modules, so net-snmp is counted twice: by label (an
 * object counts if any node of any module bears its name: more than it has) and by label and OID
 * (the name must stand at the OID Bulkhead found; where Bulkhead has none, any OID will do). It has
 * no MIBs but those of the collection, which should therefore hold the base modules, too.
 */
public final class MibCorpusBenchmark {
    private final Path folder;
    private final CorpusCount count;
    private final CompiledCorpus compiled;
    private final Optional<NetSnmp> netSnmp;

    private MibCorpusBenchmark(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        count = CorpusCount.of(List.of(folder));
        compiled = CompiledCorpus.of(List.of(folder));
        Optional<Path> program = NetSnmp.program();
        netSnmp =
                program.isPresent()
                        ? Optional.of(NetSnmp.load(program.get(), List.of(folder)))
                        : Optional.empty();
    }

    /** Counts the folders. */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<Path> folders = Settings.folders("corpus");
        StringBuilder table =
                new StringBuilder(
                        """
                        | collection | counted | who | objects | with OID | % | modules | complete |
                        |---|---|---|--:|--:|--:|--:|--:|
                        """);
        for (Path folder : folders) {
            MibCorpusBenchmark corpus = new MibCorpusBenchmark(folder);
            corpus.addRows(table);
            Path lost = Settings.output("corpus").resolve(folder.getFileName() + "-lost.txt");
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(lost))) {
                corpus.writeLost(out);
            }
            System.out.println(corpus.files());
            System.out.println("lost objects: " + lost);
            if (Settings.isSet("verbose")) {
                Files.readAllLines(lost).forEach(System.out::println);
            }
        }
        if (NetSnmp.program().isEmpty()) {
            System.out.println("snmptranslate is not installed: no line of net-snmp");
        }
        System.out.println();
        System.out.print(table);
    }

    private String files() {
        return "%s: %d files, %d without a verdict; %d diagnostics"
                .formatted(
                        folder.getFileName(),
                        count.files().size(),
                        withoutVerdict().size(),
                        compiled.compilation().diagnostics().size());
    }

    private List<Path> withoutVerdict() {
        return count.files().stream()
                .map(TextFile::file)
                .filter(file -> !compiled.hasVerdict(file))
                .toList();
    }

    private void addRows(StringBuilder table) {
        addRows(table, "all texts of a module", count.union());
        addRows(table, "its newest text", count.newest());
    }

    private void addRows(StringBuilder table, String rule, Map<String, List<TextObject>> modules) {
        addRow(
                table,
                rule,
                "Bulkhead",
                CorpusCount.share(modules, compiled::hasModule, this::isPlaced));
        netSnmp.ifPresent(other -> {
            addRow(
                    table,
                    rule,
                    "net-snmp, by label",
                    CorpusCount.share(modules, m -> true, o -> other.hasLabel(o.name())));
            addRow(
                    table,
                    rule,
                    "net-snmp, by label and OID",
                    CorpusCount.share(modules, m -> true, o -> isPlaced(other, o)));
        });
    }

    private void addRow(StringBuilder table, String rule, String who, Share share) {
        table.append(
                "| %s | %s | %s | %,d | %,d | %.2f | %,d | %,d |%n"
                        .formatted(
                                folder.getFileName(),
                                rule,
                                who,
                                share.objects(),
                                share.placed(),
                                share.percent(),
                                share.modules(),
                                share.complete()));
    }

    private boolean isPlaced(TextObject object) {
        return compiled.find(object.module(), object.name()).isPresent();
    }

    private boolean isPlaced(NetSnmp other, TextObject object) {
        return compiled.find(object.module(), object.name())
                .map(ours -> other.has(object.name(), ours.oid()))
                .orElseGet(() -> other.hasLabel(object.name()));
    }

    private void writeLost(PrintWriter out) {
        Map<String, List<TextObject>> newest = count.newest();
        count.union()
                .forEach((module, objects) -> {
                    List<TextObject> lost = objects.stream().filter(o -> !isPlaced(o)).toList();
                    boolean known = compiled.hasModule(module);
                    if (!known || !lost.isEmpty()) {
                        Set<String> inNewest = new HashSet<>();
                        newest.getOrDefault(module, List.of()).forEach(o -> inNewest.add(o.name()));
                        out.printf(
                                "%s: %d of %d objects lost%s%s%n",
                                module.isEmpty() ? "(no module header)" : module,
                                lost.size(),
                                objects.size(),
                                known ? "" : ", the module is not there",
                                count.textsOf(module) > 1
                                        ? ", stands in " + count.textsOf(module) + " files"
                                        : "");
                        lost.forEach(
                                object -> writeLost(out, object, inNewest.contains(object.name())));
                    }
                });
        withoutVerdict().forEach(file -> out.printf("no verdict: %s%n", file));
        for (TextFile file : count.files()) {
            file.quoted()
                    .forEach(line ->
                            out.printf("OBJECT-TYPE in quoted text: %s:%d%n", file.file(), line));
        }
    }

    private void writeLost(PrintWriter out, TextObject object, boolean inNewest) {
        out.printf(
                "    %-40s %s:%d%s%s%n",
                object.name(),
                object.file(),
                object.line(),
                inNewest ? "" : "  (not in the newest text)",
                netSnmp.filter(other -> other.hasLabel(object.name())).isPresent()
                        ? "  (net-snmp knows the label)"
                        : "");
    }
}
