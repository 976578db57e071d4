package dev.bulkhead.engine.supervisor;

import dev.bulkhead.engine.archive.AotCache;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.StartPoint;
import dev.bulkhead.engine.usm.PassphraseKeys;
import dev.bulkhead.engine.usm.UserKeys;
import dev.bulkhead.engine.wire.FromWorker;
import dev.bulkhead.engine.wire.ToWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes the AOT cache of an image: a worker of that image does real jobs against simulated devices,
 * and its JVM writes down which classes that took.
 *
 * <p>All classes of a cache are loaded at each start, so the lessons are what most jobs need and no
 * more. Blocks for some ten seconds; the calling thread does everything.
 */
public final class WorkerTraining implements AutoCloseable {
    private static final Duration EXITING = Duration.ofSeconds(5);
    private static final Duration WRITING = Duration.ofMinutes(3);

    private final WorkerCommand plain;
    private final AotCache cache;
    private final Path draft;
    private final PassphraseKeys passphraseKeys = new PassphraseKeys();
    private final HeartbeatWatch heartbeats = new HeartbeatWatch();

    private WorkerTraining(WorkerCommand plain, AotCache cache) {
        this.plain = plain;
        this.cache = cache;
        this.draft = cache.place(0).resolveSibling("training.aot");
    }

    /**
     * Trains a worker and puts the cache beside the jars, in place of any that is there.
     *
     * @param java the {@code java} that workers will run on
     * @param classPath the jars they will run, in that order, all in one folder
     * @return the cache
     * @throws IOException if there are folders of classes among them, or the worker fails
     */
    public static Path run(Path java, List<Path> classPath)
            throws IOException, InterruptedException {
        AotCache cache =
                AotCache.of(AotCache.WORKER, java, classPath)
                        .orElseThrow(() ->
                                new IOException(
                                        "only jars that lie in one folder can have a cache, not "
                                                + classPath));
        cache.clear();
        try (WorkerTraining training =
                new WorkerTraining(new WorkerCommand(java, classPath), cache)) {
            training.train();
        }
        return cache.file().orElseThrow(() -> new IOException("the cache is not where it was put"));
    }

    private void train() throws IOException, InterruptedException {
        WorkerProcess devices = start(plain, WorkerSize.LARGE, false);
        try {
            List<Integer> ports = ports(listening(devices, Lessons.DEVICES));
            teach(new Lessons(ports.getFirst(), ports.getLast()));
        } finally {
            devices.kill(WorkerExit.Kind.STOPPED, "the training is over");
        }
        Path made = cache.place(Files.size(draft));
        Files.move(draft, made);
        examine(made);
    }

    /** A JVM that cannot use its cache says so and goes on without. */
    private void examine(Path made) throws IOException, InterruptedException {
        WorkerProcess worker =
                start(plain.with(new WorkerCommand.Archive.Use(made)), WorkerSize.SMALL, true);
        await(worker, message -> message instanceof FromWorker.Ready);
        worker.kill(WorkerExit.Kind.STOPPED, "the training is over");
        if (!worker.stderrTail().isEmpty()) {
            Files.delete(made);
            throw new IOException("it cannot be used: " + worker.stderrTail());
        }
    }

    private void teach(Lessons lessons) throws IOException, InterruptedException {
        WorkerProcess pupil =
                start(plain.with(new WorkerCommand.Archive.Make(draft)), WorkerSize.SMALL, true);
        try {
            await(pupil, message -> message instanceof FromWorker.Ready);
            for (JobSpec job : lessons.thatEnd()) {
                run(pupil, job);
                await(pupil, message -> message instanceof FromWorker.Done);
            }
            for (JobSpec job : lessons.thatGoOn()) {
                run(pupil, job);
                await(pupil, message -> message instanceof FromWorker.Samples);
                await(pupil, message -> message instanceof FromWorker.Samples);
                pupil.send(new ToWorker.Cancel());
                await(pupil, message -> message instanceof FromWorker.Done);
            }
        } catch (IOException e) {
            pupil.kill(WorkerExit.Kind.STOPPED, "the training failed");
            throw e;
        }
        heartbeats.remove(pupil);
        pupil.dismiss();
        WorkerExit exit = pupil.exit(WRITING);
        if (!Files.exists(draft)) {
            throw new IOException("no cache was written: " + exit.detail() + " " + exit.stderr());
        }
    }

    private WorkerProcess start(WorkerCommand command, WorkerSize size, boolean spare)
            throws IOException, InterruptedException {
        WorkerProcess worker = WorkerProcess.start(command, size, spare);
        try {
            worker.greet();
        } catch (IOException e) {
            WorkerExit exit = worker.exit(EXITING);
            throw new IOException(e.getMessage() + ": " + exit.detail() + " " + exit.stderr(), e);
        }
        heartbeats.add(worker);
        return worker;
    }

    private List<String> listening(WorkerProcess worker, JobSpec job) throws IOException {
        run(worker, job);
        return await(worker, message -> message instanceof FromWorker.Listening)
                        instanceof FromWorker.Listening(List<String> addresses)
                ? addresses
                : List.of();
    }

    private void run(WorkerProcess worker, JobSpec job) throws IOException {
        List<UserKeys> keys = JobRun.keysOf(job, passphraseKeys);
        worker.send(
                new ToWorker.Run(
                        job,
                        keys,
                        Supervisor.newEngineId(),
                        StartPoint.BEGINNING,
                        Instant.now(),
                        false));
    }

    /** Reads up to a message that is wanted; a job that fails is no lesson. */
    private static FromWorker await(WorkerProcess worker, Predicate<FromWorker> wanted)
            throws IOException {
        while (true) {
            FromWorker message =
                    worker.read()
                            .orElseThrow(() ->
                                    new IOException(
                                            "a worker ended during the training: "
                                                    + worker.stderrTail()));
            if (message instanceof FromWorker.Done done && done.failure().isPresent()) {
                throw new IOException(
                        "a job of the training failed: " + done.failure().get().message());
            }
            if (wanted.test(message)) {
                return message;
            }
        }
    }

    private static List<Integer> ports(List<String> addresses) {
        return addresses.stream()
                .map(address -> address.substring(address.lastIndexOf(':') + 1))
                .map(Integer::valueOf)
                .toList();
    }

    @Override
    public void close() throws IOException {
        heartbeats.close();
        Files.deleteIfExists(draft);
    }
}
