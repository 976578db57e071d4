package dev.bulkhead.engine.snmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The one thread of a worker that does SNMP.
 *
 * <p><b>Order of a turn:</b> first all that has arrived, then timers that are due, then tasks from
 * other threads. Arrivals come first because the loop may have stood still (a full pipe, a stopped
 * process): an answer that waits in the socket's buffer must not be declared missing.
 *
 * <p><b>Concurrency:</b> {@link #execute} and {@link #close} may be called from any thread, the
 * rest on the loop's own.
 */
final class Loop implements Runnable, AutoCloseable {
    private final Selector selector;
    private final Timers timers = new Timers();
    private final List<Runnable> atTurnEnd = new ArrayList<>();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
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
    Timers.Timer after(long nanos, Runnable task) {
        return at(System.nanoTime() + Math.max(0, nanos), task);
    }

    /** Runs a task when {@link System#nanoTime} has come to a value. */
    Timers.Timer at(long nanoTime, Runnable task) {
        return timers.at(nanoTime, task);
    }

    /** What runs tasks after one delay, to be kept by whoever has many such. */
    Function<Runnable, Timers.Timer> after(long nanos) {
        return timers.after(nanos);
    }

    /** Runs a task once, when everything that is ready now has had its turn. */
    void atTurnEnd(Runnable task) {
        atTurnEnd.add(task);
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
                timers.runDue();
                runTasks();
                endTurn();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the selector failed", e);
        }
    }

    private void select() throws IOException {
        long nanos = tasks.isEmpty() ? timers.untilNext() : 0;
        if (nanos <= 0) {
            selector.selectNow(Loop::dispatch);
        } else if (nanos == Long.MAX_VALUE) {
            selector.select(Loop::dispatch);
        } else {
            long millis = (nanos + 999_999) / TimeUnit.MILLISECONDS.toNanos(1);
            selector.select(Loop::dispatch, millis);
        }
    }

    private static void dispatch(SelectionKey key) {
        if (key.isValid() && key.attachment() instanceof Runnable ready) {
            ready.run();
        }
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private void endTurn() {
        for (int i = 0; i < atTurnEnd.size(); i++) {
            atTurnEnd.get(i).run();
        }
        atTurnEnd.clear();
    }

    /** Ends the loop soon; open channels are their owners' to close. */
    @Override
    public void close() {
        closed = true;
        selector.wakeup();
    }
}
