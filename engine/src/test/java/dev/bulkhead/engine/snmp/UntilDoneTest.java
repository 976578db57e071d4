package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UntilDoneTest {
    private static final Sample SAMPLE = RunningJob.sampleOf(List.of(), 1);

    @Test
    void theEndComesOnceAndNothingAfterIt() {
        AtomicInteger ends = new AtomicInteger();
        try (JobProbe job = new JobProbe(new SnmpJobs())) {
            JobOutput output = new UntilDone(job, ends::incrementAndGet);
            output.sample(SAMPLE);
            output.rootsDone(1);
            assertThat(job.samples).containsExactly(SAMPLE);
            output.done(Optional.empty());

            output.sample(SAMPLE);
            output.rootsDone(2);
            output.gap(Instant.EPOCH, Instant.EPOCH, "late");
            output.done(Optional.of(new Failure.UnknownHost("late")));
            assertThat(job.samples).hasSize(1);
            assertThat(job.rootsDone).isEqualTo(1);
            assertThat(job.gaps).isEmpty();
            job.assertFinished();
            assertThat(ends).hasValue(1);
        }
    }
}
