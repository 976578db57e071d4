package dev.bulkhead.app.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.query.JobProgress.Notice;
import dev.bulkhead.app.query.JobProgress.State;
import dev.bulkhead.engine.ExitReason;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JobProgressTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final JobId JOB = new JobId(1);

    private final JobProgress progress = new JobProgress(START);

    private void workerDies() {
        progress.on(
                new JobEvent.Restarting(
                        JOB,
                        START.plusSeconds(5),
                        4711,
                        ExitReason.KILLED,
                        "signal 9",
                        Duration.ofMillis(250),
                        List.of("last words")));
    }

    @Test
    void aKilledWorkerIsToldAndSoIsTheNextOne() {
        progress.on(new JobEvent.Started(JOB, START, 4711, 0));
        workerDies();
        assertThat(progress.state()).isEqualTo(State.RESTARTING);
        assertThat(JobWords.lastNotice(progress))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("4711", "killed", "signal 9"));
        progress.on(new JobEvent.Started(JOB, START.plusSeconds(6), 4712, 1));
        assertThat(progress.state()).isEqualTo(State.RUNNING);
        assertThat(progress.restarts()).isEqualTo(1);
        assertThat(JobWords.lastNotice(progress))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("4711", "killed", "4712", "1.00 s"));
    }

    @Test
    void aFirstStartIsNoNews() {
        progress.on(new JobEvent.Started(JOB, START, 4711, 0));
        assertThat(progress.notices()).isEmpty();
    }

    @Test
    void onlyTheLastFiftyNoticesAreKept() {
        for (int i = 0; i < 60; i++) {
            workerDies();
        }
        assertThat(progress.notices()).hasSize(50).allMatch(Notice.WorkerGone.class::isInstance);
    }
}
