package dev.bulkhead.tests.benchmarks;

import dev.bulkhead.mibs.Compilation;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.tests.corpus.CompiledCorpus;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;

/**
 * What a compilation of whole folders keeps: heap in use after garbage collection, with modules,
 * index, diagnostics and all descriptions reachable. The descriptions of random definitions are
 * read after the measurement, so nothing can have been dropped before it.
 *
 * <p>{@code -Dcorpus=FOLDER[,FOLDER]}, all compiled as one. {@link MibCompileBenchmark} runs this
 * in a JVM of its own.
 */
public final class MibHeapBenchmark {
    private static final int COLLECTIONS = 5;
    private static final int READ = 20_000;

    private MibHeapBenchmark() {}

    /** Compiles, collects, measures, reads. */
    public static void main(String[] args) {
        long before = usedAfterCollection();
        Compilation compilation = CompiledCorpus.compile(Settings.folders("corpus"));
        long after = usedAfterCollection();
        List<MibModule> modules =
                compilation.modules().stream().filter(m -> !m.definitions().isEmpty()).toList();
        Random random = new Random(1);
        long characters = 0;
        int texts = 0;
        String last = "";
        for (int i = 0; i < READ; i++) {
            List<Definition> definitions =
                    modules.get(random.nextInt(modules.size())).definitions();
            Definition definition = definitions.get(random.nextInt(definitions.size()));
            if (!definition.description().isEmpty()) {
                last = definition.qualifiedName() + ": " + definition.description();
                characters += definition.description().length();
                texts++;
            }
        }
        System.out.printf(
                "%.1f MB of heap after collection (%.1f MB before compiling): %,d modules, %,d"
                        + " definitions, %,d objects in the index, %,d diagnostics%n",
                after / 1e6,
                before / 1e6,
                compilation.modules().size(),
                compilation.definitionCount(),
                compilation.index().objectCount(),
                compilation.diagnostics().size());
        System.out.printf(
                "read after that: %,d random definitions, %,d with a description, %,d characters;"
                        + " the last one %s%n",
                READ, texts, characters, last.replaceAll("\\s+", " "));
    }

    private static long usedAfterCollection() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
