package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.notification.RefusedMessages.Reason;
import dev.bulkhead.engine.snmp.Arrivals.Arrival;
import java.time.Instant;

/**
 * What one thread that receives does with each message: it counts it, and keeps it unless its
 * source sends too much or there is no room. That thread's own.
 */
final class Intake {
    private final SourceLimits limits;
    private final Arrivals arrivals;
    private final ListenTally tally;

    Intake(int maxPerSecond, Arrivals arrivals, ListenTally tally) {
        this.limits = new SourceLimits(maxPerSecond);
        this.arrivals = arrivals;
        this.tally = tally;
    }

    void take(Origin origin, byte[] octets) {
        tally.received.incrementAndGet();
        if (!limits.admits(origin.source().getAddress(), System.nanoTime())) {
            tally.overLimit.incrementAndGet();
        } else if (!arrivals.offer(new Arrival(origin, Instant.now(), octets))) {
            tally.droppedByQueue.incrementAndGet();
        }
    }

    /** Counts what cannot be a message. */
    void takeJunk() {
        tally.received.incrementAndGet();
        tally.refuse(Reason.MALFORMED);
    }
}
