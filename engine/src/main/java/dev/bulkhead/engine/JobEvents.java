package dev.bulkhead.engine;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * A job's events for whoever would rather take them one after the other than be called: {@code for
 * (JobEvent event : events)}. The last is {@link JobEvent.Finished} or {@link JobEvent.Failed};
 * each is given once, however often {@link #iterator} is called. To be closed, which cancels a job
 * that has not ended.
 *
 * <p><b>Back pressure:</b> so many events wait here; then the job's own thread does, as it does for
 * a listener that blocks, and the worker is slowed down (walks) or loses rounds, which it tells of
 * (polls). Nothing is dropped here and no other job is held up. Whoever stops taking without
 * closing holds a worker until the engine is closed.
 *
 * <p><b>Concurrency:</b> one thread at a time takes; any may close, upon which there are no more
 * events.
 */
public final class JobEvents implements Iterable<JobEvent>, AutoCloseable {
    /** Events that wait for their reader; one may hold 2,000 values. */
    static final int ROOM = 16;

    private final Queue<JobEvent> waiting = new ArrayDeque<>();
    private @Nullable JobHandle job;
    private boolean ended;
    private boolean closed;

    JobEvents() {}

    synchronized void follow(JobHandle handle) {
        job = handle;
    }

    /** The job itself: its worker, its log, how to cancel it so that its last events still come. */
    public synchronized JobHandle job() {
        if (job == null) {
            throw new IllegalStateException("the job was not submitted");
        }
        return job;
    }

    /** Adds an event; blocks while there is no room, drops it if nobody will take it any more. */
    synchronized void put(JobEvent event) {
        boolean interrupted = false;
        while (!closed && waiting.size() >= ROOM) {
            try {
                wait();
            } catch (InterruptedException e) {
                // It is the engine's thread, and an event is not to be lost.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        ended |= event instanceof JobEvent.Finished || event instanceof JobEvent.Failed;
        if (!closed) {
            waiting.add(event);
            notifyAll();
        }
    }

    /** How many events wait now. */
    synchronized int waiting() {
        return waiting.size();
    }

    /**
     * What takes the events that were not taken yet. {@code hasNext} and {@code next} block until
     * an event comes, for a poll as long as its period; they throw {@link CancellationException} if
     * the thread is interrupted, whose interrupt status stays set.
     */
    @Override
    public Iterator<JobEvent> iterator() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return awaitOne();
            }

            @Override
            public JobEvent next() {
                return take();
            }
        };
    }

    /** Waits until an event is there; false if none comes any more. */
    private synchronized boolean awaitOne() {
        while (waiting.isEmpty() && !ended && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                CancellationException stop =
                        new CancellationException("interrupted while waiting for an event");
                stop.initCause(e);
                throw stop;
            }
        }
        return !waiting.isEmpty();
    }

    private synchronized JobEvent take() {
        if (!awaitOne()) {
            throw new NoSuchElementException(closed ? "closed" : "the job has ended");
        }
        notifyAll();
        return waiting.remove();
    }

    /** Cancels the job if it has not ended, and forgets what waits. Does not block. */
    @Override
    public void close() {
        JobHandle toCancel;
        synchronized (this) {
            closed = true;
            waiting.clear();
            notifyAll();
            toCancel = ended ? null : job;
        }
        if (toCancel != null) {
            toCancel.cancel();
        }
    }
}
