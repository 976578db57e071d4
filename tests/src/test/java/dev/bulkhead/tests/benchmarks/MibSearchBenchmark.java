package dev.bulkhead.tests.benchmarks;

import dev.bulkhead.mibs.Compilation;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.index.MibIndex.SearchHit;
import dev.bulkhead.mibs.input.Cancellation;
import dev.bulkhead.mibs.input.Progress;
import dev.bulkhead.tests.corpus.CompiledCorpus;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long a search over whole folders takes, as somebody types it.
 *
 * <p>{@code -Dcorpus=FOLDER[,FOLDER]}, all compiled as one, with {@code -Drounds} (default 50).
 * Prints how long collecting the words of all descriptions took and what it keeps, then as Markdown
 * for each query: the first time (each query's first, in a JVM that has searched little), and of
 * the rounds after it median, 95th percentile and longest in milliseconds, how many were found, and
 * the best three. Fails if a list holds a node twice.
 */
public final class MibSearchBenchmark {
    private static final int LIMIT = 200;
    private static final int COLLECTIONS = 5;
    private static final List<String> QUERIES =
            List.of(
                    "ifin",
                    "a",
                    "e",
                    "if",
                    "ifHC",
                    "octets",
                    "interface errors",
                    "if in errors",
                    "ifin errors",
                    "temperature of the chassis",
                    "the number of octets received on the interface",
                    "IF-MIB::ifIn",
                    "IF-MIB::interface errors",
                    "1.3.6.1.2",
                    "802.1",
                    "nosuchword");

    private MibSearchBenchmark() {}

    /** Compiles, prepares, searches. */
    public static void main(String[] args) {
        Compilation compilation = CompiledCorpus.compile(Settings.folders("corpus"));
        MibIndex index = compilation.index();
        long before = usedAfterCollection();
        long start = System.nanoTime();
        compilation.prepareDescriptions(Cancellation.NEVER, Progress.NONE);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%,d modules, %,d definitions; names and words ready after %.1f s, for %.1f MB of"
                        + " heap%n%n",
                index.moduleCount(),
                index.definitionCount(),
                seconds,
                (usedAfterCollection() - before) / 1e6);
        int rounds = Settings.number("rounds", 50);
        double[] first = new double[QUERIES.size()];
        double[][] later = new double[QUERIES.size()][rounds];
        for (int round = 0; round <= rounds; round++) {
            for (int query = 0; query < QUERIES.size(); query++) {
                double millis = search(index, QUERIES.get(query));
                if (round == 0) {
                    first[query] = millis;
                } else {
                    later[query][round - 1] = millis;
                }
            }
        }
        System.out.println("| query | first ms | median ms | p95 ms | max ms | found | best |");
        System.out.println("|---|--:|--:|--:|--:|--:|---|");
        for (int query = 0; query < QUERIES.size(); query++) {
            Arrays.sort(later[query]);
            System.out.print(row(index, QUERIES.get(query), first[query], later[query]));
        }
        System.out.printf(
                Locale.ROOT,
                "%nlongest of all after the first round: %.1f ms%n",
                Stream.of(later).flatMapToDouble(Arrays::stream).max().orElse(0));
    }

    /** Searches, and gives back how many milliseconds it took. */
    private static double search(MibIndex index, String query) {
        long start = System.nanoTime();
        List<SearchHit> hits = index.search(query, LIMIT);
        double millis = (System.nanoTime() - start) / 1e6;
        if (hits.size() != new HashSet<>(hits.stream().map(SearchHit::node).toList()).size()) {
            throw new IllegalStateException("a node twice among the hits of " + query);
        }
        return millis;
    }

    private static String row(MibIndex index, String query, double first, double[] sorted) {
        List<SearchHit> hits = index.search(query, LIMIT);
        String best =
                hits.stream()
                        .limit(3)
                        .map(hit -> hit.node().name())
                        .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.1f | %s | %s |%n",
                query,
                first,
                sorted[sorted.length / 2],
                sorted[(int) Math.ceil(sorted.length * 0.95) - 1],
                sorted[sorted.length - 1],
                hits.size() == LIMIT ? LIMIT + "+" : String.valueOf(hits.size()),
                best);
    }

    private static long usedAfterCollection() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
