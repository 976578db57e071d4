package dev.bulkhead.app.change;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The way every change takes: it is proposed, its old values are read, the user says yes, it is
 * sent, read back, and logged. One at a time.
 *
 * <p>The window's thread; engine threads hand over to it.
 */
public final class ChangesViewModel implements AutoCloseable {
    private final ChangeRunner runner;
    private final ValueLookup lookup;
    private final Supplier<MibNames> names;
    private final ChangeLog log;
    private final ReadOnlyObjectWrapper<Stage> stage =
            new ReadOnlyObjectWrapper<>(new Stage.Idle());
    private final List<Consumer<ChangeReport>> listeners = new ArrayList<>();
    private Consumer<ChangeReport> told = _ -> {};
    private Map<Oid, List<VarBind>> rows = Map.of();
    private List<ChangeEntry> undoing = List.of();
    private @Nullable Reading reading;

    /** Where a proposal is. */
    public sealed interface Stage {
        /** Nothing is proposed. */
        record Idle() implements Stage {}

        /** The old values are being read. */
        record Reading(ChangePlan plan) implements Stage {}

        /**
         * The user is asked.
         *
         * @param unread why some old value is not known
         */
        record Asking(ChangePlan plan, Optional<Failure> unread) implements Stage {}

        /** It is under way. */
        record Sending(ChangePlan plan) implements Stage {}

        /** It did not come about, or not wholly. */
        record Failed(ChangeReport report) implements Stage {}
    }

    /**
     * No changes yet.
     *
     * @param window runs what engine threads hand over
     */
    public ChangesViewModel(
            JobStarter jobs,
            Supplier<MibNames> names,
            InstantSource clock,
            Executor window,
            ChangeFile file) {
        runner = new ChangeRunner(jobs, window, clock);
        lookup = new ValueLookup(jobs, window);
        this.names = names;
        log = new ChangeLog(names, file, window);
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** The log, the newest first. */
    public ObservableList<ChangeEntry> log() {
        return log.entries();
    }

    ValueLookup lookup() {
        return lookup;
    }

    Supplier<MibNames> names() {
        return names;
    }

    /** Hears of every report, after the one who proposed it. */
    public void onReport(Consumer<ChangeReport> listener) {
        listeners.add(listener);
    }

    /**
     * Reads the old values of a plan and then asks the user; what was proposed before and is not
     * under way is dropped.
     *
     * @param done gets the report, if the user says yes
     * @return false if another change is being sent
     */
    public boolean propose(ChangePlan plan, Consumer<ChangeReport> done) {
        if (stage.get() instanceof Stage.Sending) {
            return false;
        }
        told = done;
        undoing = List.of();
        stage.set(new Stage.Reading(plan));
        Reading started = new Reading(plan);
        reading = started;
        started.next();
        return true;
    }

    /** Reads the old values of all places of a plan, one place after the other. */
    private final class Reading {
        private final ChangePlan plan;
        private final Map<Target, OneAnswer> answers = new HashMap<>();
        private final List<Place> left;
        private final Map<Oid, Rows> doomed = new LinkedHashMap<>();

        Reading(ChangePlan plan) {
            this.plan = plan;
            left =
                    new ArrayList<>(
                            plan.steps().stream().map(ChangeStep::place).distinct().toList());
            for (Assignment each : plan.assignments()) {
                Rows.ofInstance(names.get(), each.instance())
                        .filter(found -> found.removes(each))
                        .ifPresent(found -> doomed.put(each.instance(), found));
            }
        }

        void next() {
            if (reading != this) {
                return;
            }
            if (left.isEmpty()) {
                ask();
                return;
            }
            Place place = left.removeFirst();
            lookup.values(
                    place,
                    List.copyOf(instances(place)),
                    answer -> {
                        answers.put(place.target(), answer);
                        next();
                    });
        }

        private SequencedSet<Oid> instances(Place place) {
            SequencedSet<Oid> wanted = new LinkedHashSet<>();
            for (ChangeStep step : plan.steps()) {
                if (step.place().target().equals(place.target())) {
                    step.assignments().forEach(each -> wanted.add(each.instance()));
                }
            }
            doomed.forEach((status, of) -> {
                if (wanted.contains(status)) {
                    wanted.addAll(cells(status, of));
                }
            });
            return wanted;
        }

        private static List<Oid> cells(Oid status, Rows of) {
            return of.readable().stream()
                    .map(ObjectType::oid)
                    .map(column -> column.append(of.index(status)))
                    .toList();
        }

        private void ask() {
            reading = null;
            Map<Oid, List<VarBind>> found = new HashMap<>();
            doomed.forEach((status, of) -> found.put(status, cellValues(cells(status, of))));
            rows = found;
            List<ChangeStep> steps = plan.steps().stream().map(this::read).toList();
            Optional<Failure> unread =
                    answers.values().stream().flatMap(a -> a.failure().stream()).findFirst();
            stage.set(new Stage.Asking(new ChangePlan(plan.kind(), steps), unread));
        }

        private List<VarBind> cellValues(List<Oid> cells) {
            return answers.values().stream()
                    .flatMap(answer -> answer.varBinds().stream())
                    .filter(varBind -> cells.contains(varBind.name()))
                    .toList();
        }

        private ChangeStep read(ChangeStep step) {
            OneAnswer answer = answers.get(step.place().target());
            List<Assignment> filled = new ArrayList<>();
            for (Assignment each : step.assignments()) {
                filled.add(
                        each.withBefore(
                                Optional.ofNullable(answer)
                                        .flatMap(a -> a.value(each.instance()))));
            }
            List<ChangeStep> otherwise = step.otherwise().stream().map(this::read).toList();
            return new ChangeStep(step.place(), filled, otherwise, step.cleanup());
        }
    }

    /** The user says yes. */
    public void send() {
        if (stage.get() instanceof Stage.Asking(ChangePlan plan, _)) {
            stage.set(new Stage.Sending(plan));
            runner.run(plan, this::report);
        }
    }

    private void report(ChangeReport report) {
        log.add(report, rows);
        if (report.isDone()) {
            if (!undoing.isEmpty()) {
                log.setBack(undoing);
            }
            stage.set(new Stage.Idle());
        } else {
            stage.set(new Stage.Failed(report));
        }
        told.accept(report);
        listeners.forEach(listener -> listener.accept(report));
    }

    /** The user says no, or has read what went wrong; what is under way goes on. */
    public void cancel() {
        if (!(stage.get() instanceof Stage.Sending)) {
            reading = null;
            stage.set(new Stage.Idle());
        }
    }

    /**
     * Proposes the way back from entries of the log.
     *
     * @param places whom to ask for an entry, if anybody
     * @return whether any of them can be set back
     */
    public boolean setBack(
            List<ChangeEntry> entries,
            Function<ChangeEntry, Optional<Place>> places,
            Consumer<ChangeReport> done) {
        Optional<ChangePlan> plan = new SetBack(names.get(), places).plan(entries);
        boolean proposed = plan.filter(p -> propose(p, done)).isPresent();
        if (proposed) {
            undoing = List.copyOf(entries);
        }
        return proposed;
    }

    @Override
    public void close() {
        log.close();
    }
}
