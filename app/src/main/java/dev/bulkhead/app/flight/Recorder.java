package dev.bulkhead.app.flight;

import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.recording.RecordingException;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records a device: walks it once or again and again, or polls some of its instances, and writes
 * each reading as soon as it is whole.
 *
 * <p>Whoever calls {@link #run} waits; {@link #cancel} may come from any thread, and keeps what was
 * recorded. The listener is called on the jobs' threads.
 */
public final class Recorder {
    private static final Oid SYS_UP_TIME = Oid.of(1, 3, 6, 1, 2, 1, 1, 3, 0);
    private static final Duration FOREVER = Duration.ofDays(36_500);

    private final RecordingPlan plan;
    private final Starter jobs;
    private final Consumer<RecordingProgress> listener;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final AtomicReference<@Nullable JobHandle> job = new AtomicReference<>();
    private final Tape tape;

    /** Starts jobs; {@code engine::submit}. */
    @FunctionalInterface
    public interface Starter {
        JobHandle submit(JobSpec spec, Consumer<JobEvent> listener);
    }

    /**
     * @param folder where to; not there yet, or empty
     * @param listener is told how far it is, often
     */
    public Recorder(
            RecordingPlan plan, Path folder, Starter jobs, Consumer<RecordingProgress> listener) {
        this.plan = plan;
        this.jobs = jobs;
        this.listener = listener;
        this.tape = new Tape(plan, folder);
    }

    /**
     * Records until the plan is done or it is cancelled.
     *
     * @return how far it came; no passes means that the device gave nothing, and no folder is left
     * @throws RecordingException if the folder cannot be written; what is in it stays good
     */
    public RecordingProgress run() throws RecordingException, InterruptedException {
        tape.check();
        if (plan.walks()) {
            walkAgainAndAgain();
        } else {
            poll();
        }
        return tape.progress();
    }

    /** Ends it soon; what was read stays. */
    public void cancel() {
        cancelled.countDown();
        JobHandle now = job.get();
        if (now != null) {
            now.cancel();
        }
    }

    private boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    /** Readings start at multiples of the interval after the first answer. */
    private void walkAgainAndAgain() throws RecordingException, InterruptedException {
        Instant begun = Instant.now();
        long every = plan.every().toMillis();
        long offset = 0;
        boolean more = true;
        while (more) {
            walk();
            long now = tape.started().orElse(begun).until(Instant.now(), ChronoUnit.MILLIS);
            long next = plan.isSingle() ? 0 : Math.max(offset + every, now / every * every);
            more = !plan.isSingle() && isWithin(next) && !waits(Math.min(every, next - now));
            offset = next;
        }
    }

    private boolean isWithin(long millis) {
        return plan.lasts().isZero() || millis < plan.lasts().toMillis();
    }

    /** Waits for the next reading; returns whether it was cancelled. */
    private boolean waits(long millis) throws InterruptedException {
        return cancelled.await(millis, TimeUnit.MILLISECONDS);
    }

    private void walk() throws RecordingException, InterruptedException {
        WalkOptions options = WalkOptions.DEFAULT;
        follow(new JobSpec.Walk(plan.target(), plan.oids(), options), this::takeWalked);
        if (!isCancelled() || plan.isSingle()) {
            tape.endPass(plan.isSingle());
        }
        tell();
    }

    private void takeWalked(Sample sample) {
        tape.add(sample, List.of());
        sample.failure().ifPresent(tape::failed);
    }

    private void poll() throws RecordingException, InterruptedException {
        Duration every = plan.isSingle() ? Duration.ofSeconds(1) : plan.every();
        long rounds =
                plan.isSingle()
                        ? 1
                        : plan.lasts().isZero()
                                ? 0
                                : Math.max(1, plan.lasts().toMillis() / every.toMillis());
        JobSpec.Poll spec =
                new JobSpec.Poll(
                        List.of(new JobSpec.Poll.Item(plan.target(), plan.oids())),
                        new Schedule(every, rounds));
        follow(spec, this::takePolled);
        tape.endPass(false);
        tell();
    }

    private void takePolled(Sample sample) {
        tape.nextRound(sample.round());
        List<VarBind> along =
                sample
                        .upTimeTicks()
                        .filter(ticks -> !plan.oids().contains(SYS_UP_TIME))
                        .map(ticks -> new VarBind(SYS_UP_TIME, new SmiValue.TimeTicks(ticks)))
                        .stream()
                        .toList();
        tape.add(sample, along);
        sample.failure().ifPresent(tape::failed);
    }

    /** Runs a job to its end and hands on its samples. */
    private void follow(JobSpec spec, Consumer<Sample> samples)
            throws RecordingException, InterruptedException {
        JobHandle handle = jobs.submit(spec, event -> take(event, samples));
        job.set(handle);
        try {
            if (isCancelled()) {
                handle.cancel();
            }
            handle.await(FOREVER);
        } finally {
            handle.cancel();
            job.set(null);
        }
        tape.throwIfBroken();
    }

    private void take(JobEvent event, Consumer<Sample> samples) {
        switch (event) {
            case JobEvent.Samples some -> {
                some.samples().forEach(samples);
                tell();
                if (tape.isBroken()) {
                    cancel();
                }
            }
            case JobEvent.Failed failed -> tape.failed(failed.failure());
            case JobEvent.Gap gap -> tape.gap(gap.from(), gap.reason());
            case JobEvent.Restarting restarting ->
                    tape.problem("worker " + restarting.reason().word());
            case JobEvent.Started _, JobEvent.Listening _, JobEvent.Packets _ -> {}
            case JobEvent.Notifications _, JobEvent.SenderRefused _ -> {}
            case JobEvent.Discovered _, JobEvent.Swept _, JobEvent.Probed _ -> {}
            case JobEvent.Diagnosed _, JobEvent.Finished _ -> {}
        }
    }

    private void tell() {
        listener.accept(tape.progress());
    }

    /** The last failure, for who wants to give advice. */
    public Optional<Failure> failure() {
        return tape.failure();
    }

    /** When the first reading began; empty before it. */
    public Optional<Instant> started() {
        return tape.started();
    }
}
