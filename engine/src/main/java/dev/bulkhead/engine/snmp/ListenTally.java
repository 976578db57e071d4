package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.notification.ListenCounts;
import dev.bulkhead.engine.notification.RefusedMessages;
import dev.bulkhead.engine.notification.RefusedMessages.Reason;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what becomes of what comes to a listener. Any thread. */
final class ListenTally {
    final AtomicLong received = new AtomicLong();
    final AtomicLong overLimit = new AtomicLong();
    final AtomicLong droppedByQueue = new AtomicLong();
    final AtomicLong sessionsRefused = new AtomicLong();
    private final Map<Reason, AtomicLong> refused = new ConcurrentHashMap<>();

    void refuse(Reason why) {
        refused.computeIfAbsent(why, first -> new AtomicLong()).incrementAndGet();
    }

    ListenCounts counts(long droppedByKernel) {
        return new ListenCounts(
                received.get(),
                refusedBy(),
                overLimit.get(),
                droppedByQueue.get(),
                droppedByKernel,
                sessionsRefused.get());
    }

    private RefusedMessages refusedBy() {
        Map<Reason, Long> counts = new EnumMap<>(Reason.class);
        refused.forEach((why, count) -> counts.put(why, count.get()));
        return new RefusedMessages(counts);
    }
}
