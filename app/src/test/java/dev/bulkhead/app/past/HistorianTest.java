package dev.bulkhead.app.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.bulkhead.app.chart.ChartMark;
import dev.bulkhead.app.chart.PastMarks;
import dev.bulkhead.app.history.EventKind;
import dev.bulkhead.app.history.HistoryState;
import dev.bulkhead.app.history.Keep;
import dev.bulkhead.app.history.StoredEvent;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistorianTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Target SWITCH =
            new Target(
                    "192.0.2.1",
                    161,
                    new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                    Duration.ofSeconds(1),
                    0);

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("history.db");
    }

    private static Historian historian(InstantSource clock) {
        return new Historian(_ -> "", () -> Keep.USUAL, clock);
    }

    /** The writer's thread asks for the time before anything else: here it waits for the answer. */
    @Test
    void closingSoonDoesNotWaitForTheDisk() {
        CountDownLatch disk = new CountDownLatch(1);
        InstantSource slow =
                () -> {
                    if (Thread.currentThread().getName().equals("history-writer")) {
                        try {
                            disk.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                    return NOW;
                };
        Historian historian = historian(slow);
        historian.keepIn(file());
        historian.note(NOW, EventKind.ALARM, SWITCH, "switch", "too much");
        assertTimeoutPreemptively(Duration.ofSeconds(10), historian::closeSoon);
        disk.countDown();
        historian.close();
        assertThat(historian.state().map(HistoryState::phase))
                .isNotEqualTo(java.util.Optional.of(HistoryState.Phase.OPENING));
    }

    @Test
    void whatHappenedInEarlierRunsIsMarked() {
        try (Historian first = historian(InstantSource.fixed(NOW))) {
            first.keepIn(file());
            awaitWriting(first);
            first.note(NOW, EventKind.NOTIFICATION, SWITCH, "switch", "linkDown: ifIndex = 3");
            first.note(NOW.plusSeconds(1), EventKind.PAUSED, SWITCH, "switch", "");
        }
        try (Historian second = historian(InstantSource.fixed(NOW.plusSeconds(60)))) {
            second.keepIn(file());
            awaitWriting(second);
            second.note(NOW.plusSeconds(61), EventKind.ALARM, SWITCH, "switch", "of this run");
            PastMarks marks = second.marks();
            Awaitility.await().atMost(PATIENCE).until(() -> !marks.all().isEmpty());
            assertThat(marks.all())
                    .containsExactly(
                            new ChartMark(
                                    NOW.toEpochMilli(),
                                    ChartMark.Kind.NOTIFICATION,
                                    "switch",
                                    "linkDown: ifIndex = 3"),
                            new ChartMark(
                                    NOW.toEpochMilli() + 1_000,
                                    ChartMark.Kind.POLLING,
                                    "switch",
                                    "Polling of switch was paused"));
        }
    }

    private static void awaitWriting(Historian historian) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        historian
                                .state()
                                .filter(state -> state.phase() == HistoryState.Phase.WRITING)
                                .isPresent());
    }

    @Test
    void everyKindOfEventHasAMarkAndWords() {
        for (EventKind kind : EventKind.values()) {
            assertThat(StoredMarks.mark(new StoredEvent(1, kind.word(), "a:161", "switch", "why")))
                    .as(kind.word())
                    .hasValueSatisfying(mark -> assertThat(mark.text()).isNotBlank());
        }
        assertThat(StoredMarks.mark(new StoredEvent(1, "of a newer program", "", "", "")))
                .isEmpty();
    }
}
