package dev.bulkhead.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.agent.CredentialCheckViewModel.State;
import dev.bulkhead.app.query.FakeJob;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobId;
import dev.bulkhead.engine.diagnosis.Cause;
import dev.bulkhead.engine.diagnosis.Diagnosis;
import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import org.junit.jupiter.api.Test;

final class CredentialCheckTest {
    private static final Device DEVICE = new Device("core", "192.0.2.1", 161);

    private final FakeJob.Starter jobs = new FakeJob.Starter();
    private final CredentialCheckViewModel check =
            new CredentialCheckViewModel(jobs, Runnable::run);
    private int good;

    private void start() {
        check.start(DEVICE, DemoNetwork.user(), () -> good++);
    }

    private void diagnosed(Cause cause) {
        jobs.last()
                .says(
                        new JobEvent.Diagnosed(
                                new JobId(1),
                                FakeJob.START,
                                new Diagnosis(
                                        cause, "The user is unknown.", "Ask who runs it.", 3)));
    }

    private State state() {
        return check.findingProperty().get().state();
    }

    @Test
    void theDoctorIsAskedAndHisFindingTold() {
        start();
        assertThat(jobs.last().spec()).isInstanceOf(JobSpec.Doctor.class);
        assertThat(((JobSpec.Doctor) jobs.last().spec()).others()).isEmpty();
        assertThat(state()).isEqualTo(State.RUNNING);
        diagnosed(Cause.UNKNOWN_USER);
        assertThat(state()).isEqualTo(State.BAD);
        assertThat(check.findingProperty().get().text())
                .isEqualTo("The user is unknown. Ask who runs it.");
        assertThat(good).isZero();
    }

    @Test
    void aDeviceThatTakesItEndsTheForm() {
        start();
        diagnosed(Cause.HEALTHY);
        assertThat(state()).isEqualTo(State.GOOD);
        assertThat(good).isEqualTo(1);
    }

    @Test
    void aFindingOfFieldsThatHaveChangedSinceIsNotTold() {
        start();
        FakeJob old = jobs.last();
        check.reset();
        assertThat(old.isCancelled()).isTrue();
        diagnosed(Cause.HEALTHY);
        assertThat(state()).isEqualTo(State.NONE);
        assertThat(good).isZero();
    }

    @Test
    void overTcpOneGetTellsIt() {
        check.start(Device.parse("tcp:192.0.2.1"), DemoNetwork.user(), () -> good++);
        assertThat(jobs.last().spec()).isInstanceOf(JobSpec.Get.class);
        jobs.last().gives(new VarBind(Oid.of(1, 3), new SmiValue.Integer32(1)));
        assertThat(good).isEqualTo(1);
        check.start(Device.parse("tcp:192.0.2.1"), DemoNetwork.user(), () -> good++);
        jobs.last().fails(new Failure.UnknownHost("core"));
        assertThat(state()).isEqualTo(State.BAD);
        assertThat(check.findingProperty().get().text()).contains("core");
    }
}
