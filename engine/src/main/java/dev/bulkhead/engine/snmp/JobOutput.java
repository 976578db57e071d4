package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.diagnosis.Diagnosis;
import dev.bulkhead.engine.diagnosis.Probe;
import dev.bulkhead.engine.discovery.Discovery;
import dev.bulkhead.engine.discovery.SweepProgress;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.notification.Refusal;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.MissedRounds;
import dev.bulkhead.engine.sample.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where a job's results go. Called on the loop's thread. */
public interface JobOutput {
    /** One response of a walk or get, or some rows of a table; may block while the pipe is full. */
    void sample(Sample sample);

    /**
     * Rounds of a poll's targets, and after them rounds that were missed; never blocks, what does
     * not fit becomes a gap for all. The lists are the caller's again when this returns.
     */
    void polled(List<Sample> samples, List<MissedRounds> missed);

    /** A listener is ready at these addresses, {@code host:port}. */
    void listening(List<String> addresses);

    /** A notification; never blocks. False if there is no room for it. On a thread of its own. */
    boolean notification(Notification notification);

    /** A sender that a listener did not let in; never blocks. On a thread of its own. */
    void refused(Refusal refusal);

    /** What a sweep found at one endpoint; may block while the pipe is full. */
    void discovery(Discovery discovery);

    /** How far a sweep is: all endpoints before this position are done. */
    void swept(long position, SweepProgress progress);

    /** A doctor has tried something; never blocks. */
    void probed(Probe probe);

    /** A doctor has found something; never blocks. */
    void diagnosed(Diagnosis diagnosis);

    /** Rounds of a poll that were not made for any target. */
    void gap(Instant from, Instant to, String reason);

    /** That many roots of a walk are complete. */
    void rootsDone(int count);

    /** The job ended; nothing comes after this. */
    void done(Optional<Failure> failure);
}
