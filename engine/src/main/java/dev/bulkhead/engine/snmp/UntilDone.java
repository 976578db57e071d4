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

/**
 * Passes on what one job gives until it is done, and nothing after that: the next job of the same
 * worker has an output of its own. On the loop's thread.
 */
final class UntilDone implements JobOutput {
    private final JobOutput output;
    private final Runnable atEnd;
    private boolean done;

    /**
     * An output for one job.
     *
     * @param atEnd runs once, before the end is passed on
     */
    UntilDone(JobOutput output, Runnable atEnd) {
        this.output = output;
        this.atEnd = atEnd;
    }

    @Override
    public void sample(Sample sample) {
        if (!done) {
            output.sample(sample);
        }
    }

    @Override
    public void polled(List<Sample> samples, List<MissedRounds> missed) {
        if (!done) {
            output.polled(samples, missed);
        }
    }

    @Override
    public void listening(List<String> addresses) {
        if (!done) {
            output.listening(addresses);
        }
    }

    @Override
    public boolean notification(Notification notification) {
        return !done && output.notification(notification);
    }

    @Override
    public void refused(Refusal refusal) {
        if (!done) {
            output.refused(refusal);
        }
    }

    @Override
    public void discovery(Discovery discovery) {
        if (!done) {
            output.discovery(discovery);
        }
    }

    @Override
    public void swept(long position, SweepProgress progress) {
        if (!done) {
            output.swept(position, progress);
        }
    }

    @Override
    public void probed(Probe probe) {
        if (!done) {
            output.probed(probe);
        }
    }

    @Override
    public void diagnosed(Diagnosis diagnosis) {
        if (!done) {
            output.diagnosed(diagnosis);
        }
    }

    @Override
    public void gap(Instant from, Instant to, String reason) {
        if (!done) {
            output.gap(from, to, reason);
        }
    }

    @Override
    public void rootsDone(int count) {
        if (!done) {
            output.rootsDone(count);
        }
    }

    @Override
    public void done(Optional<Failure> failure) {
        if (!done) {
            done = true;
            atEnd.run();
            output.done(failure);
        }
    }
}
