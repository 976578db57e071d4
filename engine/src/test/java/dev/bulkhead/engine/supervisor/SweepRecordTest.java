package dev.bulkhead.engine.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.discovery.Discovery;
import dev.bulkhead.engine.discovery.SweepProgress;
import dev.bulkhead.engine.job.StartPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SweepRecordTest {
    private static Discovery answered(long position) {
        return new Discovery.Answered(
                position,
                Instant.EPOCH,
                "a",
                161,
                "a",
                0,
                Duration.ZERO,
                Optional.empty(),
                List.of());
    }

    private static Discovery refused(long position) {
        return new Discovery.Refused(
                position, Instant.EPOCH, "a", 161, "a", Optional.empty(), List.of());
    }

    @Test
    void theNextWorkerBeginsWhereAllIsDone() {
        SweepRecord record = new SweepRecord();
        assertThat(record.startPoint()).isEqualTo(StartPoint.BEGINNING);

        record.swept(40, new SweepProgress(100, 60, 0, 0, 0));

        assertThat(record.startPoint()).isEqualTo(StartPoint.ofRound(40, 0));
    }

    @Test
    void whatTheNextWorkerFindsAgainIsNotToldAgain() {
        SweepRecord record = new SweepRecord();
        record.fresh(List.of(answered(10), answered(50), refused(52)));
        record.swept(40, new SweepProgress(100, 60, 2, 1, 7));
        record.startPoint();

        assertThat(record.fresh(List.of(answered(45), answered(50), refused(52), answered(51))))
                .extracting(Discovery::position)
                .containsExactly(45L, 51L);
        assertThat(record.swept(60, new SweepProgress(100, 60, 3, 1, 2)))
                .isEqualTo(new SweepProgress(100, 60, 4, 1, 9));
    }
}
