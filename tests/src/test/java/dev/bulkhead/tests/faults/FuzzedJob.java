package dev.bulkhead.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.JobSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/** A job that lasts while spoilt messages come to it, and the life of its worker. Any thread. */
final class FuzzedJob implements AutoCloseable {
    /** What the heap may hold more when all was sent. */
    private static final long GROWTH_BYTES = 2_000_000;

    private final Engine engine = Engine.open(EngineSettings.ofThisProcess(0));
    private final List<JobEvent> lives = new CopyOnWriteArrayList<>();
    private final JobHandle handle;
    private final Duration patience;

    private FuzzedJob(JobSpec spec, Duration patience, Consumer<JobEvent> receiver) {
        this.patience = patience;
        this.handle =
                engine.submit(
                        spec,
                        event -> {
                            receiver.accept(event);
                            if (!(event instanceof JobEvent.Samples
                                    || event instanceof JobEvent.Notifications
                                    || event instanceof JobEvent.Gap)) {
                                lives.add(event);
                            }
                        });
    }

    /**
     * Starts one.
     *
     * @param patience for each thing that is waited for
     */
    static FuzzedJob start(JobSpec spec, Duration patience, Consumer<JobEvent> receiver) {
        return new FuzzedJob(spec, patience, receiver);
    }

    /** Waits for something, unless the worker dies. */
    void await(String what, BooleanSupplier condition) {
        Awaitility.await(what)
                .pollInterval(Duration.ofMillis(20))
                .atMost(patience)
                .until(() -> condition.getAsBoolean() || hasDied() || handle.isDone());
        assertThat(condition.getAsBoolean())
                .as("%s, with the job's life %s and log %s", what, lives, handle.stderrTail())
                .isTrue();
    }

    private boolean hasDied() {
        return lives.stream().anyMatch(JobEvent.Restarting.class::isInstance);
    }

    /** What the worker's heap holds. */
    OptionalLong liveBytes() throws IOException, InterruptedException {
        await("a worker", () -> handle.worker().isPresent());
        return WorkerHeap.liveBytes(handle.worker().orElseThrow().pid());
    }

    /** The worker is the first one, does what it did, and has not grown. */
    void assertUnharmed(OptionalLong bytesBefore, OptionalLong bytesAfter) {
        assertThat(lives)
                .as("the job's life")
                .filteredOn(event -> !(event instanceof JobEvent.Listening))
                .singleElement()
                .isInstanceOf(JobEvent.Started.class);
        assertThat(handle.isDone()).isFalse();
        assertThat(bytesAfter.orElse(0))
                .as("octets in the heap, of which there were " + bytesBefore)
                .isLessThan(bytesBefore.orElse(0) + GROWTH_BYTES);
    }

    @Override
    public void close() {
        handle.cancel();
        engine.close();
    }
}
