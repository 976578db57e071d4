package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.notification.ListenCounts;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what becomes of what comes to a listener. Any thread. */
final class ListenTally {
    final AtomicLong received = new AtomicLong();
    final AtomicLong refused = new AtomicLong();
    final AtomicLong overLimit = new AtomicLong();
    final AtomicLong droppedByQueue = new AtomicLong();
    final AtomicLong sessionsRefused = new AtomicLong();

    ListenCounts counts(long droppedByKernel) {
        return new ListenCounts(
                received.get(),
                refused.get(),
                overLimit.get(),
                droppedByQueue.get(),
                droppedByKernel,
                sessionsRefused.get());
    }
}
