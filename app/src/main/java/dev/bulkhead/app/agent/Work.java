package dev.bulkhead.app.agent;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** How slow work is done: on a thread of its own in the window, at once in a test. */
@FunctionalInterface
public interface Work {
    /** Does {@code work} elsewhere and then one of the two consumers on JavaFX's thread. */
    <T> void run(String name, Callable<T> work, Consumer<T> done, Consumer<Exception> failed);
}
