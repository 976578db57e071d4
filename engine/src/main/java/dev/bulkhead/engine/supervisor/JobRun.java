package dev.bulkhead.engine.supervisor;

import dev.bulkhead.engine.diagnosis.Diagnosis;
import dev.bulkhead.engine.diagnosis.Probe;
import dev.bulkhead.engine.discovery.Discovery;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.StartPoint;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.notification.Refusal;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.MissedRounds;
import dev.bulkhead.engine.usm.PassphraseKeys;
import dev.bulkhead.engine.usm.UserKeys;
import dev.bulkhead.engine.wire.Figures;
import dev.bulkhead.engine.wire.FromWorker;
import dev.bulkhead.engine.wire.ToWorker;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One job from its start to its end, through as many workers as it takes.
 *
 * <p><b>Sequence:</b> hire a worker and hand the job over; read its frames and tell the observer,
 * until it says that the job is done or its stream ends; then find out why it ended and, as {@link
 * Recovery} decides, hire the next or give up. All that is straight-line code on one thread, which
 * is also the one that calls the observer: while the observer blocks, nothing is read, the pipe
 * fills, and the worker's own rule for a slow parent applies.
 *
 * <p><b>Concurrency:</b> {@link #cancel} and the getters may be called from any thread.
 *
 * <p><b>Limits:</b> a cancelled worker has two seconds to end the job by itself.
 */
public final class JobRun {
    private static final Duration EXIT_PATIENCE = Duration.ofSeconds(2);

    private final Supervisor supervisor;
    private final JobObserver observer;
    private final Progress progress;
    private final Recovery recovery;
    private final OctetString engineId = Supervisor.newEngineId();
    private final CountDownLatch ended = new CountDownLatch(1);
    private JobSpec spec;
    private @Nullable WorkerProcess worker;
    private volatile boolean traced;
    private boolean cancelled;
    private int restarts;
    private Figures earlier = Figures.ZERO;
    private Figures current = Figures.ZERO;
    private final RequestRate rate = new RequestRate();
    private List<String> lastStderr = List.of();
    private Optional<String> gapReason = Optional.empty();

    JobRun(Supervisor supervisor, JobSpec spec, JobObserver observer, boolean traced) {
        this.traced = traced;
        this.supervisor = supervisor;
        this.spec = spec;
        this.observer = observer;
        this.progress = new Progress(spec);
        this.recovery = new Recovery(spec, RestartPolicy.standard());
    }

    void run() {
        Optional<Failure> failure;
        try {
            failure = runThroughWorkers();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = Optional.of(new Failure.WorkerLost("the job's thread was interrupted"));
        }
        try {
            observer.ended(isCancelled(), failure);
        } finally {
            letGo();
            ended.countDown();
        }
    }

    private Optional<Failure> runThroughWorkers() throws InterruptedException {
        List<UserKeys> keys = keysOf(spec, supervisor.passphraseKeys());
        while (!isCancelled()) {
            Optional<FromWorker.Done> done = Optional.empty();
            try {
                WorkerProcess hired =
                        supervisor.hire(WorkerSize.of(spec), key(), () -> message(keys), this);
                observer.started(hired.pid(), restarts);
                done = pump(hired);
            } catch (IOException e) {
                if (currentWorker() == null) {
                    return Optional.of(cannotStart(e));
                }
            }
            if (done.isPresent()) {
                closeGap();
                giveBack(done.get().failure());
                return done.get().failure();
            }
            Optional<Failure> lost = recover();
            if (lost.isPresent()) {
                return isCancelled() ? Optional.empty() : lost;
            }
        }
        return Optional.empty();
    }

    /** What a worker that was kept must have been kept for; a replacement is a fresh one. */
    private Optional<Target> key() {
        return restarts() == 0 ? KeptWorkers.keyOf(spec) : Optional.empty();
    }

    private static Failure cannotStart(IOException e) {
        return new Failure.LocalProblem(
                "no worker process can be started: " + e.getMessage(),
                "Check that this program's own Java runtime is complete and that processes may be"
                        + " started.");
    }

    /** The keys of a job's targets, in order, made of passphrases where they are not known yet. */
    static List<UserKeys> keysOf(JobSpec spec, PassphraseKeys known) {
        return switch (spec) {
            case JobSpec.Poll poll ->
                    poll.items().stream()
                            .map(item -> known.keysOf(item.target().credential()))
                            .toList();
            case JobSpec.Get get -> List.of(known.keysOf(get.target().credential()));
            case JobSpec.Walk walk -> List.of(known.keysOf(walk.target().credential()));
            case JobSpec.Table table -> List.of(known.keysOf(table.target().credential()));
            case JobSpec.Set set -> List.of(known.keysOf(set.target().credential()));
            case JobSpec.Notify notify -> List.of(known.keysOf(notify.target().credential()));
            case JobSpec.Listen listen -> listen.users().stream().map(known::keysOf).toList();
            case JobSpec.Discover discover ->
                    discover.credentials().stream().map(known::keysOf).toList();
            case JobSpec.Doctor doctor ->
                    doctor.attempts().stream()
                            .map(attempt -> known.keysOf(attempt.credential()))
                            .toList();
            case JobSpec.Simulate simulate -> List.of();
        };
    }

    private ToWorker.Run message(List<UserKeys> keys) {
        StartPoint start = progress.startPoint(System.nanoTime());
        return new ToWorker.Run(spec, keys, engineId, start, Instant.now(), traced);
    }

    /** Reads until the job is done; empty if the worker's stream ends before. */
    private Optional<FromWorker.Done> pump(WorkerProcess from) throws IOException {
        while (true) {
            Optional<FromWorker> message = from.read();
            if (message.isEmpty()) {
                return Optional.empty();
            }
            switch (message.get()) {
                case FromWorker.Hello hello -> {}
                case FromWorker.Ready ready -> {}
                case FromWorker.Beat(Figures figures) -> beat(figures);
                case FromWorker.Samples samples -> {
                    closeGap(samples.samples().getFirst().time());
                    progress.delivered(samples.samples());
                    observer.samples(samples.samples());
                }
                case FromWorker.Notifications those ->
                        observer.notifications(those.notifications());
                case FromWorker.Refused(Refusal refusal) -> observer.refused(refusal);
                case FromWorker.Discoveries those -> {
                    List<Discovery> fresh = progress.sweep().fresh(those.discoveries());
                    if (!fresh.isEmpty()) {
                        observer.discovered(fresh);
                    }
                }
                case FromWorker.Swept swept ->
                        observer.swept(progress.sweep().swept(swept.position(), swept.progress()));
                case FromWorker.Packets those -> observer.packets(those.packets());
                case FromWorker.Probed(Probe probe) -> observer.probed(probe);
                case FromWorker.Diagnosed(Diagnosis diagnosis) -> observer.diagnosed(diagnosis);
                case FromWorker.Gap gap ->
                        observer.gap(gap.from(), gap.to(), gap.reason(), Optional.empty());
                case FromWorker.Missed missed -> {
                    progress.missed(missed.rounds());
                    missed.rounds().forEach(this::tellMissed);
                }
                case FromWorker.RootsDone(int count) -> progress.rootsDone(count);
                case FromWorker.Listening listening -> {
                    spec = Recovery.withAddresses(spec, listening.addresses());
                    observer.listening(listening.addresses());
                }
                case FromWorker.Done done -> {
                    return Optional.of(done);
                }
            }
        }
    }

    private void closeGap() {
        closeGap(Instant.now());
    }

    private void closeGap(Instant to) {
        gapReason.ifPresent(reason -> {
            observer.gap(progress.lastTime(), to, reason, Optional.empty());
            progress.unanswered(reason).forEach(this::tellMissed);
        });
        gapReason = Optional.empty();
    }

    private void tellMissed(MissedRounds missed) {
        observer.gap(missed.from(), missed.to(), missed.reason(), Optional.of(missed.target()));
    }

    /** After a worker's death; empty to go on with another one, else why not. */
    private Optional<Failure> recover() throws InterruptedException {
        WorkerProcess dead = currentWorker();
        if (dead == null) {
            return Optional.of(new Failure.WorkerLost("there is none"));
        }
        WorkerExit exit = dead.exit(EXIT_PATIENCE);
        fired(exit);
        if (isCancelled()) {
            return Optional.of(new Failure.WorkerLost("the job was cancelled"));
        }
        Recovery.Decision decision = recovery.decide(exit, progress.gaveSome(), System.nanoTime());
        return switch (decision) {
            case Recovery.Decision.GiveUp(Optional<Failure> why) ->
                    Optional.of(why.orElseGet(() -> new Failure.WorkerLost(exit.detail())));
            case Recovery.Decision.Restart(Duration pause) -> {
                if (spec instanceof JobSpec.Poll) {
                    gapReason = Optional.of("worker " + Recovery.word(exit.kind()));
                }
                observer.restarting(dead.pid(), exit, pause);
                pause(pause);
                yield Optional.empty();
            }
        };
    }

    private synchronized void fired(WorkerExit exit) {
        restarts++;
        earlier = earlier.plus(current);
        current = Figures.ZERO;
        lastStderr = exit.stderr();
        if (worker != null) {
            supervisor.dismissed(worker);
            worker = null;
        }
    }

    private synchronized void pause(Duration pause) throws InterruptedException {
        long until = System.nanoTime() + pause.toNanos();
        for (long left = pause.toMillis(); !cancelled && left > 0; ) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        }
    }

    /**
     * Has the worker kept if it is good for another job, before anybody hears that this one is
     * over: who hears it may start the next at once. From here on the worker is not this job's.
     */
    private synchronized void giveBack(Optional<Failure> failure) {
        WorkerProcess last = worker;
        if (cancelled || last == null || !KeptWorkers.isGood(failure, current)) {
            return;
        }
        List<String> log = last.stderrTail();
        if (KeptWorkers.keyOf(spec).filter(key -> supervisor.keep(last, key)).isPresent()) {
            lastStderr = log;
            worker = null;
        }
    }

    private void letGo() {
        WorkerProcess last = currentWorker();
        if (last == null) {
            return;
        }
        supervisor.dismissed(last);
        last.dismiss();
        try {
            last.exit(EXIT_PATIENCE);
        } catch (InterruptedException e) {
            killWorker();
            Thread.currentThread().interrupt();
        }
    }

    /** Makes it the job's worker, in place of one that was refused if there was one. */
    synchronized void hired(WorkerProcess next) {
        if (worker != null) {
            supervisor.dismissed(worker);
        }
        worker = next;
        current = Figures.ZERO;
        rate.restart();
        if (cancelled) {
            next.kill(WorkerExit.Kind.STOPPED, "cancelled");
        }
    }

    private synchronized void beat(Figures figures) {
        current = figures;
        rate.counted(System.nanoTime(), figures.requests());
    }

    private synchronized @Nullable WorkerProcess currentWorker() {
        return worker;
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Asks the job to end. Does not block. */
    public void cancel() {
        WorkerProcess running;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            running = worker;
            notifyAll();
        }
        if (running != null) {
            Thread.ofPlatform().daemon().name("cancel").start(() -> stop(running));
        }
    }

    private void stop(WorkerProcess running) {
        try {
            running.send(new ToWorker.Cancel());
            if (!ended.await(EXIT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                running.kill(WorkerExit.Kind.STOPPED, "cancelled");
            }
        } catch (IOException e) {
            running.kill(WorkerExit.Kind.STOPPED, "cancelled");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells of each packet from now on, or no more; in the next worker too. */
    public void trace(boolean on) {
        traced = on;
        WorkerProcess running = currentWorker();
        if (running != null) {
            try {
                running.send(new ToWorker.Trace(on));
            } catch (IOException e) {
                // It is gone, and the next one will know.
            }
        }
    }

    void awaitEnd(long nanos) {
        try {
            ended.await(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the worker by force; the next takes over. Does not block. */
    public synchronized void replaceWorker() {
        WorkerProcess last = worker;
        if (last != null) {
            last.kill(WorkerExit.Kind.KILLED, "ended by the user");
        }
    }

    synchronized void killWorker() {
        WorkerProcess last = worker;
        if (last != null) {
            last.kill(WorkerExit.Kind.STOPPED, "the program ends");
        }
    }

    /** What all workers of the job counted together. */
    public synchronized Figures figures() {
        return earlier.plus(current);
    }

    /** How often the worker was replaced. */
    public synchronized int restarts() {
        return restarts;
    }

    /** The worker's process id; empty while there is none. */
    public synchronized Optional<Long> pid() {
        return Optional.ofNullable(worker).map(WorkerProcess::pid);
    }

    /** The worker's state; empty while there is none. */
    public synchronized Optional<WorkerState> state() {
        return Optional.ofNullable(worker).map(WorkerProcess::state);
    }

    /** What the worker takes of the machine; unknown at the first look. */
    public ProcessUsage usage() {
        return pid().map(supervisor.meter()::usage).orElse(ProcessUsage.UNKNOWN);
    }

    /** What the worker asks; empty for a start. */
    public synchronized Optional<Double> requestsPerSecond() {
        return rate.perSecond();
    }

    /** The last log lines of this worker, or of the one before if it has said nothing. */
    public synchronized List<String> stderrTail() {
        List<String> lines = worker == null ? List.of() : worker.stderrTail();
        return lines.isEmpty() ? lastStderr : lines;
    }
}
