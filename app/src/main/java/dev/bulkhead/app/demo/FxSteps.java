package dev.bulkhead.app.demo;

import dev.bulkhead.app.fx.Background;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Steps of a tour: the tour's own thread tells JavaFX's what to do, and waits for what it sees. */
final class FxSteps {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration STEP_AT_MOST = Duration.ofSeconds(20);

    private FxSteps() {}

    /** Does something on JavaFX's thread and waits for its result. */
    static <T> T ask(Callable<T> step) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Background.handOver(() -> {
            try {
                result.complete(step.call());
            } catch (Exception problem) {
                result.completeExceptionally(problem);
            }
        });
        try {
            return result.get(STEP_AT_MOST.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException problem) {
            throw new IllegalStateException("a step of the tour failed: " + problem, problem);
        }
    }

    /** Does something on JavaFX's thread. */
    static void tell(Runnable step) {
        ask(() -> {
            step.run();
            return true;
        });
    }

    /**
     * Waits until something is so.
     *
     * @throws IllegalStateException if it is not so in time; the message names {@code what}
     */
    static void until(String what, Duration atMost, Callable<Boolean> isSo) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!ask(isSo)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(what + " did not happen in " + atMost);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Lets time pass, for values to come. */
    static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
