package dev.bulkhead.engine;

import dev.bulkhead.engine.diagnosis.Diagnosis;
import dev.bulkhead.engine.diagnosis.Probe;
import dev.bulkhead.engine.discovery.Discovery;
import dev.bulkhead.engine.discovery.SweepProgress;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.notification.Refusal;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.trace.Packet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a job says, in order. Exactly one {@link Finished} or {@link Failed} comes, as the last. */
public sealed interface JobEvent {
    JobId job();

    /** When it happened, by the wall clock. */
    Instant time();

    /**
     * A worker process took the job on; comes again after each restart.
     *
     * @param pid the worker's process id
     * @param restarts how often the job's worker was replaced so far
     */
    record Started(JobId job, Instant time, long pid, int restarts) implements JobEvent {}

    /** A simulator or listener is ready at these addresses, {@code host:port}, in order. */
    record Listening(JobId job, Instant time, List<String> addresses) implements JobEvent {
        public Listening {
            addresses = List.copyOf(addresses);
        }
    }

    /** Values, or failures of single targets. */
    record Samples(JobId job, Instant time, List<Sample> samples) implements JobEvent {
        public Samples {
            samples = List.copyOf(samples);
        }
    }

    /** Notifications, in the order they came. */
    record Notifications(JobId job, Instant time, List<Notification> notifications)
            implements JobEvent {
        public Notifications {
            notifications = List.copyOf(notifications);
        }
    }

    /** A sender that a listener did not let in; the same is told once. */
    record SenderRefused(JobId job, Instant time, Refusal refusal) implements JobEvent {}

    /** Devices that a sweep found, each once. */
    record Discovered(JobId job, Instant time, List<Discovery> discoveries) implements JobEvent {
        public Discovered {
            discoveries = List.copyOf(discoveries);
        }
    }

    /**
     * How far a sweep is: a few times a second while that changes, and at its end. After a restart
     * {@code done} goes back to what is certain.
     */
    record Swept(JobId job, Instant time, SweepProgress progress) implements JobEvent {}

    /** A doctor has tried something. */
    record Probed(JobId job, Instant time, Probe probe) implements JobEvent {}

    /** What a doctor found; after all it tried. */
    record Diagnosed(JobId job, Instant time, Diagnosis diagnosis) implements JobEvent {}

    /**
     * Rounds that a poll did not make or whose values did not come through.
     *
     * @param reason why, in words a user can read, such as {@code worker killed} or {@code
     *     backpressure}
     * @param target whose, by its place in the job's list, when others' were made; empty for all
     *     targets'
     */
    record Gap(
            JobId job,
            Instant time,
            Instant from,
            Instant to,
            String reason,
            Optional<Integer> target)
            implements JobEvent {
        /** Of all targets. */
        public Gap(JobId job, Instant time, Instant from, Instant to, String reason) {
            this(job, time, from, to, reason, Optional.empty());
        }
    }

    /** Packets of a job that is traced, in order. */
    record Packets(JobId job, Instant time, List<Packet> packets) implements JobEvent {
        public Packets {
            packets = List.copyOf(packets);
        }
    }

    /**
     * The worker is gone and another is about to take over.
     *
     * @param delay how long until then
     * @param stderr the dead worker's last log lines
     */
    record Restarting(
            JobId job,
            Instant time,
            long pid,
            ExitReason reason,
            String detail,
            Duration delay,
            List<String> stderr)
            implements JobEvent {
        public Restarting {
            stderr = List.copyOf(stderr);
        }
    }

    /** The job ended without what was asked for. What came before stays good. */
    record Failed(JobId job, Instant time, Failure failure, JobTotals totals) implements JobEvent {}

    /** The job is done, or was cancelled. */
    record Finished(JobId job, Instant time, boolean cancelled, JobTotals totals)
            implements JobEvent {}
}
