package dev.bulkhead.engine.wire;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.StartPoint;
import dev.bulkhead.engine.usm.UserKeys;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.time.Instant;
import java.util.List;

/** What the parent tells its worker, over the worker's stdin. The end of stdin means: exit now. */
public sealed interface ToWorker {
    /**
     * Run this job. Comes once, and again only when the job before is done, {@link Wake} was
     * answered, and the targets are equal.
     *
     * @param spec passphrases of targets are left out
     * @param keys in their place, one for each target of the job in order, empty for a simulator
     * @param engineId the SNMP engine ID to use as our own (RFC 3411 §5, 5..32 octets)
     * @param start where to begin
     * @param said when {@code start} was true, by the wall clock: a JVM takes its time to start,
     *     and its monotonic clock need not be its parent's
     * @param traced whether to tell of packets from the beginning
     */
    record Run(
            JobSpec spec,
            List<UserKeys> keys,
            OctetString engineId,
            StartPoint start,
            Instant said,
            boolean traced)
            implements ToWorker {
        public Run {
            keys = List.copyOf(keys);
        }
    }

    /** End the job; {@link FromWorker.Done} follows. */
    record Cancel() implements ToWorker {}

    /** Tell of each packet of the job from now on, or no more. */
    record Trace(boolean on) implements ToWorker {}

    /** Another job is coming, are you well? {@link FromWorker.Ready} follows. */
    record Wake() implements ToWorker {}
}
