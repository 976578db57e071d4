package dev.bulkhead.engine.snmp;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Datagrams that came and were not looked at yet, bounded by their octets. The threads that empty
 * the sockets put them here at once, so that a burst waits in this process's memory and not in the
 * kernel's small buffer. Any thread.
 */
final class Arrivals {
    /** A few seconds of 5,000 notifications a second. */
    private static final long MAX_OCTETS = 16L << 20;

    /** What an entry costs beside its octets. */
    private static final int OVERHEAD = 200;

    /** One datagram; a copy of its octets, for whoever takes it. */
    static final class Arrival {
        final ListenMapping mapping;
        final InetSocketAddress source;
        final Instant time;
        private final byte[] octets;

        Arrival(ListenMapping mapping, InetSocketAddress source, Instant time, byte[] octets) {
            this.mapping = mapping;
            this.source = source;
            this.time = time;
            this.octets = octets;
        }

        void process() {
            mapping.process(source, octets);
        }

        private int weight() {
            return octets.length + OVERHEAD;
        }
    }

    private final Queue<Arrival> waiting = new ArrayDeque<>();
    private long octets;
    private boolean closed;

    /** Adds one; false if there is no room. */
    synchronized boolean offer(Arrival arrival) {
        if (octets + arrival.weight() > MAX_OCTETS) {
            return false;
        }
        waiting.add(arrival);
        octets += arrival.weight();
        notifyAll();
        return true;
    }

    /** The oldest; blocks until there is one. Null after {@link #close}. */
    synchronized @Nullable Arrival take() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        Arrival next = closed ? null : waiting.remove();
        octets -= next == null ? 0 : next.weight();
        return next;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
