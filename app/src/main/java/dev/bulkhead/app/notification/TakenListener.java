package dev.bulkhead.app.notification;

import java.time.Instant;
import java.util.function.Supplier;

/** Is told of each notification that is kept, on the engine's threads; must not wait. */
@FunctionalInterface
public interface TakenListener {
    /**
     * One was taken.
     *
     * @param host who sent it, without the port
     * @param text its name and variables, in words; inert
     */
    void taken(String host, Instant time, Supplier<String> text);
}
