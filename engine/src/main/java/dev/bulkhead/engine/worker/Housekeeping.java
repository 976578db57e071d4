package dev.bulkhead.engine.worker;

import java.util.concurrent.TimeUnit;

/**
 * Collects garbage when the heap has grown. The serial collector lets the old generation grow to
 * all of the heap before it looks for what is dead in it: a poll that goes on for days would come
 * to hold several times what it needs. Seldom, for the other threads wait meanwhile, some
 * milliseconds. One thread.
 */
final class Housekeeping {
    private static final long EVERY_NANOS = TimeUnit.MINUTES.toNanos(1);

    /** Octets that are not worth it. */
    private static final long SLACK = 2L << 20;

    private long dueNanos = System.nanoTime() + EVERY_NANOS;
    private long octets = Runtime.getRuntime().totalMemory();

    /** To be called now and then. */
    void look() {
        long now = System.nanoTime();
        if (now - dueNanos < 0) {
            return;
        }
        dueNanos = now + EVERY_NANOS;
        Runtime heap = Runtime.getRuntime();
        if (heap.totalMemory() > octets + octets / 4 + SLACK) {
            System.gc();
            octets = heap.totalMemory();
        }
    }
}
