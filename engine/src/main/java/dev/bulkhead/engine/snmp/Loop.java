package dev.bulkhead.engine.snmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one thread of a worker that does SNMP.
 *
 * <p><b>Order of a turn:</b> first all that has arrived, then timers that are due, then tasks from
 * other threads. Arrivals come first because the loop may have stood still (a full pipe, a stopped
 * process): an answer that waits in the socket's buffer must not be declared missing.
 *
 * <p><b>Concurrency:</b> {@link #execute} and {@link #close} may be called from any thread, the
 * rest on the loop's own.
 *
 * <p><b>Limits:</b> a cancelled timer stays in the queue, emptied, until it is due or half the
 * queue is such.
 */
final class Loop implements Runnable, AutoCloseable {
    /** A task for later. */
    final class Timer implements Comparable<Timer> {
        private final long dueNanos;
        private @Nullable Runnable task;

        private Timer(long dueNanos, Runnable task) {
            this.dueNanos = dueNanos;
            this.task = task;
        }

        /** Does nothing if it ran or was cancelled before. */
        void cancel() {
            if (task != null) {
                task = null;
                cancelled++;
            }
        }

        @Override
        public int compareTo(Timer other) {
            return Long.signum(dueNanos - other.dueNanos);
        }
    }

    private static final int PURGE_FROM = 256;

    private final Selector selector;
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private int cancelled;
    private volatile boolean closed;

    Loop() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("no selector", e);
        }
    }

    /** Runs a task soon; any thread. */
    void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    /** Runs a task after a time, at once if that is not positive. */
    Timer after(long nanos, Runnable task) {
        return at(System.nanoTime() + Math.max(0, nanos), task);
    }

    /** Runs a task when {@link System#nanoTime} has come to a value. */
    Timer at(long nanoTime, Runnable task) {
        if (cancelled > PURGE_FROM && cancelled * 2 > timers.size()) {
            timers.removeIf(timer -> timer.task == null);
            cancelled = 0;
        }
        Timer timer = new Timer(nanoTime, task);
        timers.add(timer);
        return timer;
    }

    /**
     * Watches a channel.
     *
     * @param operations those of {@link SelectionKey}; the key can change them later
     * @param ready runs on this loop whenever one of them is possible
     */
    SelectionKey register(SelectableChannel channel, int operations, Runnable ready)
            throws ClosedChannelException {
        return channel.register(selector, operations, ready);
    }

    @Override
    public void run() {
        try {
            while (!closed) {
                select();
                runDueTimers();
                runTasks();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the selector failed", e);
        }
    }

    private void select() throws IOException {
        Timer next = timers.peek();
        if (!tasks.isEmpty()) {
            selector.selectNow(Loop::dispatch);
        } else if (next == null) {
            selector.select(Loop::dispatch);
        } else {
            long nanos = next.dueNanos - System.nanoTime();
            if (nanos <= 0) {
                selector.selectNow(Loop::dispatch);
            } else {
                long millis = (nanos + 999_999) / TimeUnit.MILLISECONDS.toNanos(1);
                selector.select(Loop::dispatch, millis);
            }
        }
    }

    private static void dispatch(SelectionKey key) {
        if (key.isValid() && key.attachment() instanceof Runnable ready) {
            ready.run();
        }
    }

    private void runDueTimers() {
        long now = System.nanoTime();
        for (Timer next = timers.peek();
                next != null && next.dueNanos - now <= 0;
                next = timers.peek()) {
            timers.poll();
            Runnable task = next.task;
            if (task == null) {
                cancelled = Math.max(0, cancelled - 1);
            } else {
                next.task = null;
                task.run();
            }
        }
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    /** Ends the loop soon; open channels are their owners' to close. */
    @Override
    public void close() {
        closed = true;
        selector.wakeup();
    }
}
