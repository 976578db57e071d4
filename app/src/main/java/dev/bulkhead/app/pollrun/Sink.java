package dev.bulkhead.app.pollrun;

import java.time.Instant;

/** Where what a run tells goes. Called under the run's lock: one thread at a time. */
public interface Sink extends AutoCloseable {
    void take(Told told);

    /** A second has passed: time to write what waits. May block for the disk, never fails. */
    default void tick(Instant now) {}

    /** Writes what waits and closes. */
    @Override
    default void close() {}
}
