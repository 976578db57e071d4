package dev.bulkhead.app.agent;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.diagnosis.Cause;
import dev.bulkhead.engine.diagnosis.Diagnosis;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Tries a credential on a device as it is entered: the doctor does over UDP, one GET elsewhere.
 * JavaFX's thread.
 */
public final class CredentialCheckViewModel {
    private static final Oid SYS_UP_TIME = Oid.of(1, 3, 6, 1, 2, 1, 1, 3, 0);

    /** Who waits at a form is not made to wait for the slowest of devices. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final JobStarter jobs;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<Finding> finding =
            new ReadOnlyObjectWrapper<>(Finding.NONE);
    private @Nullable JobHandle job;
    private int round;

    /** How far it is. */
    public enum State {
        NONE,
        RUNNING,
        GOOD,
        BAD
    }

    /** What was found out, in words. */
    public record Finding(State state, String text) {
        static final Finding NONE = new Finding(State.NONE, "");
    }

    /**
     * Nothing tried yet.
     *
     * @param fx runs things on JavaFX's thread
     */
    public CredentialCheckViewModel(JobStarter jobs, Executor fx) {
        this.jobs = jobs;
        this.fx = fx;
    }

    public ReadOnlyObjectProperty<Finding> findingProperty() {
        return finding.getReadOnlyProperty();
    }

    /** Tries it; does {@code whenGood} if the device takes it. */
    public void start(Device device, Credential credential, Runnable whenGood) {
        reset();
        int mine = round;
        finding.set(new Finding(State.RUNNING, Words.text("credential.testing", device.label())));
        Target target =
                new Target(
                        device.transport(), device.host(), device.port(), credential, TIMEOUT, 1);
        boolean udp = target.transport() == Transport.UDP;
        JobSpec spec =
                udp
                        ? new JobSpec.Doctor(target, false, List.of(), PATIENCE)
                        : new JobSpec.Get(
                                target, new JobSpec.Get.Mode.Exact(), List.of(SYS_UP_TIME));
        job = jobs.submit(spec, event -> on(event, mine, device, whenGood));
    }

    /** On the job's thread. */
    private void on(JobEvent event, int mine, Device device, Runnable whenGood) {
        switch (event) {
            case JobEvent.Diagnosed diagnosed ->
                    found(mine, device, diagnosed.diagnosis(), whenGood);
            case JobEvent.Samples samples ->
                    samples.samples().forEach(sample -> found(mine, device, sample, whenGood));
            case JobEvent.Failed failed -> bad(mine, words(failed.failure()));
            default -> {}
        }
    }

    private void found(int mine, Device device, Diagnosis diagnosis, Runnable whenGood) {
        if (diagnosis.cause() == Cause.HEALTHY) {
            good(mine, device, whenGood);
        } else {
            bad(mine, Inert.text(diagnosis.sentence() + " " + diagnosis.advice()));
        }
    }

    private void found(int mine, Device device, Sample sample, Runnable whenGood) {
        if (sample.failure().isPresent()) {
            bad(mine, words(sample.failure().get()));
        } else {
            good(mine, device, whenGood);
        }
    }

    private static String words(Failure failure) {
        return Inert.text(
                Words.text("credential.test-failed", failure.message(), failure.advice()));
    }

    private void good(int mine, Device device, Runnable whenGood) {
        say(
                mine,
                new Finding(State.GOOD, Words.text("credential.tested", device.label())),
                whenGood);
    }

    private void bad(int mine, String text) {
        say(mine, new Finding(State.BAD, text), () -> {});
    }

    private void say(int mine, Finding what, Runnable then) {
        fx.execute(() -> {
            if (mine == round) {
                finding.set(what);
                then.run();
            }
        });
    }

    /** Forgets what was found, since the fields have changed or the form is closed. */
    public void reset() {
        round++;
        JobHandle running = job;
        if (running != null) {
            running.cancel();
        }
        job = null;
        finding.set(Finding.NONE);
    }
}
