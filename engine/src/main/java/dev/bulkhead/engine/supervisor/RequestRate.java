package dev.bulkhead.engine.supervisor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Requests a second over the last five seconds, from what a worker counts. Knows no clock. One
 * thread.
 */
final class RequestRate {
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long SHORTEST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private record Count(long nanos, long requests) {}

    private final Deque<Count> counts = new ArrayDeque<>();

    /** Another worker, which counts from 0. */
    void restart() {
        counts.clear();
    }

    /**
     * A worker has counted.
     *
     * @param nowNanos monotonic
     */
    void counted(long nowNanos, long requests) {
        while (counts.size() > 1 && nowNanos - counts.getFirst().nanos() > WINDOW_NANOS) {
            counts.removeFirst();
        }
        counts.addLast(new Count(nowNanos, requests));
    }

    /** Empty until half a second is known. */
    Optional<Double> perSecond() {
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        Count first = counts.getFirst();
        Count last = counts.getLast();
        long nanos = last.nanos() - first.nanos();
        return nanos < SHORTEST_NANOS
                ? Optional.empty()
                : Optional.of(1e9 * (last.requests() - first.requests()) / nanos);
    }
}
