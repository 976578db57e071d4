package dev.bulkhead.app.answered;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.smi.Oid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Whether the tree shows everything or only what a device answers; what a device answers is kept
 * until it is asked anew or other modules are loaded. JavaFX's thread.
 */
public final class AnsweredTree {
    private static final int KEPT_DEVICES = 16;

    private final JobStarter jobs;
    private final Supplier<MibNames> names;
    private final Consumer<Runnable> hop;
    private final ReadOnlyObjectWrapper<View> view = new ReadOnlyObjectWrapper<>(new View.All());
    private final Map<String, Found> kept = new LinkedHashMap<>();
    private @Nullable AnswerScan scan;

    /** What the tree shows. */
    public sealed interface View {
        /** All nodes. */
        record All() implements View {}

        /** All nodes still, while a device is asked. */
        record Scanning(String device, int asked, int found) implements View {}

        /**
         * Only nodes with an instance.
         *
         * @param objects how many of them are scalars or columns
         */
        record Answered(String device, Set<Oid> nodes, long objects) implements View {}

        /** All nodes, since the device did not tell. */
        record Failed(String device, String why) implements View {}
    }

    private record Found(MibNames names, View.Answered view) {}

    /**
     * Everything is shown.
     *
     * @param hop runs something on JavaFX's thread
     */
    public AnsweredTree(JobStarter jobs, Supplier<MibNames> names, Consumer<Runnable> hop) {
        this.jobs = jobs;
        this.names = names;
        this.hop = hop;
    }

    public ReadOnlyObjectProperty<View> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /** Whether a node belongs to what is shown. */
    public Optional<Predicate<MibNode>> filter() {
        return view.get() instanceof View.Answered answered
                ? Optional.of(node -> answered.nodes().contains(node.oid()))
                : Optional.empty();
    }

    /** Shows what a device answers: at once if that is known, else after a scan. */
    public void show(Target target, String device) {
        Found known = kept.get(target.address());
        if (known != null && known.names() == names.get()) {
            view.set(known.view());
        } else {
            scan(target, device);
        }
    }

    /** Asks a device anew. */
    public void scan(Target target, String device) {
        stop();
        MibNames now = names.get();
        view.set(new View.Scanning(device, 0, 0));
        AnswerScan[] mine = new AnswerScan[1];
        AnswerScan fresh =
                new AnswerScan(
                        jobs,
                        target,
                        progress ->
                                hop.accept(() -> {
                                    if (scan == mine[0]) {
                                        on(progress, device, target.address(), now);
                                    }
                                }));
        mine[0] = fresh;
        scan = fresh;
        fresh.start(now.index().root());
    }

    private void on(AnswerScan.Progress progress, String device, String address, MibNames of) {
        int found = progress.answered().size();
        if (!progress.over()) {
            view.set(new View.Scanning(device, progress.asked(), found));
            return;
        }
        scan = null;
        if (progress.failure().isPresent()) {
            view.set(new View.Failed(device, progress.failure().get().message()));
        } else if (progress.cancelled()) {
            view.set(new View.All());
        } else {
            View.Answered whole =
                    new View.Answered(device, progress.answered(), objects(progress, of));
            kept.put(address, new Found(of, whole));
            if (kept.size() > KEPT_DEVICES) {
                kept.remove(kept.keySet().iterator().next());
            }
            view.set(whole);
        }
    }

    private static long objects(AnswerScan.Progress progress, MibNames of) {
        return progress.answered().stream()
                .flatMap(oid -> of.index().node(oid).stream())
                .filter(MibNode::isLeaf)
                .count();
    }

    /** Shows everything; a scan under way is given up. */
    public void showAll() {
        stop();
        view.set(new View.All());
    }

    private void stop() {
        AnswerScan running = scan;
        scan = null;
        if (running != null) {
            running.cancel();
        }
    }
}
