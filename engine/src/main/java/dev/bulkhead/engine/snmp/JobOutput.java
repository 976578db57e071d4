package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import java.time.Instant;
import java.util.Optional;

/** Where a job's results go. Called on the loop's thread. */
public interface JobOutput {
    /** One response of a walk or get, or some rows of a table; may block while the pipe is full. */
    void sample(Sample sample);

    /** One target's round of a poll; never blocks, what does not fit becomes a gap. */
    void pollSample(Sample sample);

    /** Rounds of a poll that were not made. */
    void gap(Instant from, Instant to, String reason);

    /** That many roots of a walk are complete. */
    void rootsDone(int count);

    /** The job ended; nothing comes after this. */
    void done(Optional<Failure> failure);
}
