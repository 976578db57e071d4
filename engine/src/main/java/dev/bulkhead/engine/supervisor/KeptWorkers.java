package dev.bulkhead.engine.supervisor;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.wire.Figures;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Workers that have ended a job well and wait a while for the next one that asks the same target
 * with the same credential: the next click on a device finds its socket open, its SNMP engine
 * discovered and the code warm.
 *
 * <p><b>Only the same:</b> the whole {@link Target} must be equal, its passphrases, context,
 * timeout and retries included. A worker never sees a second target, so users, keys, engine IDs,
 * boots and times of one cannot leak into a job for another; and it never has two jobs at once, for
 * who takes it takes it out of here.
 *
 * <p><b>Which:</b> those of a get, walk, table or set that was answered to its end, if only with an
 * error-status. Not after a cancel, a timeout, a limit or any other failure, and not with a heap
 * that has grown. What goes on until it is cancelled, or asks many, has its own worker always.
 *
 * <p><b>Between jobs</b> a worker says nothing, so nothing is read here. It is asked for a sign of
 * life before it gets the next job: one that died is passed over, one that hangs is found out as
 * any other ({@link HeartbeatWatch}), and neither is told to anybody, for no job was lost with it.
 *
 * <p><b>Limits:</b> so many workers, the one that rests longest is ended for one more; a minute of
 * rest each, for which the keys of its target stay in its memory. Any thread.
 */
final class KeptWorkers implements AutoCloseable {
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private static final long SLACK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** After jobs of the usual size a small worker's heap is of 4 to 5 MB; 16 it may have. */
    private static final long MAX_HEAP_BYTES = 8 << 20;

    private record Kept(WorkerProcess worker, Target key, long sinceNanos) {
        void end() {
            worker.kill(WorkerExit.Kind.STOPPED, "it was not needed any more");
        }
    }

    private final int limit;
    private final LongSupplier nanoTime;

    /** The one that rests longest is the first. */
    private final Deque<Kept> resting = new ArrayDeque<>();

    private boolean closed;
    private boolean looking;

    /**
     * None yet.
     *
     * @param limit how many at most
     * @param nanoTime a monotonic clock
     */
    KeptWorkers(int limit, LongSupplier nanoTime) {
        this.limit = limit;
        this.nanoTime = nanoTime;
    }

    /** What the next job must ask to have this job's worker; empty for a job that leaves none. */
    static Optional<Target> keyOf(JobSpec spec) {
        return switch (spec) {
            case JobSpec.Get get -> Optional.of(get.target());
            case JobSpec.Walk walk -> Optional.of(walk.target());
            case JobSpec.Table table -> Optional.of(table.target());
            case JobSpec.Set set -> Optional.of(set.target());
            case JobSpec.Poll _, JobSpec.Notify _, JobSpec.Listen _ -> Optional.empty();
            case JobSpec.Discover _, JobSpec.Doctor _, JobSpec.Simulate _ -> Optional.empty();
        };
    }

    /** Whether a worker is as good as before, by how its job ended and its last figures. */
    static boolean isGood(Optional<Failure> failure, Figures last) {
        boolean wasAnswered = failure.isEmpty() || failure.get() instanceof Failure.ErrorResponse;
        return wasAnswered && last.heapBytes() <= MAX_HEAP_BYTES;
    }

    /** Takes a worker that has ended its job; false if it is not wanted or was killed. */
    synchronized boolean keep(WorkerProcess worker, Target key) {
        if (closed || limit == 0 || !worker.rest()) {
            return false;
        }
        resting.removeIf(kept -> !kept.worker().isAlive());
        if (resting.size() >= limit) {
            resting.remove().end();
        }
        resting.add(new Kept(worker, key, nanoTime.getAsLong()));
        lookLater();
        return true;
    }

    /** Gives away the worker for a target that came last, if there is one. Does not block. */
    synchronized Optional<WorkerProcess> take(Target key) {
        endTheIdle();
        for (Iterator<Kept> newest = resting.descendingIterator(); newest.hasNext(); ) {
            Kept kept = newest.next();
            if (kept.key().equals(key)) {
                newest.remove();
                if (kept.worker().isAlive()) {
                    return Optional.of(kept.worker());
                }
            }
        }
        return Optional.empty();
    }

    private synchronized void endTheIdle() {
        long now = nanoTime.getAsLong();
        while (!resting.isEmpty()
                && now - resting.getFirst().sinceNanos() > LONGEST_REST.toNanos()) {
            resting.remove().end();
        }
    }

    /** Sees to it that the one that rests longest is ended in time, though nobody comes. */
    private void lookLater() {
        if (looking || resting.isEmpty()) {
            return;
        }
        looking = true;
        long rested = nanoTime.getAsLong() - resting.getFirst().sinceNanos();
        long nanos = Math.max(0, LONGEST_REST.toNanos() - rested) + SLACK_NANOS;
        CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(this::look);
    }

    private synchronized void look() {
        looking = false;
        endTheIdle();
        lookLater();
    }

    @Override
    public synchronized void close() {
        closed = true;
        resting.forEach(Kept::end);
        resting.clear();
    }
}
