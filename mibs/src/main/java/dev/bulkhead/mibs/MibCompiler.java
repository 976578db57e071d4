package dev.bulkhead.mibs;

import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.diagnostic.DiagnosticSink;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.index.MibStore;
import dev.bulkhead.mibs.index.ModuleBlock;
import dev.bulkhead.mibs.index.StoreBuilder;
import dev.bulkhead.mibs.resolve.Resolver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compiles MIB modules: text in, model and diagnostics out. Never throws for what a text holds. */
public final class MibCompiler {
    private MibCompiler() {}

    /** Compiles all sources of a repository and what they import. Blocks; parses in parallel. */
    public static Compilation compile(MibRepository repository) {
        long start = System.nanoTime();
        ModuleSelection selection = new ModuleSelection(repository.parse());
        List<Resolver.Input> inputs = selection.select();
        List<ModuleBlock> blocks = Resolver.resolve(inputs, ModuleBlock::of);
        MibStore store = MibStore.of(StoreBuilder.build(blocks), selection::text);
        return new Compilation(
                MibIndex.of(store),
                diagnostics(inputs, selection),
                selection.fileCount(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private static List<Diagnostic> diagnostics(
            List<Resolver.Input> inputs, ModuleSelection selection) {
        Set<DiagnosticSink> sinks = new LinkedHashSet<>(selection.sinks());
        inputs.forEach(input -> sinks.add(input.sink()));
        List<Diagnostic> all = new ArrayList<>();
        sinks.forEach(sink -> all.addAll(sink.diagnostics()));
        all.sort(
                Comparator.comparing((Diagnostic d) -> d.location().file())
                        .thenComparingInt(d -> d.location().line())
                        .thenComparingInt(d -> d.location().column()));
        return all;
    }
}
