package dev.bulkhead.engine.supervisor;

import dev.bulkhead.engine.archive.AotCache;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Starts worker processes, and lets none go to work that has not said that it is of this build. How
 * many start at once is {@link StartGate}'s business.
 *
 * <p><b>AOT cache:</b> looked for at the first start. If a worker that used it is of another build
 * or dies before it greets, the cache is not used again and the worker is started once more without
 * it; the log of each worker from then on says so. Any thread.
 */
final class WorkerStarter {
    private static final Duration EXIT_PATIENCE = Duration.ofSeconds(2);

    private final WorkerCommand plain;
    private @Nullable WorkerCommand command;
    private Optional<String> refusal = Optional.empty();

    WorkerStarter(WorkerCommand plain) {
        this.plain = plain;
    }

    /**
     * Starts a worker that gets its job at once. Blocks until it has greeted.
     *
     * @param started gets it before it has greeted; a second one if the first was refused
     */
    WorkerProcess startForJob(WorkerSize size, Consumer<WorkerProcess> started)
            throws IOException, InterruptedException {
        return start(size, false, started);
    }

    /** Starts a small worker that warms up and waits for its job. Blocks until it has greeted. */
    WorkerProcess startSpare() throws IOException, InterruptedException {
        return start(WorkerSize.SMALL, true, worker -> {});
    }

    private WorkerProcess start(WorkerSize size, boolean spare, Consumer<WorkerProcess> started)
            throws IOException, InterruptedException {
        WorkerCommand tried = command();
        WorkerProcess worker = launch(tried, size, spare, started);
        try {
            worker.greet();
            return worker;
        } catch (IOException e) {
            Optional<String> fault = faultOf(worker, tried.archive(), e);
            if (fault.isEmpty()) {
                throw e;
            }
            refuse(fault.get());
        }
        WorkerProcess second = launch(command(), size, spare, started);
        second.greet();
        return second;
    }

    private WorkerProcess launch(
            WorkerCommand with, WorkerSize size, boolean spare, Consumer<WorkerProcess> started)
            throws IOException {
        WorkerProcess worker = WorkerProcess.start(with, size, spare);
        refusal().ifPresent(worker::note);
        started.accept(worker);
        return worker;
    }

    /** What speaks against a cache: another build, or a crash that nobody else caused. */
    private static Optional<String> faultOf(
            WorkerProcess worker, WorkerCommand.Archive archive, IOException why)
            throws InterruptedException {
        if (!(archive instanceof WorkerCommand.Archive.Use(Path file))) {
            return Optional.empty();
        }
        WorkerExit exit = worker.exit(EXIT_PATIENCE);
        if (!(why instanceof OtherBuildException) && exit.kind() != WorkerExit.Kind.CRASHED) {
            return Optional.empty();
        }
        return Optional.of(
                "started without the AOT cache "
                        + file
                        + ", as with it "
                        + why.getMessage()
                        + ": "
                        + exit.detail());
    }

    private synchronized WorkerCommand command() {
        WorkerCommand known = command;
        if (known == null) {
            known =
                    AotCache.of(AotCache.WORKER, plain.java(), plain.classPath())
                            .flatMap(AotCache::file)
                            .map(file -> plain.with(new WorkerCommand.Archive.Use(file)))
                            .orElse(plain);
            command = known;
        }
        return known;
    }

    private synchronized void refuse(String fault) {
        command = plain;
        refusal = Optional.of(fault);
    }

    private synchronized Optional<String> refusal() {
        return refusal;
    }
}
