package dev.bulkhead.engine.supervisor;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
    private final AtomicReference<@Nullable CompletableFuture<WorkerProcess>> next =
            new AtomicReference<>();
    private @Nullable WorkerProcess started;
    private boolean closed;

    ExpectedWorker(WorkerStarter starter, StartGate starts, HeartbeatWatch heartbeats) {
        this.starter = starter;
        this.starts = starts;
        this.heartbeats = heartbeats;
    }

    /** Starts one, unless one is waiting for its job already. */
    void start() {
        CompletableFuture<WorkerProcess> coming = new CompletableFuture<>();
        if (next.compareAndSet(null, coming)) {
            Thread.ofPlatform().daemon().name("expected worker").start(() -> start(coming));
        }
    }

    private void start(CompletableFuture<WorkerProcess> coming) {
        try {
            starts.awaitJobsTurn(Optional::empty);
            try {
                coming.complete(starter.startForJob(WorkerSize.SMALL, this::watch));
            } finally {
                starts.done();
            }
        } catch (IOException | RuntimeException e) {
            coming.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            coming.completeExceptionally(e);
        }
    }

    /** Also of a second one, if the first was refused. */
    private synchronized void watch(WorkerProcess worker) {
        forget();
        started = worker;
        if (closed) {
            worker.kill(WorkerExit.Kind.STOPPED, "the engine is closed");
        }
        heartbeats.add(worker);
    }

    private synchronized void forget() {
        if (started != null) {
            heartbeats.remove(started);
            started = null;
        }
    }

    /**
     * The worker, which has greeted; blocks while it starts. Empty if there is none of this size,
     * or if it did not start: who asks starts another, and hears then what is wrong.
     */
    Optional<WorkerProcess> take(WorkerSize size) throws InterruptedException {
        CompletableFuture<WorkerProcess> coming =
                size == WorkerSize.SMALL ? next.getAndSet(null) : null;
        if (coming == null) {
            return Optional.empty();
        }
        try {
            WorkerProcess worker = coming.get();
            if (worker.isAlive()) {
                synchronized (this) {
                    started = null;
                }
                return Optional.of(worker);
            }
        } catch (ExecutionException e) {
            // Told by the next start, if it fails too.
        }
        forget();
        return Optional.empty();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (started != null) {
            started.kill(WorkerExit.Kind.STOPPED, "the engine is closed");
            forget();
        }
    }
}
