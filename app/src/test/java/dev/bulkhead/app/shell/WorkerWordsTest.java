package dev.bulkhead.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.WorkerStatus;
import dev.bulkhead.engine.notification.ListenCounts;
import dev.bulkhead.engine.sample.StrayCounts;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkerWordsTest {
    private static final WorkerStatus BUSY =
            new WorkerStatus(
                    4711,
                    "running",
                    Optional.of(41L << 20),
                    Optional.of(Duration.ofSeconds(2)),
                    Optional.of(0.0042),
                    1204,
                    Optional.of(12.5),
                    2,
                    1,
                    new StrayCounts(3, 0, 0, 1),
                    7,
                    1,
                    ListenCounts.ZERO);
    private static final WorkerStatus QUIET =
            new WorkerStatus(
                    4711,
                    "starting",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    0,
                    0,
                    StrayCounts.ZERO,
                    0,
                    0,
                    ListenCounts.ZERO);

    @Test
    void oneLineSaysHowTheProcessIs() {
        assertThat(WorkerWords.now(BUSY))
                .isEqualTo("running · PID 4711 · 41 MB · CPU 0.4 % · 12.5 requests/s · 7 waiting");
    }

    @Test
    void anotherSaysWhatTheJobDidSoFar() {
        assertThat(WorkerWords.soFar(BUSY))
                .isEqualTo(
                        "1,204 requests · 2 timeouts · 1 retry · 3 stale · 1 malformed"
                                + " · 1 restart");
    }

    @Test
    void whatIsUnknownOrNeverHappenedIsLeftOut() {
        assertThat(WorkerWords.now(QUIET)).isEqualTo("starting · PID 4711");
        assertThat(WorkerWords.soFar(QUIET)).isEqualTo("no requests");
    }
}
