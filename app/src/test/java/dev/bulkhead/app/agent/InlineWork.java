package dev.bulkhead.app.agent;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Does slow work at once, so that view models need no toolkit. */
public final class InlineWork implements Work {
    @Override
    public <T> void run(
            String name, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        T result;
        try {
            result = work.call();
        } catch (Exception problem) {
            failed.accept(problem);
            return;
        }
        done.accept(result);
    }
}
