package dev.bulkhead.app.pollrun;

import dev.bulkhead.app.export.Row;
import dev.bulkhead.app.pollrun.RunPlan.JobKey;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A poll set that runs: jobs, and sinks that are told what they bring.
 *
 * <p>States: new, running, stopped; {@link #stop} writes all that came and may be called by any
 * thread, twice too. A job whose worker died too often begins anew after a minute, and all the time
 * until then is a gap; so a run ends only when it is told to, or because a sink's reader is gone.
 *
 * <p>Concurrency: one lock, which events of the jobs, the timer and {@code stop} take. Events of a
 * job that was replaced are dropped.
 */
public final class PollRun {
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);
    private static final String STOPPED = "not polled";

    private final RunPlan plan;
    private final Jobs jobs;
    private final List<Sink> sinks;
    private final Consumer<String> say;
    private final InstantSource clock;
    private final Searcher searcher;
    private final List<RunJob> running = new ArrayList<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().daemon().name("poll-run").unstarted(task));
    private boolean started;
    private boolean stopped;
    private long values;

    /** Starts jobs: {@code engine::submit}. */
    @FunctionalInterface
    public interface Jobs {
        JobHandle submit(JobSpec spec, Consumer<JobEvent> listener);
    }

    /**
     * A run that has not begun.
     *
     * @param say tells the user a line of what is not as it should be
     */
    public PollRun(
            RunPlan plan, Jobs jobs, List<Sink> sinks, Consumer<String> say, InstantSource clock) {
        this.plan = plan;
        this.jobs = jobs;
        this.sinks = List.copyOf(sinks);
        this.say = say;
        this.clock = clock;
        this.searcher = new Searcher(plan, jobs, this::found);
    }

    /** Begins. */
    public synchronized void start() {
        if (started || stopped) {
            throw new IllegalStateException("a run starts once");
        }
        started = true;
        for (JobKey key : plan.jobs()) {
            running.add(new RunJob(key));
        }
        Instant now = clock.instant();
        plan.devices().forEach(device -> tell(happened(now, Told.What.STARTED, device, "")));
        searcher.start();
        running.forEach(RunJob::start);
        timer.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    /** Looks at what sinks have while no round is half told. */
    public synchronized <T> T still(Supplier<T> look) {
        return look.get();
    }

    /** How many values came. */
    public synchronized long values() {
        return values;
    }

    private synchronized void found(Map<String, List<Oid>> instances) {
        if (!stopped) {
            running.forEach(job -> job.found(instances));
        }
    }

    private void tick() {
        try {
            synchronized (this) {
                if (!stopped) {
                    Instant now = clock.instant();
                    running.forEach(job -> job.look(now));
                    searcher.look(now);
                    sinks.forEach(sink -> sink.tick(now));
                }
            }
        } catch (RuntimeException e) {
            say.accept("bulkhead: " + e);
        }
    }

    /** Ends all jobs, writes what came and closes the sinks. Blocks for the disk. */
    public void stop() {
        List<JobHandle> ending;
        synchronized (this) {
            if (stopped) {
                return;
            }
            stopped = true;
            ending = running.stream().flatMap(job -> job.handle.stream()).toList();
            Instant now = clock.instant();
            plan.devices().forEach(device -> tell(happened(now, Told.What.STOPPED, device, "")));
            sinks.forEach(Sink::close);
        }
        searcher.stop();
        timer.shutdownNow();
        ending.forEach(JobHandle::cancel);
    }

    private static Told.Happened happened(
            Instant time, Told.What what, Told.Device device, String text) {
        return new Told.Happened(time, what, Optional.of(device), Optional.empty(), text);
    }

    private void tell(Told told) {
        if (told instanceof Told.Value) {
            values++;
        }
        sinks.forEach(sink -> sink.take(told));
    }

    /** One of the jobs; under the run's lock. */
    private final class RunJob {
        private final JobKey key;
        private List<RunDevice> devices = List.of();
        private Optional<JobHandle> handle = Optional.empty();
        private int run;
        private Optional<Instant> again = Optional.empty();
        private Instant downSince = Instant.EPOCH;
        private final Map<Object, SeriesState> made = new HashMap<>();

        RunJob(JobKey key) {
            this.key = key;
            devices = plan.devices(key, Map.of(), made);
        }

        void start() {
            run++;
            int mine = run;
            handle.ifPresent(JobHandle::cancel);
            handle = Optional.empty();
            again = Optional.empty();
            if (devices.isEmpty()) {
                return;
            }
            List<JobSpec.Poll.Item> items = devices.stream().map(RunDevice::item).toList();
            JobSpec.Poll spec = new JobSpec.Poll(items, new Schedule(key.every(), 0));
            handle = Optional.of(jobs.submit(spec, event -> accept(event, mine)));
        }

        void found(Map<String, List<Oid>> now) {
            List<RunDevice> fresh = plan.devices(key, now, made);
            boolean same = handle.isPresent() && names(fresh).equals(names(devices));
            if (!same) {
                devices = fresh;
                start();
            }
        }

        private static List<List<String>> names(List<RunDevice> some) {
            return some.stream()
                    .map(each -> each.series().stream().map(s -> s.series().name()).toList())
                    .toList();
        }

        void look(Instant now) {
            if (again.isPresent() && !now.isBefore(again.get())) {
                gap(Optional.empty(), downSince, now, STOPPED);
                start();
            }
        }

        private void accept(JobEvent event, int itsRun) {
            synchronized (PollRun.this) {
                if (itsRun == run && !stopped) {
                    take(event);
                }
            }
        }

        private void take(JobEvent event) {
            switch (event) {
                case JobEvent.Started started ->
                        tell(
                                job(
                                        event,
                                        JobRows.row(started, "started")
                                                .put("pid", started.pid())
                                                .put("restarts", started.restarts())));
                case JobEvent.Samples samples -> samples.samples().forEach(this::take);
                case JobEvent.Gap gap -> {
                    if (gap.target().isEmpty()) {
                        devices.forEach(RunDevice::forget);
                    }
                    gap(gap.target(), gap.from(), gap.to(), gap.reason());
                }
                case JobEvent.Restarting restarting -> restarting(restarting);
                case JobEvent.Failed failed -> {
                    say.accept("bulkhead: " + failed.failure().message());
                    tell(job(event, JobRows.failed(failed)));
                    down(event.time(), failed.failure().message());
                }
                case JobEvent.Finished finished -> tell(job(event, JobRows.finished(finished)));
                case JobEvent.Notifications _,
                        JobEvent.SenderRefused _,
                        JobEvent.Discovered _,
                        JobEvent.Swept _,
                        JobEvent.Packets _,
                        JobEvent.Probed _,
                        JobEvent.Diagnosed _,
                        JobEvent.Listening _ -> {}
            }
        }

        private Told.Job job(JobEvent event, Row row) {
            return new Told.Job(event.time(), row);
        }

        /** The job was given up; it begins anew after a while. */
        private void down(Instant time, String reason) {
            handle = Optional.empty();
            downSince = time;
            again = Optional.of(time.plus(AGAIN_AFTER));
            gap(Optional.empty(), time, time, reason);
            devices.forEach(RunDevice::forget);
            say.accept("bulkhead: it is tried again in " + AGAIN_AFTER.toSeconds() + " s");
        }

        private void restarting(JobEvent.Restarting event) {
            String why = "worker " + event.reason().word();
            say.accept(
                    "bulkhead: worker "
                            + event.pid()
                            + " "
                            + event.reason().word()
                            + (event.detail().isEmpty() ? "" : " (" + event.detail() + ")")
                            + "; another takes over in "
                            + event.delay().toMillis()
                            + " ms");
            tell(
                    new Told.Happened(
                            event.time(),
                            Told.What.WORKER_RESTART,
                            Optional.empty(),
                            Optional.empty(),
                            why));
            tell(job(event, JobRows.restarting(event)));
            gap(Optional.empty(), event.time(), event.time(), why);
        }

        private void gap(Optional<Integer> target, Instant from, Instant to, String reason) {
            List<RunDevice> those = target.map(devices::get).map(List::of).orElse(devices);
            for (RunDevice device : those) {
                device.series()
                        .forEach(each -> tell(new Told.Gap(each.series(), from, to, reason)));
            }
        }

        private void take(Sample sample) {
            RunDevice device = devices.get(sample.target());
            if (sample.failure().isPresent()) {
                tell(
                        new Told.Job(
                                sample.time(),
                                JobRows.failure(sample, device.device(), sample.failure().get())));
                String reason = sample.failure().get().message();
                gap(Optional.of(sample.target()), sample.time(), sample.time(), reason);
                return;
            }
            device.answered(sample).forEach(PollRun.this::tell);
        }
    }
}
