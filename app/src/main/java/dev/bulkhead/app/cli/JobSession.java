package dev.bulkhead.app.cli;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs for a verb, and ends them when the user or the reader of our output has had enough.
 *
 * <p>The listener runs on the job's thread. If it finds standard output closed, the job is
 * cancelled and the run ends quietly. Ctrl-C ends this process through {@link Runtime}'s shutdown,
 * which closes the engine; nothing is said about workers that die of the same Ctrl-C.
 */
final class JobSession implements AutoCloseable {
    /** Longer than any job runs. */
    private static final Duration FOREVER = Duration.ofDays(36_500);

    private final Terminal terminal;
    private final Tracing tracing;
    private final Engine engine;
    private final Thread atShutdown;
    private volatile boolean stopping;
    private volatile @Nullable Supplier<String> summary;
    private volatile boolean failed;
    private volatile boolean outputClosed;
    private volatile @Nullable RuntimeException bug;

    /** Opens an engine without spare workers: there will be one job, and nothing to wait for. */
    JobSession(Terminal terminal) {
        this(terminal, Tracing.none(terminal));
    }

    /** The same with packets told of. */
    JobSession(Terminal terminal, Tracing tracing) {
        this.terminal = terminal;
        this.tracing = tracing;
        this.engine = Engine.open(EngineSettings.ofThisProcess(0));
        this.atShutdown = new Thread(this::stop, "shutdown");
        Runtime.getRuntime().addShutdownHook(atShutdown);
    }

    /** Starts a worker before its job is known. */
    void expectJob() {
        engine.expectJob();
    }

    /** What to say if the user ends the run before its end. */
    void ifInterrupted(Supplier<String> words) {
        summary = words;
    }

    private void stop() {
        stopping = true;
        terminal.screen().clear();
        Supplier<String> words = summary;
        if (words != null) {
            terminal.say(words.get());
        }
        engine.close();
        tracing.close();
    }

    /** Runs a job and hands its variable bindings on, sample by sample. Failures are told. */
    void run(JobSpec spec, Consumer<Sample> samples) throws InterruptedException {
        runEvents(spec, event -> take(event, samples));
    }

    private void take(JobEvent event, Consumer<Sample> samples) {
        switch (event) {
            case JobEvent.Samples some -> {
                for (Sample sample : some.samples()) {
                    sample.failure().ifPresent(this::fail);
                    samples.accept(sample);
                }
            }
            case JobEvent.Failed end -> fail(end.failure());
            case JobEvent.Restarting restarting -> tell(restarting);
            case JobEvent.Started started -> {}
            case JobEvent.Listening listening -> {}
            case JobEvent.Gap gap -> {}
            case JobEvent.Packets packets -> {}
            case JobEvent.Notifications notifications -> {}
            case JobEvent.SenderRefused refused -> {}
            case JobEvent.Discovered discovered -> {}
            case JobEvent.Swept swept -> {}
            case JobEvent.Probed probed -> {}
            case JobEvent.Diagnosed diagnosed -> {}
            case JobEvent.Finished end -> {}
        }
    }

    /** Runs a job and hands all its events on. Blocks until it ended. */
    void runEvents(JobSpec spec, Consumer<JobEvent> listener) throws InterruptedException {
        CompletableFuture<JobHandle> handle = new CompletableFuture<>();
        handle.complete(submit(spec, event -> deliver(event, listener, handle)));
        await(handle.join());
    }

    /** The same with the job itself, for who wants to look at its worker. */
    void runWatched(JobSpec spec, BiConsumer<JobEvent, JobHandle> listener)
            throws InterruptedException {
        CompletableFuture<JobHandle> handle = new CompletableFuture<>();
        handle.complete(
                submit(
                        spec,
                        event -> deliver(event, e -> listener.accept(e, handle.join()), handle)));
        await(handle.join());
    }

    /** Starts a job and returns at once. */
    JobHandle start(JobSpec spec, Consumer<JobEvent> listener) {
        CompletableFuture<JobHandle> handle = new CompletableFuture<>();
        handle.complete(submit(spec, event -> deliver(event, listener, handle)));
        return handle.join();
    }

    private JobHandle submit(JobSpec spec, Consumer<JobEvent> listener) {
        return tracing.isOn() ? engine.submitTraced(spec, listener) : engine.submit(spec, listener);
    }

    void await(JobHandle handle) throws InterruptedException {
        handle.await(FOREVER);
        if (stopping) {
            waitForTheEnd();
        }
        RuntimeException found = bug;
        if (found != null) {
            throw found;
        }
        if (outputClosed) {
            throw new ClosedOutputException(new IllegalStateException("nobody reads"));
        }
    }

    private void deliver(
            JobEvent event, Consumer<JobEvent> listener, CompletableFuture<JobHandle> handle) {
        if (stopping || outputClosed || bug != null) {
            return;
        }
        try {
            if (event instanceof JobEvent.Packets those) {
                tracing.take(those.packets());
                return;
            }
            listener.accept(event);
            terminal.out().flush();
        } catch (ClosedOutputException e) {
            outputClosed = true;
            var _ = handle.thenAccept(JobHandle::cancel);
        } catch (RuntimeException e) {
            bug = e;
            var _ = handle.thenAccept(JobHandle::cancel);
        }
    }

    /** The process ends of a signal: going on would end it before its hooks, with another code. */
    private static void waitForTheEnd() {
        while (true) {
            LockSupport.park();
        }
    }

    /** Says what went wrong and what to try; the run's exit code is 1 from now on. */
    void fail(Failure failure) {
        failed = true;
        terminal.say("bulkhead: " + failure.message());
        terminal.say(failure.advice());
    }

    void tell(JobEvent.Restarting event) {
        terminal.say(
                "bulkhead: worker "
                        + event.pid()
                        + " "
                        + event.reason().word()
                        + (event.detail().isEmpty() ? "" : " (" + event.detail() + ")")
                        + "; another takes over in "
                        + event.delay().toMillis()
                        + " ms");
    }

    int exitCode() {
        return failed ? ExitCode.FAILED : ExitCode.SUCCESS;
    }

    @Override
    public void close() {
        terminal.screen().clear();
        try {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook is closing the engine.
            waitForTheEnd();
        }
        engine.close();
        tracing.close();
    }
}
