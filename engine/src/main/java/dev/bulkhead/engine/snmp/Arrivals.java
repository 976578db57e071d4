package dev.bulkhead.engine.snmp;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Messages that came and were not looked at yet, bounded by their octets. The threads that empty
 * the sockets put them here at once, so that a burst waits in this process's memory and not in the
 * kernel's small buffer. Any thread.
 */
final class Arrivals {
    private static final long MAX_OCTETS = 32L << 20;

    /** Of one source: a few seconds of 5,000 notifications a second, and room left for others. */
    private static final long MAX_OF_SOURCE = MAX_OCTETS / 2;

    /** What an entry costs beside its octets. */
    private static final int OVERHEAD = 200;

    /** One message; the octets are its own. */
    static final class Arrival {
        final Origin origin;
        final Instant time;
        final byte[] octets;

        Arrival(Origin origin, Instant time, byte[] octets) {
            this.origin = origin;
            this.time = time;
            this.octets = octets;
        }

        private InetAddress source() {
            return origin.source().getAddress();
        }

        private int weight() {
            return octets.length + OVERHEAD;
        }
    }

    private final Queue<Arrival> waiting = new ArrayDeque<>();
    private final Map<InetAddress, Long> bySource = new HashMap<>();
    private long octets;
    private boolean closed;

    /** Adds one; false if there is no room. */
    synchronized boolean offer(Arrival arrival) {
        long ofSource = bySource.getOrDefault(arrival.source(), 0L) + arrival.weight();
        if (ofSource > MAX_OF_SOURCE || octets + arrival.weight() > MAX_OCTETS) {
            return false;
        }
        waiting.add(arrival);
        bySource.put(arrival.source(), ofSource);
        octets += arrival.weight();
        notifyAll();
        return true;
    }

    /** The oldest; blocks until there is one. Null after {@link #close}. */
    synchronized @Nullable Arrival take() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        if (closed) {
            return null;
        }
        Arrival next = waiting.remove();
        octets -= next.weight();
        bySource.computeIfPresent(
                next.source(),
                (source, held) -> held > next.weight() ? held - next.weight() : null);
        return next;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
