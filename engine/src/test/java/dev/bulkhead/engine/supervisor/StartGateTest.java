package dev.bulkhead.engine.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class StartGateTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final StartGate gate = new StartGate(1);
    private final List<String> turns = new CopyOnWriteArrayList<>();
    private volatile Optional<String> spare = Optional.empty();

    private interface Turn {
        void await() throws InterruptedException;
    }

    /** Starts a thread that waits, and returns when it does. */
    private static void waiting(Turn turn) {
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            try {
                                turn.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        Awaitility.await("the thread to wait")
                .atMost(PATIENCE)
                .until(() -> thread.getState() == Thread.State.WAITING);
    }

    private void job(String name) throws InterruptedException {
        turns.add(gate.awaitJobsTurn(() -> spare).map(s -> name + " with " + s).orElse(name));
    }

    private void awaitTurns(String... names) {
        Awaitility.await("turns").atMost(PATIENCE).until(() -> turns.equals(List.of(names)));
    }

    @Test
    void jobsGoInTheirOrderAndBeforeSpares() throws InterruptedException {
        job("first");
        waiting(() -> {
            gate.awaitSparesTurn();
            turns.add("spare");
        });
        waiting(() -> job("second"));
        waiting(() -> job("third"));
        awaitTurns("first");
        gate.done();
        awaitTurns("first", "second");
        gate.done();
        awaitTurns("first", "second", "third");
        gate.done();
        awaitTurns("first", "second", "third", "spare");
    }

    @Test
    void aJobThatWaitsTakesTheSpareThatIsReady() throws InterruptedException {
        gate.awaitSparesTurn();
        waiting(() -> job("first"));
        spare = Optional.of("a spare");
        gate.done();
        awaitTurns("first with a spare");
    }

    @Test
    void whoTookASpareStartsNothing() throws InterruptedException {
        spare = Optional.of("a spare");
        job("first");
        spare = Optional.empty();
        job("second");
        assertThat(turns).containsExactly("first with a spare", "second");
    }
}
