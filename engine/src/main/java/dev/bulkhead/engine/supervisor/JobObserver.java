package dev.bulkhead.engine.supervisor;

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

/** Hears what becomes of a job, in order, on the job's own thread. */
public interface JobObserver {
    /** A worker took the job on. */
    void started(long pid, int restarts);

    /** A simulator or listener is ready. */
    void listening(List<String> addresses);

    /** Values came. */
    void samples(List<Sample> samples);

    /** Notifications came. */
    void notifications(List<Notification> notifications);

    /** A listener did not let a sender in. */
    void refused(Refusal refusal);

    /** Devices were found, none of them told before. */
    void discovered(List<Discovery> discoveries);

    /** A sweep went on. */
    void swept(SweepProgress progress);

    /** A doctor has tried something. */
    void probed(Probe probe);

    /** A doctor has found something. */
    void diagnosed(Diagnosis diagnosis);

    /** Rounds of a poll are missing, those of one target or of all. */
    void gap(Instant from, Instant to, String reason, Optional<Integer> target);

    /** Packets of a trace came. */
    void packets(List<Packet> packets);

    /** The worker is gone, another one follows after a pause. */
    void restarting(long pid, WorkerExit exit, Duration pause);

    /** The job is over; always the last. */
    void ended(boolean cancelled, Optional<Failure> failure);
}
