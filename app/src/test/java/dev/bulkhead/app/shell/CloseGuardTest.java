package dev.bulkhead.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.packets.PacketRecorder;
import dev.bulkhead.app.query.FakeJob;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CloseGuardTest {
    private static final Oid NAME = Oid.parse("1.3.6.1.2.1.1.5.0");
    private static final Target TARGET =
            new Target(
                    "192.0.2.1",
                    161,
                    new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                    Duration.ofSeconds(1),
                    0);

    private final FakeJob.Starter jobs = new FakeJob.Starter();

    @Test
    void aRecordingIsWorthAQuestionUntilItsJobIsOver() {
        PacketRecorder packets =
                new PacketRecorder(
                        jobs, jobs, InstantSource.fixed(FakeJob.START), Settings.inMemory());
        packets.submit(new JobSpec.Walk(TARGET, List.of(NAME), WalkOptions.DEFAULT), _ -> {});
        assertThat(CloseGuard.reason(List.copyOf(jobs.all()), packets.recordings())).isEmpty();
        packets.record(true);
        packets.submit(new JobSpec.Walk(TARGET, List.of(NAME), WalkOptions.DEFAULT), _ -> {});
        assertThat(CloseGuard.reason(List.copyOf(jobs.all()), packets.recordings()))
                .contains(CloseGuard.Reason.CAPTURE);
        jobs.last().finishes();
        assertThat(CloseGuard.reason(List.copyOf(jobs.all()), packets.recordings())).isEmpty();
    }

    @Test
    void onlyASetUnderWayIsWorthAQuestion() {
        jobs.submit(new JobSpec.Walk(TARGET, List.of(NAME), WalkOptions.DEFAULT), _ -> {});
        assertThat(CloseGuard.hasUnfinished(List.copyOf(jobs.all()))).isFalse();
        jobs.submit(
                new JobSpec.Set(TARGET, List.of(new VarBind(NAME, new SmiValue.Integer32(1)))),
                _ -> {});
        assertThat(CloseGuard.hasUnfinished(List.copyOf(jobs.all()))).isTrue();
        jobs.last().finishes();
        assertThat(CloseGuard.hasUnfinished(List.copyOf(jobs.all()))).isFalse();
    }
}
