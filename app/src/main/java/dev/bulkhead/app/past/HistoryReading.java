package dev.bulkhead.app.past;

import dev.bulkhead.app.history.HistoryReader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Reads histories, one question after another, on a thread of its own: SQLite is native code, in
 * which a virtual thread would hold up others.
 */
final class HistoryReading implements AutoCloseable {
    private final ExecutorService thread;
    private @Nullable HistoryReader open;

    /** A question to a file; blocks. */
    @FunctionalInterface
    interface Question<T> {
        T ask(HistoryReader reader) throws Exception;
    }

    HistoryReading(String name) {
        thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name(name).factory());
    }

    /** Asks soon; the answer, or why there is none, comes on the reading thread. */
    <T> CompletableFuture<T> ask(Path file, Question<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            thread.execute(() -> answer(file, question, answer));
        } catch (RejectedExecutionException closed) {
            answer.cancel(false);
        }
        return answer;
    }

    private <T> void answer(Path file, Question<T> question, CompletableFuture<T> answer) {
        try {
            answer.complete(question.ask(reader(file)));
        } catch (Exception e) {
            forget();
            answer.completeExceptionally(e);
        }
    }

    private HistoryReader reader(Path file) throws SQLException {
        HistoryReader known = open;
        if (known != null && known.file().equals(file) && known.isCurrent()) {
            return known;
        }
        forget();
        HistoryReader fresh = HistoryReader.open(file);
        open = fresh;
        return fresh;
    }

    private void forget() {
        HistoryReader old = open;
        open = null;
        if (old != null) {
            try {
                old.close();
            } catch (SQLException gone) {
                return;
            }
        }
    }

    /** Ends the thread after what it does now. */
    @Override
    public void close() {
        if (!thread.isShutdown()) {
            thread.execute(this::forget);
            thread.shutdown();
        }
    }
}
