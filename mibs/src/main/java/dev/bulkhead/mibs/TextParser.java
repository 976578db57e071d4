package dev.bulkhead.mibs;

import dev.bulkhead.mibs.input.Cancellation;
import dev.bulkhead.mibs.input.Progress;
import dev.bulkhead.mibs.parser.FileParser;
import dev.bulkhead.mibs.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Reads and parses texts on all processors.
 *
 * <p>Concurrency: each thread has a parser of its own and takes the next text when it is done with
 * one; the result is in the order of the texts.
 */
final class TextParser {
    /** A MIB text longer than this is none; the longest real one known has 5 MB. */
    static final long MAX_FILE_BYTES = 32L << 20;

    private final Cancellation cancellation;
    private final Progress progress;

    TextParser(Cancellation cancellation, Progress progress) {
        this.cancellation = cancellation;
        this.progress = progress;
    }

    /**
     * All of them, parsed.
     *
     * @throws CancellationException if the user does not want them any more
     */
    List<ParsedFile> parse(List<MibText> texts) {
        @Nullable ParsedFile[] parsed = new ParsedFile[texts.size()];
        AtomicInteger next = new AtomicInteger();
        Runnable work =
                () -> {
                    FileParser parser = new FileParser();
                    for (int i = next.getAndIncrement();
                            i < parsed.length;
                            i = next.getAndIncrement()) {
                        if (cancellation.isCancelled()) {
                            throw new CancellationException("compiling MIBs was cancelled");
                        }
                        parsed[i] = parse(texts.get(i), parser);
                        progress.advanced(texts.get(i).name(), i + 1, parsed.length);
                    }
                };
        int workers = Math.min(Runtime.getRuntime().availableProcessors(), texts.size());
        if (workers <= 1) {
            work.run();
        } else {
            onThreads(workers, work);
        }
        return Arrays.asList(parsed);
    }

    private static void onThreads(int workers, Runnable work) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(
                        workers,
                        task -> Thread.ofPlatform().daemon().name("parse-mibs").unstarted(task))) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                running.add(threads.submit(work));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while MIBs were read");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancellationException cancelled) {
                throw cancelled;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static ParsedFile parse(MibText text, FileParser parser) {
        if (text.size() > MAX_FILE_BYTES) {
            return ParsedFile.tooLarge(text.origin(), text.name(), text.size());
        }
        try {
            return ParsedFile.of(
                    text.origin(), SourceFile.ofBytes(text.name(), text.content().read()), parser);
        } catch (IOException e) {
            if (text.isBuiltIn()) {
                throw new UncheckedIOException(e);
            }
            return ParsedFile.unreadable(text.origin(), text.name(), e.getClass().getSimpleName());
        }
    }
}
