package dev.bulkhead.mibs;

import dev.bulkhead.mibs.ParsedFile.Origin;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.diagnostic.DiagnosticSink;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.index.MibStore;
import dev.bulkhead.mibs.index.ModuleBlock;
import dev.bulkhead.mibs.index.StoreBuilder;
import dev.bulkhead.mibs.input.Cancellation;
import dev.bulkhead.mibs.input.Progress;
import dev.bulkhead.mibs.resolve.Resolver;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Compiles MIB modules: text in, model and diagnostics out. Never throws for what a text holds.
 *
 * <p>All methods block and use all processors; a user who gives up is told by a {@link
 * CancellationException}.
 */
public final class MibCompiler {
    private final Cancellation cancellation;
    private final Progress progress;
    private final Optional<MibCache> cache;

    private MibCompiler(Cancellation cancellation, Progress progress, Optional<MibCache> cache) {
        this.cancellation = cancellation;
        this.progress = progress;
        this.cache = cache;
    }

    /** A compiler that nobody watches and that remembers nothing. */
    public static MibCompiler plain() {
        return new MibCompiler(Cancellation.NEVER, Progress.NONE, Optional.empty());
    }

    /** This, which asks whether to go on and tells how far it has come; from several threads. */
    public MibCompiler watchedBy(Cancellation mayStop, Progress listener) {
        return new MibCompiler(mayStop, listener, cache);
    }

    /** This, which compiles only what has changed since the cache was written. */
    public MibCompiler with(MibCache remembered) {
        return new MibCompiler(cancellation, progress, Optional.of(remembered));
    }

    /** Compiles all sources of a repository and what they import. */
    public static Compilation compile(MibRepository repository) {
        return plain().run(repository);
    }

    /** Compiles all sources of a repository and what they import, or finds it in the cache. */
    public Compilation run(MibRepository repository) {
        long start = System.nanoTime();
        Optional<MibCache.Opened> opened = cache.flatMap(c -> c.open(repository));
        if (opened.isPresent() && opened.get().isUntouched()) {
            Optional<Compiled> known = opened.get().read();
            if (known.isPresent()) {
                Supplier<List<MibText>> texts = opened.get().stamps()::texts;
                Optional<CachedWords> words = Optional.of(opened.get().words());
                return compilation(known.get(), new OpenedTexts(texts), words, start, true);
            }
        }
        Listing listing = repository.list(cancellation);
        Optional<Compiled> known = opened.flatMap(o -> o.find(listing));
        Compiled compiled = known.orElseGet(() -> compile(repository, listing));
        if (known.isPresent()) {
            cache.ifPresent(c -> c.freshen(repository, listing, opened.orElseThrow()));
        }
        Optional<CachedWords> words =
                known.isPresent()
                        ? opened.map(MibCache.Opened::words)
                        : cache.flatMap(c -> c.keep(repository, listing, compiled));
        OpenedTexts texts = new OpenedTexts(listing::files);
        return compilation(compiled, texts, words, start, known.isPresent());
    }

    private static Compilation compilation(
            Compiled compiled,
            OpenedTexts texts,
            Optional<CachedWords> words,
            long start,
            boolean isFromCache) {
        MibStore store = MibStore.of(compiled.store(), texts);
        return new Compilation(
                MibIndex.of(store, new PreparedWords(store, texts, words)),
                compiled.diagnostics(),
                compiled.fileCount(),
                compiled.versions(),
                compiled.missing(),
                Duration.ofNanos(System.nanoTime() - start),
                isFromCache);
    }

    /** What a compilation makes and a cache keeps. */
    record Compiled(
            ByteBuffer store,
            List<Diagnostic> diagnostics,
            int fileCount,
            List<ModuleVersions> versions,
            List<MissingModule> missing) {}

    private Compiled compile(MibRepository repository, Listing listing) {
        TextParser parser = new TextParser(cancellation, progress);
        List<ParsedFile> files = new ArrayList<>(listing.refused());
        files.addAll(parser.parse(listing.texts()));
        new ImportSearch(parser, listing.forImports())
                .addTo(files, Set.copyOf(repository.wishes().modules()));
        ModuleSelection selection = new ModuleSelection(files, repository.wishes());
        List<Resolver.Input> inputs = selection.select();
        List<ModuleBlock> blocks = Resolver.resolve(inputs, ModuleBlock::of);
        // Each goes over everything once, in one thread: side by side they cost the time of one.
        CompletableFuture<List<Diagnostic>> diagnostics =
                CompletableFuture.supplyAsync(
                        () -> diagnostics(inputs, files, repository.wishes()));
        ByteBuffer store = StoreBuilder.build(blocks);
        return new Compiled(
                store,
                diagnostics.join(),
                (int) files.stream().filter(MibCompiler::isAskedFor).count(),
                selection.versions(),
                selection.missing());
    }

    private static boolean isAskedFor(ParsedFile file) {
        return file.origin() != Origin.BASE && file.origin() != Origin.IMPORTS_ONLY;
    }

    /** Those of all files but the ones of which nothing was wanted or imported. */
    private static List<Diagnostic> diagnostics(
            List<Resolver.Input> inputs, List<ParsedFile> files, Wishes wishes) {
        Set<DiagnosticSink> sinks = new LinkedHashSet<>();
        for (ParsedFile file : files) {
            if (file.origin() != Origin.IMPORTS_ONLY && isWanted(file, wishes)) {
                sinks.add(file.sink());
            }
        }
        inputs.forEach(input -> sinks.add(input.sink()));
        return sinks.stream()
                .filter(sink -> !sink.isEmpty())
                .sorted(Comparator.comparing(sink -> sink.file().name()))
                .flatMap(sink -> sink.diagnostics().stream())
                .toList();
    }

    private static boolean isWanted(ParsedFile file, Wishes wishes) {
        return file.modules().isEmpty()
                || file.modules().stream().anyMatch(module -> wishes.wants(module.name().text()));
    }
}
