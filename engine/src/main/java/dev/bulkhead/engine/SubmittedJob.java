package dev.bulkhead.engine;

import dev.bulkhead.engine.diagnosis.Diagnosis;
import dev.bulkhead.engine.diagnosis.Probe;
import dev.bulkhead.engine.discovery.Discovery;
import dev.bulkhead.engine.discovery.SweepProgress;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.notification.Refusal;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.supervisor.JobObserver;
import dev.bulkhead.engine.supervisor.JobRun;
import dev.bulkhead.engine.supervisor.ProcessUsage;
import dev.bulkhead.engine.supervisor.Supervisor;
import dev.bulkhead.engine.supervisor.WorkerExit;
import dev.bulkhead.engine.trace.Packet;
import dev.bulkhead.engine.wire.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A job between the supervisor, which it observes, and the user's listener. */
final class SubmittedJob implements JobHandle, JobObserver {
    private final JobId id;
    private final JobSpec spec;
    private final Consumer<JobEvent> listener;
    private final Consumer<SubmittedJob> atEnd;
    private final CountDownLatch done = new CountDownLatch(1);
    private final CompletableFuture<JobRun> run = new CompletableFuture<>();
    private final AtomicLong varBinds = new AtomicLong();
    private volatile long startedNanos;
    private volatile boolean isStarted;

    SubmittedJob(
            JobId id, JobSpec spec, Consumer<JobEvent> listener, Consumer<SubmittedJob> atEnd) {
        this.id = id;
        this.spec = spec;
        this.listener = listener;
        this.atEnd = atEnd;
    }

    void start(Supervisor supervisor, boolean traced) {
        run.complete(supervisor.start(spec, this, id.toString(), traced));
    }

    @Override
    public JobId id() {
        return id;
    }

    @Override
    public JobSpec spec() {
        return spec;
    }

    @Override
    public void cancel() {
        run.join().cancel();
    }

    @Override
    public void trace(boolean on) {
        run.join().trace(on);
    }

    @Override
    public void killWorker() {
        run.join().replaceWorker();
    }

    @Override
    public boolean isDone() {
        return done.getCount() == 0;
    }

    @Override
    public boolean await(Duration atMost) throws InterruptedException {
        return done.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Optional<WorkerStatus> worker() {
        if (isDone()) {
            return Optional.empty();
        }
        JobRun now = run.join();
        Figures figures = now.figures();
        ProcessUsage usage = now.usage();
        return now.pid()
                .map(pid ->
                        new WorkerStatus(
                                pid,
                                stateWord(now),
                                usage.residentBytes(),
                                usage.cpuTime(),
                                usage.cpuLoad(),
                                figures.requests(),
                                now.requestsPerSecond(),
                                figures.timeouts(),
                                figures.retries(),
                                figures.strays(),
                                figures.queued(),
                                now.restarts(),
                                figures.listen()));
    }

    private static String stateWord(JobRun run) {
        return run.state().map(state -> state.word()).orElse("restarting");
    }

    @Override
    public List<String> stderrTail() {
        return run.join().stderrTail();
    }

    @Override
    public void started(long pid, int restarts) {
        if (!isStarted) {
            startedNanos = System.nanoTime();
            isStarted = true;
        }
        listener.accept(new JobEvent.Started(id, Instant.now(), pid, restarts));
    }

    @Override
    public void listening(List<String> addresses) {
        listener.accept(new JobEvent.Listening(id, Instant.now(), addresses));
    }

    @Override
    public void samples(List<Sample> samples) {
        for (Sample sample : samples) {
            varBinds.addAndGet(sample.varBinds().size());
        }
        listener.accept(new JobEvent.Samples(id, Instant.now(), samples));
    }

    @Override
    public void notifications(List<Notification> notifications) {
        listener.accept(new JobEvent.Notifications(id, Instant.now(), notifications));
    }

    @Override
    public void refused(Refusal refusal) {
        listener.accept(new JobEvent.SenderRefused(id, Instant.now(), refusal));
    }

    @Override
    public void discovered(List<Discovery> discoveries) {
        for (Discovery discovery : discoveries) {
            if (discovery instanceof Discovery.Answered answered) {
                varBinds.addAndGet(answered.varBinds().size());
            }
        }
        listener.accept(new JobEvent.Discovered(id, Instant.now(), discoveries));
    }

    @Override
    public void swept(SweepProgress progress) {
        listener.accept(new JobEvent.Swept(id, Instant.now(), progress));
    }

    @Override
    public void probed(Probe probe) {
        listener.accept(new JobEvent.Probed(id, Instant.now(), probe));
    }

    @Override
    public void diagnosed(Diagnosis diagnosis) {
        listener.accept(new JobEvent.Diagnosed(id, Instant.now(), diagnosis));
    }

    @Override
    public void gap(Instant from, Instant to, String reason, Optional<Integer> target) {
        listener.accept(new JobEvent.Gap(id, Instant.now(), from, to, reason, target));
    }

    @Override
    public void packets(List<Packet> packets) {
        listener.accept(new JobEvent.Packets(id, Instant.now(), packets));
    }

    @Override
    public void restarting(long pid, WorkerExit exit, Duration pause) {
        listener.accept(
                new JobEvent.Restarting(
                        id,
                        Instant.now(),
                        pid,
                        reason(exit.kind()),
                        exit.detail(),
                        pause,
                        exit.stderr()));
    }

    private static ExitReason reason(WorkerExit.Kind kind) {
        return switch (kind) {
            case FINISHED -> ExitReason.FINISHED;
            case STOPPED -> ExitReason.STOPPED;
            case CRASHED -> ExitReason.CRASHED;
            case OUT_OF_MEMORY -> ExitReason.OUT_OF_MEMORY;
            case HUNG -> ExitReason.HUNG;
            case KILLED -> ExitReason.KILLED;
        };
    }

    @Override
    public void ended(boolean cancelled, Optional<Failure> failure) {
        JobTotals totals = totals();
        Instant now = Instant.now();
        try {
            listener.accept(
                    failure.isPresent()
                            ? new JobEvent.Failed(id, now, failure.get(), totals)
                            : new JobEvent.Finished(id, now, cancelled, totals));
        } finally {
            atEnd.accept(this);
            done.countDown();
        }
    }

    private JobTotals totals() {
        Figures figures = run.join().figures();
        Duration elapsed =
                isStarted ? Duration.ofNanos(System.nanoTime() - startedNanos) : Duration.ZERO;
        return new JobTotals(
                varBinds.get(), figures.requests(), figures.timeouts(), elapsed, figures.listen());
    }
}
