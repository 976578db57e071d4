package dev.bulkhead.app.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Runs what takes over 5 ms on named virtual threads, and hands results to JavaFX's thread. */
public final class Background {
    private Background() {}

    /**
     * Runs {@code work} on a virtual thread and then, unless cancelled, one of the two consumers on
     * JavaFX's thread. A failure that nobody expected goes to the thread's uncaught handler too.
     *
     * @return cancels by interrupting the work
     */
    public static <T> Future<?> run(
            String name, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        FutureTask<?> task = new FutureTask<>(() -> runAndHandOver(work, done, failed), null);
        Thread.ofVirtual().name(name).start(task);
        return task;
    }

    private static <T> void runAndHandOver(
            Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        T result;
        try {
            result = work.call();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return;
        } catch (Exception problem) {
            handOver(() -> failed.accept(problem));
            return;
        }
        if (!Thread.currentThread().isInterrupted()) {
            handOver(() -> done.accept(result));
        }
    }

    /** Runs something on JavaFX's thread, soon. For single hand-overs, never once a value. */
    public static void handOver(Runnable action) {
        Platform.runLater(action);
    }
}
