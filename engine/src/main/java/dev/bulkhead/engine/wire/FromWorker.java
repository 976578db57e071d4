package dev.bulkhead.engine.wire;

import dev.bulkhead.engine.diagnosis.Diagnosis;
import dev.bulkhead.engine.diagnosis.Probe;
import dev.bulkhead.engine.discovery.Discovery;
import dev.bulkhead.engine.discovery.SweepProgress;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.notification.Refusal;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.MissedRounds;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.trace.Packet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a worker tells its parent, over its stdout. */
public sealed interface FromWorker {
    /**
     * Always the first.
     *
     * @param protocol must be {@link WireProtocol#VERSION}
     * @param buildId must be {@link WireProtocol#BUILD_ID}
     * @param capabilities words for what this worker can do, none defined yet
     */
    record Hello(int protocol, String buildId, List<String> capabilities) implements FromWorker {
        public Hello {
            capabilities = List.copyOf(capabilities);
        }
    }

    /** Warmed up, or woken after a job, and waiting for the next. */
    record Ready() implements FromWorker {}

    /** Sent a few times a second while a job runs, and before {@link Done}. */
    record Beat(Figures figures) implements FromWorker {}

    /** Values. */
    record Samples(List<Sample> samples) implements FromWorker {
        public Samples {
            samples = List.copyOf(samples);
        }
    }

    /** Notifications, in the order they came. */
    record Notifications(List<Notification> notifications) implements FromWorker {
        public Notifications {
            notifications = List.copyOf(notifications);
        }
    }

    /** A sender that a listener did not let in. */
    record Refused(Refusal refusal) implements FromWorker {}

    /** Rounds of a poll that were not made for any target, or whose values were dropped. */
    record Gap(Instant from, Instant to, String reason) implements FromWorker {}

    /** Rounds that single targets of a poll missed. */
    record Missed(List<MissedRounds> rounds) implements FromWorker {
        public Missed {
            rounds = List.copyOf(rounds);
        }
    }

    /** Packets of a job that is traced. */
    record Packets(List<Packet> packets) implements FromWorker {
        public Packets {
            packets = List.copyOf(packets);
        }
    }

    /** That many roots of a walk are complete: all values before this belong to them. */
    record RootsDone(int count) implements FromWorker {}

    /** A simulator or listener is ready. */
    record Listening(List<String> addresses) implements FromWorker {
        public Listening {
            addresses = List.copyOf(addresses);
        }
    }

    /** Devices that a sweep found. */
    record Discoveries(List<Discovery> discoveries) implements FromWorker {
        public Discoveries {
            discoveries = List.copyOf(discoveries);
        }
    }

    /** How far a sweep is; all before this position are done, and what was found there was told. */
    record Swept(long position, SweepProgress progress) implements FromWorker {}

    /** A doctor has tried something. */
    record Probed(Probe probe) implements FromWorker {}

    /** What a doctor found. */
    record Diagnosed(Diagnosis diagnosis) implements FromWorker {}

    /**
     * The job ended, by itself or by {@link ToWorker.Cancel}. The last; a worker says no more until
     * woken.
     */
    record Done(Optional<Failure> failure) implements FromWorker {}
}
