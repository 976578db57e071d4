package dev.bulkhead.engine.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.notification.ListenCounts;
import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.StrayCounts;
import dev.bulkhead.engine.wire.Figures;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which workers are worth keeping; {@code WorkerReuseTest} shows what becomes of them. */
class KeptWorkersTest {
    private static final Oid NAME = Oid.parse("1.3.6.1.2.1.1.5.0");

    private static final Target TARGET =
            new Target(
                    "127.0.0.1",
                    161,
                    new Credential.Community(SnmpVersion.V2C, new Secret("c")),
                    Duration.ofSeconds(1),
                    0);

    private static Figures withHeap(long mebibytes) {
        return new Figures(1, 0, 0, 1, ListenCounts.ZERO, StrayCounts.ZERO, 0, mebibytes << 20);
    }

    @Test
    void aWorkerWhoseHeapHasGrownIsNotKept() {
        assertThat(KeptWorkers.isGood(Optional.empty(), withHeap(5))).isTrue();
        assertThat(KeptWorkers.isGood(Optional.empty(), withHeap(9))).isFalse();
    }

    @Test
    void onlyAnAnswerIsAGoodEnd() {
        Failure refused =
                new Failure.ErrorResponse(
                        "127.0.0.1:161", ErrorStatus.NO_SUCH_NAME, 1, Optional.of(NAME));
        Failure limit = new Failure.LimitReached("1000 values");
        Failure silence = new Failure.Timeout("127.0.0.1:161", Duration.ofSeconds(1), 0);
        assertThat(KeptWorkers.isGood(Optional.of(refused), withHeap(5))).isTrue();
        assertThat(KeptWorkers.isGood(Optional.of(limit), withHeap(5))).isFalse();
        assertThat(KeptWorkers.isGood(Optional.of(silence), withHeap(5))).isFalse();
    }

    @Test
    void aPollLeavesNoWorkerAndTakesNone() {
        JobSpec get = new JobSpec.Get(TARGET, new JobSpec.Get.Mode.Exact(), List.of(NAME));
        JobSpec poll =
                new JobSpec.Poll(
                        List.of(new JobSpec.Poll.Item(TARGET, List.of(NAME))),
                        new Schedule(Duration.ofSeconds(1), 1));
        JobSpec trap = new JobSpec.Notify(TARGET, false, 1, NAME, List.of());
        assertThat(KeptWorkers.keyOf(get)).contains(TARGET);
        assertThat(KeptWorkers.keyOf(poll)).isEmpty();
        assertThat(KeptWorkers.keyOf(trap)).isEmpty();
    }
}
