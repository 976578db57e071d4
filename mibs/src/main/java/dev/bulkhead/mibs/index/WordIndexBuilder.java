package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.input.Cancellation;
import dev.bulkhead.mibs.input.Progress;
import dev.bulkhead.mibs.source.SourceFile;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Makes the {@link WordIndex} of a store: reads each file once and notes the words of its
 * definitions' names and descriptions.
 *
 * <p>Concurrency: all processors; each has a {@link WordCollector}, and so a table of words, of its
 * own. Memory: a file's text for each processor, and about twice the finished index.
 */
public final class WordIndexBuilder {
    private final MibStore store;
    private final CompiledTexts texts;
    private final byte[] names;
    private final CollectedWords collected;
    private final Queue<WordCollector> idle = new ConcurrentLinkedQueue<>();

    private WordIndexBuilder(MibStore store, CompiledTexts texts) {
        this.store = store;
        this.texts = texts;
        names = store.allNames();
        collected = new CollectedWords(store.moduleCount(), store.definitionCount());
    }

    /**
     * The index of a store, as one buffer; blocks.
     *
     * @param texts the files; what cannot be read counts as without descriptions
     * @param progress hears of files, from several threads
     * @throws CancellationException if nobody wants it any more
     */
    public static ByteBuffer build(
            MibStore store, CompiledTexts texts, Cancellation cancellation, Progress progress) {
        return new WordIndexBuilder(store, texts).build(cancellation, progress);
    }

    private ByteBuffer build(Cancellation cancellation, Progress progress) {
        Map<String, List<Integer>> byFile = new TreeMap<>();
        for (int module = 0; module < store.moduleCount(); module++) {
            byFile.computeIfAbsent(store.reader(module).file(), f -> new ArrayList<>(1))
                    .add(module);
        }
        List<Map.Entry<String, List<Integer>>> files = List.copyOf(byFile.entrySet());
        AtomicInteger done = new AtomicInteger();
        files.parallelStream()
                .forEach(file -> {
                    if (cancellation.isCancelled()) {
                        throw new CancellationException("collecting words was cancelled");
                    }
                    collect(file.getKey(), file.getValue());
                    progress.advanced(file.getKey(), done.incrementAndGet(), files.size());
                });
        return new WordInversion(collected).run();
    }

    private void collect(String file, List<Integer> modules) {
        WordCollector free = idle.poll();
        WordCollector collector = free == null ? new WordCollector() : free;
        SourceFile text = texts.read(file);
        for (int module : modules) {
            collect(module, text, collector);
        }
        idle.add(collector);
    }

    private void collect(int module, @Nullable SourceFile text, WordCollector collector) {
        int first = store.firstDefinition(module);
        int end = store.firstDefinition(module + 1);
        DefinitionReader reader = store.reader(module);
        ByteSink words = new ByteSink((end - first) * 32);
        for (int definition = first; definition < end; definition++) {
            collector.begin();
            if (store.node(definition) >= 0) {
                int nameEnd = store.nameStart(definition + 1) - 1;
                collector.name(names, store.nameStart(definition), nameEnd);
                int offset = store.offset(definition);
                int start = reader.descriptionStart(offset);
                int length = reader.descriptionLength(offset);
                if (text != null && length > 0 && start + length <= text.length()) {
                    int count = collector.text(text.bytes(), start, start + length);
                    collected.length(definition, count);
                }
            }
            collector.finish(words);
        }
        collected.put(module, collector.table(), words);
    }
}
