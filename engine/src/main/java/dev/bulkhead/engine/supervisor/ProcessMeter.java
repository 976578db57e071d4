package dev.bulkhead.engine.supervisor;

import dev.bulkhead.engine.supervisor.ProcessReader.Reading;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows what worker processes take of the machine, as far as somebody wants to know.
 *
 * <p><b>Concurrency:</b> {@link #usage} never asks the system: it gives what a thread of the
 * meter's own has found, and thereby says that somebody looks. The thread starts with the first
 * look, waits a moment so as not to compete with the job that just started, loads the reader, asks
 * about once a second for what was looked at within the last seconds, or within twice the time
 * between the last two looks, and rests when nobody looks. What it found is good for ten seconds.
 *
 * <p><b>Limits:</b> it rests at least 20 times as long as it asked, so that 1,000 workers cost 5 %
 * of a core at most. Where the reader cannot be loaded everything is unknown, which one line of the
 * log says.
 */
final class ProcessMeter implements AutoCloseable {
    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long INTEREST_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long LONGEST_INTEREST_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final long STALE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int REST_FACTOR = 20;

    private final Supplier<ProcessReader> opener;
    private final Map<Long, Watched> watched = new ConcurrentHashMap<>();
    private boolean started;
    private boolean closed;

    /** A process that somebody looked at. */
    private static final class Watched {
        private volatile long lookedAt = System.nanoTime();
        private volatile long interestNanos = INTEREST_NANOS;
        private volatile Found found = Found.NOTHING;
        private @Nullable Reading last;

        /** On the meter's thread. */
        void take(Reading now) {
            long nanos = System.nanoTime();
            Optional<Double> load = Optional.empty();
            if (last != null && nanos > found.nanos) {
                Duration used = now.cpuTime().minus(last.cpuTime());
                load = Optional.of(Math.max(0.0, (double) used.toNanos() / (nanos - found.nanos)));
            }
            last = now;
            found =
                    new Found(
                            nanos,
                            new ProcessUsage(
                                    Optional.of(now.residentBytes()),
                                    Optional.of(now.cpuTime()),
                                    load));
        }

        /** Somebody looks. */
        ProcessUsage look() {
            long now = System.nanoTime();
            interestNanos =
                    Math.clamp(2 * (now - lookedAt), INTEREST_NANOS, LONGEST_INTEREST_NANOS);
            lookedAt = now;
            return now - found.nanos > STALE_NANOS ? ProcessUsage.UNKNOWN : found.usage;
        }

        boolean isOfInterest() {
            return System.nanoTime() - lookedAt < interestNanos;
        }
    }

    /** What was found, and when. */
    private record Found(long nanos, ProcessUsage usage) {
        static final Found NOTHING = new Found(0, ProcessUsage.UNKNOWN);
    }

    ProcessMeter() {
        this(OshiReader::open);
    }

    ProcessMeter(Supplier<ProcessReader> opener) {
        this.opener = opener;
    }

    /** What was found last; unknown at the first look. Does not block. */
    ProcessUsage usage(long pid) {
        ProcessUsage usage = watched.computeIfAbsent(pid, p -> new Watched()).look();
        if (usage.equals(ProcessUsage.UNKNOWN)) {
            wake();
        }
        return usage;
    }

    /** A process is gone. */
    void forget(long pid) {
        watched.remove(pid);
    }

    private synchronized void wake() {
        if (!started) {
            started = true;
            Thread.ofPlatform().daemon().name("process-meter").start(this::run);
        }
        notifyAll();
    }

    private void run() {
        try {
            pause(FIRST_PAUSE_NANOS);
            ProcessReader reader = opener.get();
            while (awaitInterest()) {
                long begun = System.nanoTime();
                readAll(reader);
                long took = System.nanoTime() - begun;
                pause(Math.max(PERIOD_NANOS, took * REST_FACTOR));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError e) {
            // Not asked for before: a logger is looked for in all jars of the class path.
            System.getLogger("dev.bulkhead.engine")
                    .log(
                            System.Logger.Level.WARNING,
                            "the memory and CPU time of worker processes are not known: " + e);
        }
    }

    private void readAll(ProcessReader reader) {
        watched.forEach((pid, process) -> {
            if (process.isOfInterest()) {
                reader.read(pid).ifPresentOrElse(process::take, () -> watched.remove(pid));
            }
        });
    }

    /** Waits until somebody looks; false when the meter is closed. */
    private synchronized boolean awaitInterest() throws InterruptedException {
        while (!closed && watched.values().stream().noneMatch(Watched::isOfInterest)) {
            wait();
        }
        return !closed;
    }

    private synchronized void pause(long nanos) throws InterruptedException {
        long until = System.nanoTime() + nanos;
        for (long left = nanos; !closed && left > 0; left = until - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
