package dev.bulkhead.engine.supervisor;

import dev.bulkhead.engine.wire.FromWorker;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Keeps small workers started and warmed up, without any secret in them, so that a job's start is a
 * message. A thread of its own fills up what was taken, a little later, so as not to compete with
 * the job that took it.
 */
final class SparePool implements AutoCloseable {
    private static final long REFILL_PAUSE_MILLIS = 150;
    private static final long FAILURE_PAUSE_MILLIS = 5_000;

    private final WorkerStarter starter;
    private final StartGate starts;
    private final int wanted;
    private final Deque<WorkerProcess> spares = new ArrayDeque<>();
    private boolean closed;

    SparePool(WorkerStarter starter, StartGate starts, int wanted) {
        this.starter = starter;
        this.starts = starts;
        this.wanted = wanted;
        if (wanted > 0) {
            Thread.ofPlatform().daemon().name("spares").start(this::fill);
        }
    }

    /** A spare of a size, if there is one. Does not block. */
    synchronized Optional<WorkerProcess> take(WorkerSize size) {
        if (size != WorkerSize.SMALL) {
            return Optional.empty();
        }
        for (WorkerProcess spare = spares.poll(); spare != null; spare = spares.poll()) {
            notifyAll();
            if (spare.isAlive()) {
                return Optional.of(spare);
            }
        }
        return Optional.empty();
    }

    private void fill() {
        try {
            while (awaitNeed()) {
                startOne();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until a spare is missing; false when the pool is closed. */
    private synchronized boolean awaitNeed() throws InterruptedException {
        while (!closed && spares.size() >= wanted) {
            wait();
            if (!closed) {
                wait(REFILL_PAUSE_MILLIS);
            }
        }
        return !closed;
    }

    private void startOne() throws InterruptedException {
        starts.awaitSparesTurn();
        try {
            WorkerProcess worker = starter.startSpare();
            if (worker.read().orElseThrow(() -> new IOException("it ended"))
                    instanceof FromWorker.Ready) {
                keep(worker);
            } else {
                worker.kill(WorkerExit.Kind.STOPPED, "it was not ready");
            }
        } catch (IOException e) {
            pauseAfterFailure();
        } finally {
            // Only now: a job that waits for its turn looks for spares when one is done.
            starts.done();
        }
    }

    private synchronized void pauseAfterFailure() throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FAILURE_PAUSE_MILLIS);
        for (long left = FAILURE_PAUSE_MILLIS; !closed && left > 0; ) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        }
    }

    private synchronized void keep(WorkerProcess worker) {
        worker.become(WorkerState.IDLE);
        if (closed) {
            worker.kill(WorkerExit.Kind.STOPPED, "the pool is closed");
        } else {
            spares.add(worker);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
        for (WorkerProcess spare : spares) {
            spare.kill(WorkerExit.Kind.STOPPED, "the pool is closed");
        }
        spares.clear();
    }
}
