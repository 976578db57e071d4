package dev.bulkhead.engine.supervisor;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills workers that say nothing: a stopped or deadlocked process is alive for the system but not
 * for us. A worker with a job beats every 400 ms; a starting one may take its time.
 *
 * <p>When this process itself stood still (suspended, starved), silence proves nothing: it is
 * forgiven. One thread of its own.
 */
final class HeartbeatWatch implements AutoCloseable {
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
    private static final long BEAT_LIMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);
    private static final long START_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Set<WorkerProcess> watched = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    HeartbeatWatch() {
        Thread.ofPlatform().daemon().name("heartbeats").start(this::watch);
    }

    void add(WorkerProcess worker) {
        watched.add(worker);
    }

    void remove(WorkerProcess worker) {
        watched.remove(worker);
    }

    private void watch() {
        long last = System.nanoTime();
        while (!closed) {
            LockSupport.parkNanos(TICK_NANOS);
            long now = System.nanoTime();
            boolean late = now - last > LATE_NANOS;
            last = now;
            for (WorkerProcess worker : watched) {
                if (late) {
                    worker.forgiveSilence();
                } else {
                    check(worker);
                }
            }
        }
    }

    private static void check(WorkerProcess worker) {
        long silent = worker.silentNanos();
        long limit =
                switch (worker.state()) {
                    case STARTING -> START_LIMIT_NANOS;
                    case RUNNING, STOPPING -> BEAT_LIMIT_NANOS;
                    case IDLE, ENDED -> Long.MAX_VALUE;
                };
        if (silent > limit) {
            String detail = "no sign of life for " + Duration.ofNanos(silent).toMillis() + " ms";
            worker.kill(WorkerExit.Kind.HUNG, detail);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
