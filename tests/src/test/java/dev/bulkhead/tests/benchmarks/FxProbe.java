package dev.bulkhead.tests.benchmarks;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * How long JavaFX's thread keeps others waiting: every {@value #PERIOD_MILLIS} ms a task is posted
 * to it, and the time until it runs is noted. A task waits for whatever runs before it, pulses with
 * their layout and painting included.
 */
final class FxProbe implements AutoCloseable {
    private static final int PERIOD_MILLIS = 10;
    private static final int MOST = 100_000;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final long[] waits = new long[MOST];
    private int count;

    FxProbe() {
        var _ =
                timer.scheduleAtFixedRate(
                        this::post, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void post() {
        long posted = System.nanoTime();
        Platform.runLater(() -> {
            if (count < MOST) {
                waits[count++] = System.nanoTime() - posted;
            }
        });
    }

    /** Ends it; the wait in ms that this share of the tasks did not exceed. */
    double quantile(double share) {
        long[] sorted = call(() -> Arrays.copyOf(waits, count));
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    /** How many tasks ran. */
    int size() {
        return call(() -> count);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** What JavaFX's thread says. */
    static <T> T call(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception problem) {
                answer.completeExceptionally(problem);
            }
        });
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }
}
