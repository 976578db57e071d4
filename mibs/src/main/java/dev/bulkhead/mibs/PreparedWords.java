package dev.bulkhead.mibs;

import dev.bulkhead.mibs.index.MibStore;
import dev.bulkhead.mibs.index.WordIndexBuilder;
import dev.bulkhead.mibs.index.WordSource;
import dev.bulkhead.mibs.input.Cancellation;
import dev.bulkhead.mibs.input.Progress;
import dev.bulkhead.mibs.source.SourceFile;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The words of a compilation's descriptions: out of the cache, or collected from the files and then
 * kept there. If a file has changed since it was compiled, its words are missing, and nothing is
 * kept.
 */
final class PreparedWords implements WordSource {
    private final MibStore store;
    private final OpenedTexts texts;
    private final Optional<CachedWords> cached;

    PreparedWords(MibStore store, OpenedTexts texts, Optional<CachedWords> cached) {
        this.store = store;
        this.texts = texts;
        this.cached = cached;
    }

    @Override
    public ByteBuffer words(Cancellation cancellation, Progress progress) {
        Optional<ByteBuffer> kept = cached.flatMap(CachedWords::find);
        if (kept.isPresent()) {
            return kept.get();
        }
        AtomicBoolean complete = new AtomicBoolean(true);
        ByteBuffer built =
                WordIndexBuilder.build(
                        store,
                        name -> {
                            SourceFile file = texts.read(name);
                            if (file == null) {
                                complete.set(false);
                            }
                            return file;
                        },
                        cancellation,
                        progress);
        if (cached.isEmpty() || !complete.get()) {
            return built;
        }
        cached.get().keep(built);
        return cached.get().find().orElse(built); // mapped, it takes no heap
    }
}
