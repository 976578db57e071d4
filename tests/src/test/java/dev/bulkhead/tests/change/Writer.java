package dev.bulkhead.tests.change;

import static org.awaitility.Awaitility.await;

import dev.bulkhead.app.change.ChangeEntry;
import dev.bulkhead.app.change.ChangeFile;
import dev.bulkhead.app.change.ChangeReport;
import dev.bulkhead.app.change.ChangesViewModel;
import dev.bulkhead.app.change.ChangesViewModel.Stage;
import dev.bulkhead.app.change.Place;
import dev.bulkhead.app.change.SetViewModel;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** The window's view models over a real engine, on a thread that stands for the window's. */
final class Writer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Engine engine = Engine.open(EngineSettings.ofThisProcess(1));
    private final ExecutorService window =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("window").factory());
    private final MibNames names =
            new MibNames(MibCompiler.compile(MibRepository.standard()).index());
    private final ChangesViewModel changes;

    Writer(Path logFile) {
        changes =
                new ChangesViewModel(
                        engine::submit,
                        () -> names,
                        InstantSource.system(),
                        window,
                        new ChangeFile(Optional.of(logFile)));
    }

    Engine engine() {
        return engine;
    }

    MibNames names() {
        return names;
    }

    ChangesViewModel changes() {
        return changes;
    }

    /** An empty desk. */
    SetViewModel desk() {
        return on(() -> new SetViewModel(changes));
    }

    Oid oid(String name) {
        try {
            return names.resolve(name);
        } catch (UnknownNameException unknown) {
            throw new AssertionError(unknown);
        }
    }

    /** Does something on the window's thread. */
    <T> T on(Callable<T> step) {
        try {
            return window.submit(step).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException problem) {
            throw new AssertionError(problem);
        }
    }

    void until(String what, BooleanSupplier isSo) {
        await(what).atMost(PATIENCE).until(() -> on(isSo::getAsBoolean));
    }

    private Stage stage() {
        return changes.stageProperty().get();
    }

    /** Waits for the question, says yes, and waits for the end. */
    ChangeReport confirm() {
        until("the question", () -> stage() instanceof Stage.Asking);
        ConcurrentLinkedQueue<ChangeReport> reports = new ConcurrentLinkedQueue<>();
        on(() -> {
            changes.onReport(reports::add);
            changes.send();
            return true;
        });
        await("the report").atMost(PATIENCE).until(() -> !reports.isEmpty());
        on(() -> {
            changes.cancel();
            return true;
        });
        return reports.element();
    }

    /** How many entries the log has. */
    int logged() {
        return on(() -> changes.log().size());
    }

    /**
     * Sets back all that was logged since the log had so many entries; false if nothing can be.
     *
     * @param at whom to ask
     */
    boolean setBackSince(int logged, Place at) {
        List<ChangeEntry> fresh =
                on(() -> {
                    int count = changes.log().size() - logged;
                    return new ArrayList<>(changes.log().subList(0, count));
                });
        boolean proposed = on(() -> changes.setBack(fresh, _ -> Optional.of(at), _ -> {}));
        if (proposed) {
            ChangeReport report = confirm();
            if (!report.isDone()) {
                throw new AssertionError("the way back failed: " + report.failure());
            }
        }
        return proposed;
    }

    /** All values below some objects. */
    SortedMap<Oid, VarBind> walk(Place place, List<String> roots) {
        ConcurrentLinkedQueue<VarBind> found = new ConcurrentLinkedQueue<>();
        if (!roots.isEmpty()) {
            JobHandle job =
                    engine.submit(
                            new JobSpec.Walk(
                                    place.target(),
                                    roots.stream().map(this::oid).toList(),
                                    WalkOptions.DEFAULT),
                            event -> {
                                if (event instanceof JobEvent.Samples samples) {
                                    samples.samples()
                                            .forEach(sample -> found.addAll(sample.varBinds()));
                                }
                            });
            await("a walk of " + roots).atMost(PATIENCE).until(job::isDone);
        }
        SortedMap<Oid, VarBind> sorted = new TreeMap<>();
        found.stream()
                .filter(varBind -> !(varBind.value() instanceof SmiValue.Marker))
                .forEach(varBind -> sorted.put(varBind.name(), varBind));
        return sorted;
    }

    @Override
    public void close() {
        changes.close();
        engine.close();
        window.shutdownNow();
    }
}
