package dev.bulkhead.engine.snmp;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The timers of a {@link Loop}, on its thread.
 *
 * <p><b>Limits:</b> a cancelled timer of {@link #at} stays in the queue, emptied, until it is due
 * or half the queue is such; one of a line is gone at once.
 */
final class Timers {
    /** A task for later. */
    static final class Timer implements Comparable<Timer> {
        private final Timers owner;
        private final @Nullable Line line;
        private final long dueNanos;
        private @Nullable Runnable task;
        private @Nullable Timer before;
        private @Nullable Timer behind;

        private Timer(Timers owner, @Nullable Line line, long dueNanos, Runnable task) {
            this.owner = owner;
            this.line = line;
            this.dueNanos = dueNanos;
            this.task = task;
        }

        /** Does nothing if it ran or was cancelled before. */
        void cancel() {
            if (task == null) {
                return;
            }
            task = null;
            if (line == null) {
                owner.cancelled++;
            } else {
                line.remove(this);
            }
        }

        @Override
        public int compareTo(Timer other) {
            return Long.signum(dueNanos - other.dueNanos);
        }
    }

    /**
     * Timers of one delay: they are due in the order in which they are set, so that setting and
     * cancelling one costs the same however many there are.
     */
    private final class Line {
        private final long delayNanos;
        private final Function<Runnable, Timer> setter = this::set;
        private @Nullable Timer first;
        private @Nullable Timer last;

        Line(long delayNanos) {
            this.delayNanos = delayNanos;
        }

        Timer set(Runnable task) {
            Timer timer = new Timer(Timers.this, this, System.nanoTime() + delayNanos, task);
            timer.before = last;
            if (last == null) {
                first = timer;
            } else {
                last.behind = timer;
            }
            last = timer;
            return timer;
        }

        void remove(Timer timer) {
            Timer previous = timer.before;
            Timer next = timer.behind;
            if (previous == null) {
                first = next;
            } else {
                previous.behind = next;
            }
            if (next == null) {
                last = previous;
            } else {
                next.before = previous;
            }
            // Else a dead timer that grew old would keep all younger ones from the collector.
            timer.before = null;
            timer.behind = null;
        }

        void runDue(long now) {
            for (Timer next = first; next != null && next.dueNanos - now <= 0; next = first) {
                Runnable task = next.task;
                next.cancel();
                if (task != null) {
                    task.run();
                }
            }
        }
    }

    private static final int PURGE_FROM = 256;

    /** Each turn of the loop looks at every line. */
    private static final int MAX_LINES = 16;

    private final PriorityQueue<Timer> queue = new PriorityQueue<>();
    private final List<Line> lines = new ArrayList<>();
    private int cancelled;

    /** Runs a task when {@link System#nanoTime} has come to a value. */
    Timer at(long nanoTime, Runnable task) {
        if (cancelled > PURGE_FROM && cancelled * 2 > queue.size()) {
            queue.removeIf(timer -> timer.task == null);
            cancelled = 0;
        }
        Timer timer = new Timer(this, null, nanoTime, task);
        queue.add(timer);
        return timer;
    }

    /** What sets timers of one delay, cheaper than {@link #at} while there are few such delays. */
    Function<Runnable, Timer> after(long delayNanos) {
        for (Line line : lines) {
            if (line.delayNanos == delayNanos) {
                return line.setter;
            }
        }
        if (lines.size() == MAX_LINES) {
            return task -> at(System.nanoTime() + delayNanos, task);
        }
        Line line = new Line(delayNanos);
        lines.add(line);
        return line.setter;
    }

    /** How long until the next is due, not positive if one is; {@link Long#MAX_VALUE}: none is. */
    long untilNext() {
        Timer next = queue.peek();
        for (Line line : lines) {
            Timer first = line.first;
            if (first != null && (next == null || first.compareTo(next) < 0)) {
                next = first;
            }
        }
        return next == null ? Long.MAX_VALUE : next.dueNanos - System.nanoTime();
    }

    void runDue() {
        long now = System.nanoTime();
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).runDue(now);
        }
        for (Timer next = queue.peek();
                next != null && next.dueNanos - now <= 0;
                next = queue.peek()) {
            queue.poll();
            Runnable task = next.task;
            if (task == null) {
                cancelled = Math.max(0, cancelled - 1);
            } else {
                next.task = null;
                task.run();
            }
        }
    }
}
