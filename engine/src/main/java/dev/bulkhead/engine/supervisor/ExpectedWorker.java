package dev.bulkhead.engine.supervisor;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One worker that starts before its job is known: a command line reads its modules meanwhile. It is
 * no spare, for it does not warm up and nothing takes its place. Any thread.
 */
final class ExpectedWorker implements AutoCloseable {
    private final WorkerStarter starter;
    private final StartGate starts;
    private final HeartbeatWatch heartbeats;
    private final AtomicReference<@Nullable Start> next = new AtomicReference<>();

    /** Those whose workers are nobody else's yet. */
    private final Set<Start> open = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    ExpectedWorker(WorkerStarter starter, StartGate starts, HeartbeatWatch heartbeats) {
        this.starter = starter;
        this.starts = starts;
        this.heartbeats = heartbeats;
    }

    /** Starts one, unless one is waiting for its job already. */
    void start() {
        Start start = new Start();
        if (next.compareAndSet(null, start)) {
            open.add(start);
            Thread.ofPlatform().daemon().name("expected worker").start(start::run);
        }
    }

    /**
     * The worker, which has greeted; blocks while it starts. Empty if there is none of this size,
     * or if it did not start: who asks starts another, and hears then what is wrong.
     */
    Optional<WorkerProcess> take(WorkerSize size) throws InterruptedException {
        Start start = size == WorkerSize.SMALL ? next.getAndSet(null) : null;
        return start == null ? Optional.empty() : start.take();
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(Start::stop);
    }

    /** One start, and its worker until that is taken. */
    private final class Start {
        private final CompletableFuture<WorkerProcess> greeted = new CompletableFuture<>();
        private @Nullable WorkerProcess process;

        void run() {
            try {
                starts.awaitJobsTurn(Optional::empty);
                try {
                    greeted.complete(starter.startForJob(WorkerSize.SMALL, this::watch));
                } finally {
                    starts.done();
                }
            } catch (IOException | RuntimeException e) {
                greeted.completeExceptionally(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                greeted.completeExceptionally(e);
            }
        }

        /** Also of a second one, if the first was refused. */
        private synchronized void watch(WorkerProcess worker) {
            forget();
            process = worker;
            heartbeats.add(worker);
            if (closed) {
                stop();
            }
        }

        Optional<WorkerProcess> take() throws InterruptedException {
            try {
                WorkerProcess worker = greeted.get();
                if (worker.isAlive()) {
                    return Optional.of(worker);
                }
                forget();
            } catch (ExecutionException e) {
                // Told by the next start, if it fails too.
                forget();
            } finally {
                open.remove(this);
            }
            return Optional.empty();
        }

        private synchronized void forget() {
            if (process != null) {
                heartbeats.remove(process);
                process = null;
            }
        }

        synchronized void stop() {
            if (process != null) {
                process.kill(WorkerExit.Kind.STOPPED, "the engine is closed");
                forget();
            }
        }
    }
}
