package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.diagnosis.Diagnosis;
import dev.bulkhead.engine.diagnosis.Probe;
import dev.bulkhead.engine.discovery.Discovery;
import dev.bulkhead.engine.discovery.SweepProgress;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.StartPoint;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.notification.Refusal;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.MissedRounds;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.usm.PassphraseKeys;
import dev.bulkhead.engine.usm.UserKeys;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Runs a job in this process and keeps what it gives. */
final class JobProbe implements JobOutput, AutoCloseable {
    private static final AtomicInteger JOBS = new AtomicInteger();

    final SnmpJobs jobs;
    final List<Sample> samples = new CopyOnWriteArrayList<>();
    final List<String> addresses = new CopyOnWriteArrayList<>();
    final List<Notification> notifications = new CopyOnWriteArrayList<>();
    final List<Refusal> refusals = new CopyOnWriteArrayList<>();
    final List<Discovery> discoveries = new CopyOnWriteArrayList<>();
    final List<SweepProgress> progress = new CopyOnWriteArrayList<>();
    final List<String> gaps = new CopyOnWriteArrayList<>();
    final List<Duration> gapLengths = new CopyOnWriteArrayList<>();
    final List<MissedRounds> gapsOfOne = new CopyOnWriteArrayList<>();
    final List<Optional<Failure>> ends = new CopyOnWriteArrayList<>();
    volatile int rootsDone;
    volatile long sweptTo;

    /** Rounds that one target missed. */
    JobProbe(SnmpJobs jobs) {
        this.jobs = jobs;
    }

    static JobProbe start(JobSpec spec) {
        return start(spec, StartPoint.BEGINNING);
    }

    static JobProbe start(JobSpec spec, StartPoint start) {
        JobProbe probe = new JobProbe(new SnmpJobs());
        probe.jobs.start(spec, keys(spec), newEngineId(), start, probe);
        return probe;
    }

    /** Starts another job where this one was run. */
    JobProbe startNext(JobSpec spec) {
        JobProbe next = new JobProbe(jobs);
        jobs.start(spec, keys(spec), newEngineId(), StartPoint.BEGINNING, next);
        return next;
    }

    private static OctetString newEngineId() {
        return new OctetString(
                new byte[] {(byte) 0x80, 0, 0, 0, 5, 1, 2, (byte) JOBS.incrementAndGet()});
    }

    private static List<UserKeys> keys(JobSpec spec) {
        PassphraseKeys keys = new PassphraseKeys();
        if (spec instanceof JobSpec.Listen listen) {
            return listen.users().stream().map(keys::keysOf).toList();
        }
        if (spec instanceof JobSpec.Discover discover) {
            return discover.credentials().stream().map(keys::keysOf).toList();
        }
        if (spec instanceof JobSpec.Doctor doctor) {
            return doctor.attempts().stream().map(a -> keys.keysOf(a.credential())).toList();
        }
        return spec instanceof JobSpec.Poll poll
                ? poll.items().stream().map(i -> keys.keysOf(i.target().credential())).toList()
                : List.of(keys.keysOf(RunningJob.targetOf(spec).credential()));
    }

    /** Runs a job to its end. */
    static JobProbe run(JobSpec spec) {
        return start(spec).awaitEnd();
    }

    JobProbe awaitEnd() {
        awaitDone();
        close();
        return this;
    }

    /** The same, for a job that another follows. */
    JobProbe awaitDone() {
        Awaitility.await("the job's end")
                .atMost(Duration.ofSeconds(10))
                .until(() -> !ends.isEmpty());
        return this;
    }

    void awaitSamples(int count) {
        Awaitility.await(count + " samples")
                .atMost(Duration.ofSeconds(10))
                .until(() -> samples.size() >= count);
    }

    /** The job's failure; fails if it had none. */
    Failure failure() {
        assertThat(ends).hasSize(1);
        return ends.getFirst().orElseThrow(() -> new AssertionError("the job did not fail"));
    }

    void assertFinished() {
        assertThat(ends).containsExactly(Optional.empty());
    }

    List<VarBind> varBinds() {
        return samples.stream().flatMap(sample -> sample.varBinds().stream()).toList();
    }

    List<String> names() {
        return varBinds().stream().map(varBind -> varBind.name().toString()).toList();
    }

    @Override
    public void sample(Sample sample) {
        samples.add(sample);
    }

    @Override
    public void polled(List<Sample> some, List<MissedRounds> missed) {
        samples.addAll(some);
        gapsOfOne.addAll(missed);
    }

    @Override
    public void listening(List<String> where) {
        addresses.addAll(where);
    }

    @Override
    public boolean notification(Notification notification) {
        notifications.add(notification);
        return true;
    }

    @Override
    public void refused(Refusal refusal) {
        refusals.add(refusal);
    }

    @Override
    public void discovery(Discovery discovery) {
        discoveries.add(discovery);
    }

    @Override
    public void swept(long position, SweepProgress now) {
        progress.add(now);
        sweptTo = position;
    }

    @Override
    public void probed(Probe probe) {}

    @Override
    public void diagnosed(Diagnosis diagnosis) {}

    @Override
    public void gap(Instant from, Instant to, String reason) {
        gaps.add(reason);
        gapLengths.add(Duration.between(from, to));
    }

    @Override
    public void rootsDone(int count) {
        rootsDone = count;
    }

    @Override
    public void done(Optional<Failure> failure) {
        ends.add(failure);
    }

    @Override
    public void close() {
        jobs.close();
    }
}
