package dev.bulkhead.app.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** JavaFX's thread for tests, on the headless platform. */
public final class FxThread {
    private FxThread() {}

    /** Starts JavaFX unless it runs. */
    public static void start() {
        CompletableFuture<Void> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(null));
        } catch (IllegalStateException alreadyRunning) {
            started.complete(null);
        }
        started.orTimeout(30, TimeUnit.SECONDS).join();
        Platform.setImplicitExit(false);
    }

    /** Runs something on JavaFX's thread and waits for what it gives. */
    public static <T> T call(Callable<T> action) {
        start();
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(action.call());
            } catch (Throwable problem) {
                result.completeExceptionally(problem);
            }
        });
        return result.orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** Runs something on JavaFX's thread and waits until it is done. */
    public static void run(Runnable action) {
        call(() -> {
            action.run();
            return true;
        });
    }
}
