package dev.bulkhead.engine.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.smi.Oid;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerSizeTest {
    private static final Target TARGET =
            new Target(
                    "192.0.2.1",
                    161,
                    new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                    Duration.ofSeconds(1),
                    1);
    private static final List<Oid> NAMES = List.of(Oid.parse("1.3.6.1.2.1.1.3.0"));

    private static WorkerSize poll(int targets, long everyMillis, long rounds) {
        return WorkerSize.of(
                new JobSpec.Poll(
                        Collections.nCopies(targets, new JobSpec.Poll.Item(TARGET, NAMES)),
                        new Schedule(Duration.ofMillis(everyMillis), rounds)));
    }

    @Test
    void aPollIsMeasuredByItsTargetsAndByHowOftenAndLongItAsks() {
        assertThat(poll(200, 10, 0)).isEqualTo(WorkerSize.SMALL);
        assertThat(poll(201, 10_000, 0)).isEqualTo(WorkerSize.LARGE);
        assertThat(poll(10_000, 3_000, 0)).isEqualTo(WorkerSize.LARGE);
        assertThat(poll(10_000, 1_000, 0)).isEqualTo(WorkerSize.BUSY);
        assertThat(poll(10_000, 1_000, 19)).isEqualTo(WorkerSize.LARGE);
        assertThat(poll(1_000, 100, 200)).isEqualTo(WorkerSize.BUSY);
    }

    @Test
    void onlyABusyWorkerIsOptimised() {
        WorkerCommand command = new WorkerCommand(Path.of("java"), List.of(Path.of("x.jar")));
        assertThat(command.arguments(WorkerSize.LARGE, false)).contains("-XX:TieredStopAtLevel=1");
        assertThat(command.arguments(WorkerSize.BUSY, false)).contains("-XX:TieredStopAtLevel=4");
    }
}
