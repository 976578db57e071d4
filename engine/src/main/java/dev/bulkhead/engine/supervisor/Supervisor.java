package dev.bulkhead.engine.supervisor;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.usm.PassphraseKeys;
import dev.bulkhead.engine.wire.ToWorker;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Runs jobs in worker processes: takes or starts workers, watches them, replaces them, keeps some
 * for the next job. Any thread.
 */
public final class Supervisor implements AutoCloseable {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    private final WorkerStarter starter;
    private final StartGate starts =
            new StartGate(Math.max(1, Runtime.getRuntime().availableProcessors()));
    private final SparePool spares;
    private final KeptWorkers kept;
    private final ExpectedWorker expected;
    private final HeartbeatWatch heartbeats = new HeartbeatWatch();
    private final ProcessMeter meter = new ProcessMeter();
    private final PassphraseKeys passphraseKeys = new PassphraseKeys();
    private final Set<JobRun> runs = ConcurrentHashMap.newKeySet();

    /**
     * Starts spare workers in the background.
     *
     * @param spareCount how many spares to have
     * @param keptCount how many workers to keep after their job
     * @param nanoTime the clock by which those are kept
     */
    public Supervisor(WorkerCommand command, int spareCount, int keptCount, LongSupplier nanoTime) {
        this.starter = new WorkerStarter(command);
        this.spares = new SparePool(starter, starts, spareCount);
        this.kept = new KeptWorkers(keptCount, nanoTime);
        this.expected = new ExpectedWorker(starter, starts, heartbeats);
    }

    /**
     * A job's own SnmpEngineID (RFC 3411 §5): no enterprise, format 5 (octets), 8 random ones. Not
     * two jobs have the same, so that one may send to another. It is no secret: a plain generator,
     * seeded by the clocks, spares a command line the 20 ms of looking for a secure one.
     */
    static OctetString newEngineId() {
        ByteBuffer id = ByteBuffer.allocate(5 + Long.BYTES);
        id.putInt(0x80000000).put((byte) 5).putLong(new SplittableRandom().nextLong());
        return new OctetString(id.array());
    }

    /** Starts a small worker for a job that is not known yet. Returns at once. */
    public void expectJob() {
        expected.start();
    }

    /** Starts a job on a thread of its own; the observer hears of it there. */
    public JobRun start(JobSpec spec, JobObserver observer, String name, boolean traced) {
        JobRun run = new JobRun(this, spec, observer, traced);
        runs.add(run);
        Thread.ofPlatform()
                .name(name)
                .daemon()
                .start(() -> {
                    try {
                        run.run();
                    } finally {
                        runs.remove(run);
                    }
                });
        return run;
    }

    /**
     * A worker that has the message and has greeted; blocks for a JVM's start if need be.
     *
     * @param key what a worker that was kept must have been kept for; empty for none such
     * @param message made when there is a process to send it to
     */
    WorkerProcess hire(
            WorkerSize size, Optional<Target> key, Supplier<ToWorker.Run> message, JobRun forRun)
            throws IOException, InterruptedException {
        Optional<WorkerProcess> woken = key.flatMap(this::wakeOne);
        if (woken.isPresent()) {
            WorkerProcess worker = woken.get();
            forRun.hired(worker);
            worker.send(message.get());
            return worker;
        }
        Optional<WorkerProcess> early = expected.take(size);
        if (early.isPresent()) {
            WorkerProcess worker = early.get();
            forRun.hired(worker);
            worker.begin();
            worker.send(message.get());
            return worker;
        }
        Optional<WorkerProcess> spare = starts.awaitJobsTurn(() -> spares.take(size));
        if (spare.isPresent()) {
            WorkerProcess worker = spare.get();
            forRun.hired(worker);
            heartbeats.add(worker);
            worker.begin();
            worker.send(message.get());
            return worker;
        }
        try {
            WorkerProcess worker =
                    starter.startForJob(
                            size,
                            started -> {
                                forRun.hired(started);
                                heartbeats.add(started);
                            });
            // Not before it has greeted: code of another build must never run a job.
            worker.begin();
            worker.send(message.get());
            return worker;
        } finally {
            starts.done();
        }
    }

    /** A worker that was kept for a target and is well; those that are not are thrown away. */
    private Optional<WorkerProcess> wakeOne(Target key) {
        for (Optional<WorkerProcess> next = kept.take(key);
                next.isPresent();
                next = kept.take(key)) {
            WorkerProcess worker = next.get();
            heartbeats.add(worker);
            if (worker.wake()) {
                return next;
            }
            dismissed(worker);
            worker.kill(WorkerExit.Kind.HUNG, "it did not wake");
        }
        return Optional.empty();
    }

    /** Keeps a worker after its job; false if it is not to be. */
    boolean keep(WorkerProcess worker, Target key) {
        if (!kept.keep(worker, key)) {
            return false;
        }
        dismissed(worker);
        return true;
    }

    void dismissed(WorkerProcess worker) {
        heartbeats.remove(worker);
        meter.forget(worker.pid());
    }

    ProcessMeter meter() {
        return meter;
    }

    PassphraseKeys passphraseKeys() {
        return passphraseKeys;
    }

    /** Cancels all jobs and ends all workers; blocks until the jobs' threads are done, briefly. */
    @Override
    public void close() {
        for (JobRun run : runs) {
            run.cancel();
        }
        spares.close();
        expected.close();
        kept.close();
        long until = System.nanoTime() + CLOSE_PATIENCE.toNanos();
        for (JobRun run : runs) {
            run.awaitEnd(until - System.nanoTime());
        }
        for (JobRun run : runs) {
            run.killWorker();
        }
        heartbeats.close();
        meter.close();
    }
}
