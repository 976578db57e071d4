package dev.bulkhead.engine;

import dev.bulkhead.engine.job.CoreFiles;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.supervisor.Supervisor;
import dev.bulkhead.engine.supervisor.WorkerCommand;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Runs jobs, each in a child JVM of its own, which may serve the next job that asks the same target
 * with the same credential. Closing it, or the end of this process however it comes, ends all
 * workers.
 *
 * <p>To walk the system group of an agent at a port of this machine:
 *
 * {@snippet :
 * Credential credential = new Credential.Community(SnmpVersion.V2C, new Secret("public"));
 * Target target = new Target("127.0.0.1", port, credential, Duration.ofSeconds(1), 1);
 * List<Oid> roots = List.of(Oid.parse("1.3.6.1.2.1.1"));
 * try (Engine engine = Engine.open(EngineSettings.ofThisProcess(1));
 *         JobEvents events =
 *                 engine.events(new JobSpec.Walk(target, roots, WalkOptions.DEFAULT))) {
 *     for (JobEvent event : events) {
 *         switch (event) {
 *             case JobEvent.Samples some ->
 *                     some.samples().forEach(s -> s.varBinds().forEach(values::add));
 *             case JobEvent.Failed failed -> failures.add(failed.failure().message());
 *             default -> {}
 *         }
 *     }
 * }
 * }
 *
 * <p>The same with a listener, which is called while the caller does something else:
 *
 * {@snippet :
 * try (Engine engine = Engine.open(EngineSettings.ofThisProcess(1))) {
 *     JobHandle job =
 *             engine.submit(
 *                     new JobSpec.Walk(target, roots, WalkOptions.DEFAULT),
 *                     event -> {
 *                         switch (event) {
 *                             case JobEvent.Samples some ->
 *                                     some.samples().forEach(s -> s.varBinds().forEach(values::add));
 *                             case JobEvent.Failed failed -> failures.add(failed.failure().message());
 *                             default -> {}
 *                         }
 *                     });
 *     job.await(Duration.ofMinutes(1));
 * }
 * }
 */
public final class Engine implements AutoCloseable {
    private final Supervisor supervisor;
    private final Map<Long, SubmittedJob> jobs = new ConcurrentSkipListMap<>();
    private final AtomicLong lastNumber = new AtomicLong();

    private Engine(Supervisor supervisor) {
        this.supervisor = supervisor;
    }

    /**
     * Opens an engine; spare workers start in the background. From then on this process has secrets
     * in its memory, which is kept out of core files.
     */
    public static Engine open(EngineSettings settings) {
        return open(settings, System::nanoTime);
    }

    /** With a clock of one's own for how long workers are kept, in nanoseconds. */
    static Engine open(EngineSettings settings, LongSupplier nanoTime) {
        CoreFiles.withoutMemory();
        WorkerCommand command = new WorkerCommand(settings.javaCommand(), settings.classPath());
        return new Engine(new Supervisor(command, settings.spares(), settings.kept(), nanoTime));
    }

    /**
     * Starts a worker for a job that is not known yet, and returns at once: for who knows that
     * there will be one, but has to find out first what it is to ask. The first small job takes it.
     */
    public void expectJob() {
        supervisor.expectJob();
    }

    /**
     * Starts a job. Returns at once.
     *
     * @param listener gets the job's events in order, on one thread a job, never two at a time;
     *     while it blocks, the job's worker is slowed down (walks) or loses rounds (polls)
     */
    public JobHandle submit(JobSpec spec, Consumer<JobEvent> listener) {
        return submit(spec, false, listener);
    }

    /** The same with {@link JobEvent.Packets} from the first packet on. */
    public JobHandle submitTraced(JobSpec spec, Consumer<JobEvent> listener) {
        return submit(spec, true, listener);
    }

    private JobHandle submit(JobSpec spec, boolean traced, Consumer<JobEvent> listener) {
        JobId id = new JobId(lastNumber.incrementAndGet());
        SubmittedJob job =
                new SubmittedJob(id, spec, listener, ended -> jobs.remove(ended.id().number()));
        jobs.put(id.number(), job);
        job.start(supervisor, traced);
        return job;
    }

    /**
     * Starts a job whose events are taken one by one. Returns at once.
     *
     * @return to be closed, which cancels the job if it has not ended
     */
    public JobEvents events(JobSpec spec) {
        JobEvents events = new JobEvents();
        events.follow(submit(spec, events::put));
        return events;
    }

    /** The jobs that have not ended, oldest first. */
    public List<JobHandle> jobs() {
        return List.copyOf(jobs.values());
    }

    /** Cancels all jobs and ends all workers; blocks at most a few seconds. */
    @Override
    public void close() {
        supervisor.close();
    }
}
