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
     * @return cancels by interrupting the work; after that nothing is handed over any more, even if
     *     the work is done by then
     */
    public static <T> Future<?> run(
            String name, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Hand hand = new Hand();
        FutureTask<?> task =
                new FutureTask<>(() -> runAndHandOver(work, done, failed, hand), null) {
                    @Override
                    public boolean cancel(boolean interrupt) {
                        hand.isClosed = true;
                        return super.cancel(interrupt);
                    }
                };
        Thread.ofVirtual().name(name).start(task);
        return task;
    }

    /** What a result goes through; closed when the work was cancelled. */
    private static final class Hand {
        private volatile boolean isClosed;

        void over(Runnable action) {
            handOver(() -> {
                if (!isClosed) {
                    action.run();
                }
            });
        }
    }

    private static <T> void runAndHandOver(
            Callable<T> work, Consumer<T> done, Consumer<Exception> failed, Hand hand) {
        try {
            T result = work.call();
            hand.over(() -> done.accept(result));
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        } catch (Exception problem) {
            hand.over(() -> failed.accept(problem));
        }
    }

    /** Runs something on JavaFX's thread, soon. For single hand-overs, never once a value. */
    public static void handOver(Runnable action) {
        Platform.runLater(action);
    }
}
