package dev.bulkhead.app.mibtree;

import dev.bulkhead.app.fx.Background;
import dev.bulkhead.mibs.index.MibIndex;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Searches that nobody asked for, once in a process, before the first key: code that runs for the
 * first time takes ten times as long, and over half a million names the user would see it. On a
 * background thread; some tenths of a second of it at most.
 */
final class SearchRehearsal {
    private static final long NANOS = 300_000_000;
    private static final int ROUNDS = 50;
    private static final int LIMIT = 100;

    /** One of each kind: the start of names, words of names, of descriptions, none, numbers. */
    private static final List<String> QUERIES =
            List.of("if", "status", "octets received", "e", "no such word", "1.3.6.1.2");

    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private SearchRehearsal() {}

    /** Does nothing but the first time that there is something to search. */
    static void start(MibIndex index) {
        if (index.moduleCount() > 0 && !STARTED.getAndSet(true)) {
            var _ = Background.run("rehearse-search", () -> run(index), _ -> {}, _ -> {});
        }
    }

    private static int run(MibIndex index) {
        long end = System.nanoTime() + NANOS;
        int hits = 0;
        for (int i = 0; i < ROUNDS && System.nanoTime() - end < 0; i++) {
            for (String query : QUERIES) {
                hits += index.search(query, LIMIT).size();
            }
        }
        return hits;
    }
}
