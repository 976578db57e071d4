package dev.bulkhead.app.instance;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The instances of one column on one device, found by a walk of the column and of the one that
 * tells its rows apart.
 *
 * <p>Concurrency: the job's events come on an engine thread and are only queued; {@code hop} brings
 * the rest to JavaFX's thread, where everything else happens.
 */
public final class InstancesViewModel {
    static final int LIMIT = 2_000;

    private static final WalkOptions QUICK =
            new WalkOptions(25, true, true, 2L * LIMIT, Duration.ofSeconds(10));

    private final JobStarter jobs;
    private final Consumer<Runnable> hop;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ObservableList<Instance> shown = FXCollections.observableArrayList();
    private List<Instance> all = List.of();
    private @Nullable JobHandle job;
    private long asked;

    /**
     * Nothing asked yet.
     *
     * @param hop runs something on JavaFX's thread
     */
    public InstancesViewModel(JobStarter jobs, Consumer<Runnable> hop) {
        this.jobs = jobs;
        this.hop = hop;
        filter.subscribe(this::refilter);
    }

    StringProperty filterProperty() {
        return filter;
    }

    /** What goes on, or why there is nothing; "" once there are instances. */
    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Those that pass the filter, in the agent's order. */
    ObservableList<Instance> instances() {
        return shown;
    }

    /** Asks a device for a column's instances; what was asked before is cancelled. */
    public void find(Target target, MibNames names, Oid column) {
        cancel();
        all = List.of();
        filter.set("");
        shown.clear();
        state.set(Words.text("instance.asking"));
        long mine = ++asked;
        Optional<Oid> label = LabelColumn.of(names.index(), column);
        List<Oid> roots = new ArrayList<>(List.of(column));
        label.filter(oid -> !oid.equals(column)).ifPresent(roots::add);
        ConcurrentLinkedQueue<VarBind> found = new ConcurrentLinkedQueue<>();
        job =
                jobs.submit(
                        new JobSpec.Walk(target, roots, QUICK),
                        event -> {
                            switch (event) {
                                case JobEvent.Samples samples ->
                                        samples.samples()
                                                .forEach(sample -> found.addAll(sample.varBinds()));
                                case JobEvent.Finished _, JobEvent.Failed _ ->
                                        hop.accept(() -> {
                                            if (mine == asked) {
                                                take(instances(names, column, label, found));
                                            }
                                        });
                                default -> {}
                            }
                        });
    }

    /** Gives up what is being asked. */
    public void cancel() {
        JobHandle running = job;
        if (running != null && !running.isDone()) {
            running.cancel();
        }
        job = null;
    }

    private void take(List<Instance> found) {
        all = found;
        refilter();
    }

    private void refilter() {
        shown.setAll(all.stream().filter(each -> each.matches(filter.get())).toList());
        boolean nothing = shown.isEmpty();
        state.set(
                !nothing ? "" : Words.text(all.isEmpty() ? "instance.none" : "instance.no-match"));
    }

    private static List<Instance> instances(
            MibNames names, Oid column, Optional<Oid> label, Iterable<VarBind> found) {
        Map<Oid, String> labels = new HashMap<>();
        List<Oid> oids = new ArrayList<>();
        for (VarBind value : found) {
            if (value.value() instanceof SmiValue.Marker) {
                continue;
            }
            label.filter(value.name()::startsWith)
                    .ifPresent(root ->
                            labels.put(
                                    value.name().suffix(root.size()),
                                    Inert.text(names.value(value))));
            if (value.name().startsWith(column) && oids.size() < LIMIT) {
                oids.add(value.name());
            }
        }
        return oids.stream()
                .map(oid ->
                        new Instance(
                                oid,
                                Inert.text(String.join(", ", names.indexParts(oid))),
                                labels.getOrDefault(oid.suffix(column.size()), "")))
                .toList();
    }
}
