package dev.bulkhead.app.answered;

import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds which nodes of the tree have an instance on a device, without reading its values: asks what
 * follows each node (GETNEXT, many in one request), level by level, and goes below a node only if
 * what follows it lies in it. A device with a million routes costs as much as one with ten.
 *
 * <p>An agent that refuses a whole request, as v1 agents do at their last object (RFC 1157 §4.1.3),
 * is asked for each half of it.
 *
 * <p>Concurrency: one job at a time; its events come on an engine thread, which starts the next.
 */
final class AnswerScan {
    /** Fits into 1,472 bytes with room for the answers. */
    static final int PER_REQUEST = 24;

    private final JobStarter jobs;
    private final Target target;
    private final Consumer<Progress> listener;
    private final Deque<List<MibNode>> waiting = new ArrayDeque<>();
    private final TreeSet<Oid> seen = new TreeSet<>();
    private final Set<Oid> answered = new HashSet<>();
    private @Nullable JobHandle job;
    private int asked;
    private boolean cancelled;

    /**
     * How far it is.
     *
     * @param answered the nodes found so far; complete once {@code over}
     * @param failure why it ended early, if it did
     */
    record Progress(
            Set<Oid> answered,
            int asked,
            boolean over,
            boolean cancelled,
            Optional<Failure> failure) {}

    AnswerScan(JobStarter jobs, Target target, Consumer<Progress> listener) {
        this.jobs = jobs;
        this.target = target;
        this.listener = listener;
    }

    /** Begins below a node. */
    synchronized void start(MibNode root) {
        List<MibNode> first = new ArrayList<>();
        collect(root, first);
        enqueue(first);
        step();
    }

    /** An OID on the wire has two sub-identifiers at least (X.690 §8.19.4). */
    private static void collect(MibNode node, List<MibNode> first) {
        for (MibNode child : node.children()) {
            if (child.oid().size() < 2) {
                collect(child, first);
            } else {
                first.add(child);
            }
        }
    }

    synchronized void cancel() {
        cancelled = true;
        JobHandle running = job;
        if (running != null) {
            running.cancel();
        }
    }

    private void enqueue(List<MibNode> nodes) {
        for (int i = 0; i < nodes.size(); i += PER_REQUEST) {
            waiting.add(nodes.subList(i, Math.min(nodes.size(), i + PER_REQUEST)));
        }
    }

    private void step() {
        List<MibNode> next = cancelled ? null : gather();
        if (next == null) {
            tell(true, Optional.empty());
            return;
        }
        asked += next.size();
        Answers answers = new Answers(next);
        job =
                jobs.submit(
                        new JobSpec.Get(
                                target,
                                new JobSpec.Get.Mode.Next(),
                                next.stream().map(MibNode::oid).toList()),
                        answers::on);
    }

    /** The next nodes to ask about, of several small groups if they fit together. */
    private @Nullable List<MibNode> gather() {
        List<MibNode> nodes = waiting.poll();
        while (nodes != null
                && waiting.peek() != null
                && nodes.size() + waiting.element().size() <= PER_REQUEST) {
            List<MibNode> more = new ArrayList<>(nodes);
            more.addAll(waiting.remove());
            nodes = more;
        }
        return nodes;
    }

    private void tell(boolean over, Optional<Failure> failure) {
        listener.accept(new Progress(Set.copyOf(answered), asked, over, cancelled, failure));
    }

    private synchronized void came(List<MibNode> nodes, List<VarBind> values) {
        for (VarBind value : values) {
            if (!(value.value() instanceof SmiValue.Marker)) {
                seen.add(value.name());
            }
        }
        for (MibNode node : nodes) {
            Oid first = seen.ceiling(node.oid());
            if (first != null && first.startsWith(node.oid())) {
                answered.add(node.oid());
                enqueue(node.children());
            }
        }
        if (!waiting.isEmpty() && !cancelled) {
            tell(false, Optional.empty());
        }
        step();
    }

    private synchronized void failed(List<MibNode> nodes, Failure failure) {
        boolean refused = failure instanceof Failure.ErrorResponse;
        if (!refused) {
            tell(true, Optional.of(failure));
            return;
        }
        if (nodes.size() > 1) {
            int half = nodes.size() / 2;
            waiting.addFirst(nodes.subList(half, nodes.size()));
            waiting.addFirst(nodes.subList(0, half));
        }
        step();
    }

    /** Collects the answers to one request. */
    private final class Answers {
        private final List<MibNode> nodes;
        private List<VarBind> values = List.of();

        Answers(List<MibNode> nodes) {
            this.nodes = nodes;
        }

        void on(JobEvent event) {
            switch (event) {
                case JobEvent.Samples samples ->
                        values =
                                samples.samples().stream()
                                        .flatMap(sample -> sample.varBinds().stream())
                                        .toList();
                case JobEvent.Finished _ -> came(nodes, values);
                case JobEvent.Failed failed -> failed(nodes, failed.failure());
                default -> {}
            }
        }
    }
}
