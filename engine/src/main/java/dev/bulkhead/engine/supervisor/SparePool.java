package dev.bulkhead.engine.supervisor;

import dev.bulkhead.engine.wire.FromWorker;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Keeps small workers started and warmed up, without any secret in them, so that a job's start is a
 * message. A thread of its own fills up what was taken: the first a little later, the others one by
 * one with pauses, since to start a JVM takes half a second of a processor, which would be missing
 * to the jobs that took them.
 */
final class SparePool implements AutoCloseable {
    /** From a job's start to that of the one spare that the next job needs. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(150);

    /** Before each further spare. */
    private static final Duration NEXT_PAUSE = Duration.ofSeconds(2);

    /** So long after the last job's start nobody waits for a processor. */
    private static final Duration QUIET = Duration.ofSeconds(30);

    private static final Duration FAILURE_PAUSE = Duration.ofSeconds(5);

    private final WorkerStarter starter;
    private final StartGate starts;
    private final int wanted;
    private final Deque<WorkerProcess> spares = new ArrayDeque<>();
    private long lastStarted = System.nanoTime();
    private long lastTaken = lastStarted - QUIET.toNanos();
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
            lastTaken = System.nanoTime();
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

    /** Waits until a spare is missing and due; false when the pool is closed. */
    private synchronized boolean awaitNeed() throws InterruptedException {
        while (!closed) {
            if (spares.size() >= wanted) {
                wait();
                continue;
            }
            long pause = dueNanos() - System.nanoTime();
            if (pause <= 0) {
                lastStarted = System.nanoTime();
                return true;
            }
            TimeUnit.NANOSECONDS.timedWait(this, pause);
        }
        return false;
    }

    private long dueNanos() {
        if (spares.isEmpty()) {
            return lastTaken + FIRST_PAUSE.toNanos();
        }
        long paced = Math.max(lastTaken, lastStarted) + NEXT_PAUSE.toNanos();
        return Math.min(paced, lastTaken + QUIET.toNanos());
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
        long until = System.nanoTime() + FAILURE_PAUSE.toNanos();
        for (long left = FAILURE_PAUSE.toNanos(); !closed && left > 0; ) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = until - System.nanoTime();
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
