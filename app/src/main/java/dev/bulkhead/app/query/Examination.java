package dev.bulkhead.app.query;

import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.diagnosis.Diagnosis;
import dev.bulkhead.engine.diagnosis.Probe;
import dev.bulkhead.engine.diagnosis.Step;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.sample.Failure;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the doctor finds out about a device that did not answer, as it comes. Written by an engine
 * thread, read by any.
 */
public final class Examination {
    private final JobSpec.Doctor spec;
    private final List<Probe> probes = new ArrayList<>();
    private Optional<Diagnosis> diagnosis = Optional.empty();
    private Optional<Failure> failure = Optional.empty();
    private boolean over;
    private volatile @Nullable JobHandle handle;

    Examination(Target target) {
        this(JobSpec.Doctor.of(target));
    }

    Examination(JobSpec.Doctor spec) {
        this.spec = spec;
    }

    /**
     * Which of the other credentials the device took. Users are not tried where no engine answered,
     * so that probes and credentials are matched by their kind, each in its order.
     */
    public synchronized Optional<Credential> takenCredential() {
        Iterator<Credential> communities = others(Credential.Community.class);
        Iterator<Credential> users = others(Credential.Usm.class);
        for (Probe probe : probes) {
            if (probe.step() == Step.OTHER_CREDENTIAL) {
                Iterator<Credential> next =
                        probe.sent().contains("other community ") ? communities : users;
                Optional<Credential> tried =
                        next.hasNext() ? Optional.of(next.next()) : Optional.empty();
                if (probe.outcome() instanceof Probe.Outcome.Answered) {
                    return tried;
                }
            }
        }
        return Optional.empty();
    }

    private Iterator<Credential> others(Class<? extends Credential> kind) {
        return spec.others().stream().filter(kind::isInstance).iterator();
    }

    /**
     * Lets the doctor examine a target.
     *
     * @param changed is run on an engine thread whenever there is something new
     */
    public static Examination start(JobStarter jobs, Target target, Runnable changed) {
        return start(jobs, JobSpec.Doctor.of(target), changed);
    }

    /** The same, with what else the doctor may try. */
    public static Examination start(JobStarter jobs, JobSpec.Doctor spec, Runnable changed) {
        Examination examination = new Examination(spec);
        examination.submitted(
                jobs.submit(
                        examination.spec(),
                        event -> {
                            examination.on(event);
                            changed.run();
                        }));
        return examination;
    }

    /** Whether probes can tell more than a failure does. */
    public static boolean helps(Target target, Failure why) {
        boolean unexplained = why instanceof Failure.Timeout || why instanceof Failure.Report;
        return unexplained
                && target.transport() == Transport.UDP
                && !(target.credential() instanceof Credential.Tsm);
    }

    JobSpec spec() {
        return spec;
    }

    void submitted(JobHandle job) {
        handle = job;
    }

    synchronized void on(JobEvent event) {
        switch (event) {
            case JobEvent.Probed probed -> probes.add(probed.probe());
            case JobEvent.Diagnosed diagnosed -> diagnosis = Optional.of(diagnosed.diagnosis());
            case JobEvent.Restarting _ -> probes.clear();
            case JobEvent.Failed failed -> {
                failure = Optional.of(failed.failure());
                over = true;
            }
            case JobEvent.Finished _ -> over = true;
            case JobEvent.Started _, JobEvent.Gap _, JobEvent.Samples _ -> {}
            case JobEvent.Listening _, JobEvent.Notifications _ -> {}
            case JobEvent.SenderRefused _, JobEvent.Packets _ -> {}
            case JobEvent.Discovered _, JobEvent.Swept _ -> {}
        }
    }

    /** What was tried so far, oldest first. */
    public synchronized List<Probe> probes() {
        return List.copyOf(probes);
    }

    /** What follows from it; empty while it goes on. */
    public synchronized Optional<Diagnosis> diagnosis() {
        return diagnosis;
    }

    /** Why there is no diagnosis. */
    synchronized Optional<Failure> failure() {
        return failure;
    }

    public synchronized boolean isOver() {
        return over;
    }

    /** Ends it; what was found stays. */
    public void cancel() {
        JobHandle job = handle;
        if (job != null) {
            job.cancel();
        }
    }
}
