package dev.bulkhead.app.flight;

import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.List;

/**
 * What is to be recorded.
 *
 * @param name what the device is called; "" for nothing
 * @param oids what to walk below, or the instances to ask for
 * @param walks whether it walks; else it asks for just these instances
 * @param every from the start of one reading to the next; zero for a single reading
 * @param lasts for how long; zero until it is stopped
 */
public record RecordingPlan(
        Target target, String name, List<Oid> oids, boolean walks, Duration every, Duration lasts) {
    /** Walking below this reads all that an agent has. */
    public static final Oid EVERYTHING = Oid.of(1, 3);

    public RecordingPlan {
        oids = List.copyOf(oids);
        if (oids.isEmpty()) {
            throw new IllegalArgumentException("a recording needs an OID");
        }
        if (every.isNegative() || lasts.isNegative()) {
            throw new IllegalArgumentException("a time is negative");
        }
    }

    /** Whether one reading is all. */
    public boolean isSingle() {
        return every.isZero();
    }
}
