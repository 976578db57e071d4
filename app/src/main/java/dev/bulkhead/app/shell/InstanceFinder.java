package dev.bulkhead.app.shell;

import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.index.NodeKind;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Finds what there is to poll of an object: its instance, or a column's instances by a walk. */
final class InstanceFinder {
    /** More lines than this are no chart any more. */
    private static final int LIMIT = 200;

    private static final WalkOptions QUICK =
            new WalkOptions(25, true, LIMIT, Duration.ofSeconds(10));

    private final JobStarter jobs;

    InstanceFinder(JobStarter jobs) {
        this.jobs = jobs;
    }

    /**
     * Finds instances.
     *
     * @param oid the current OID, at or below {@code node}
     * @param found gets them, none if there are none, on this or an engine thread
     */
    void find(Optional<MibNode> node, Target target, Oid oid, Consumer<List<Oid>> found) {
        Optional<MibNode> object = object(node);
        boolean exact = object.filter(n -> n.oid().equals(oid)).isPresent();
        NodeKind kind = object.map(MibNode::kind).orElse(NodeKind.NODE);
        if (exact && kind == NodeKind.SCALAR) {
            found.accept(List.of(oid.append(0)));
        } else if (!exact && isObject(kind)) {
            found.accept(List.of(oid));
        } else if (isObject(kind)) {
            walk(target, oid, found);
        } else {
            found.accept(List.of());
        }
    }

    /** Some modules name an instance, as DISMAN-EXPRESSION-MIB does sysUpTime's: its object. */
    private static Optional<MibNode> object(Optional<MibNode> node) {
        Optional<MibNode> above = node.flatMap(MibNode::parent);
        boolean isInstance = above.filter(n -> isObject(n.kind())).isPresent();
        return isInstance ? above : node;
    }

    private static boolean isObject(NodeKind kind) {
        return kind == NodeKind.SCALAR || kind == NodeKind.COLUMN || kind == NodeKind.INDEX_COLUMN;
    }

    private void walk(Target target, Oid column, Consumer<List<Oid>> found) {
        ConcurrentLinkedQueue<Oid> instances = new ConcurrentLinkedQueue<>();
        jobs.submit(
                new JobSpec.Walk(target, List.of(column), QUICK),
                event -> {
                    switch (event) {
                        case JobEvent.Samples samples ->
                                samples.samples().stream()
                                        .flatMap(sample -> sample.varBinds().stream())
                                        .forEach(varBind -> instances.add(varBind.name()));
                        case JobEvent.Finished _, JobEvent.Failed _ ->
                                found.accept(List.copyOf(instances));
                        default -> {}
                    }
                });
    }
}
