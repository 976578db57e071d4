package dev.bulkhead.app.polling;

import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the column that names a table's rows once, to find rows again that were indexed anew. On
 * the job's thread.
 */
final class RowSearch {
    private final Oid column;
    private final Consumer<Map<SmiValue, Long>> receiver;
    private final Map<SmiValue, Long> indexes = new HashMap<>();
    private final Set<SmiValue> ambiguous = new HashSet<>();

    private RowSearch(Oid column, Consumer<Map<SmiValue, Long>> receiver) {
        this.column = column;
        this.receiver = receiver;
    }

    /**
     * Starts a job of its own.
     *
     * @param column such as ifName, of a table with one number as its index
     * @param receiver told once the index of each name that only one row has; of none if the agent
     *     does not answer to the end
     */
    static void start(
            JobStarter starter, Target target, Oid column, Consumer<Map<SmiValue, Long>> receiver) {
        RowSearch search = new RowSearch(column, receiver);
        var _ =
                starter.submit(
                        new JobSpec.Table(target, List.of(column), WalkOptions.DEFAULT),
                        search::accept);
    }

    private void accept(JobEvent event) {
        switch (event) {
            case JobEvent.Samples samples -> samples.samples().forEach(this::take);
            case JobEvent.Restarting _ -> {
                indexes.clear();
                ambiguous.clear();
            }
            case JobEvent.Failed _ -> receiver.accept(Map.of());
            case JobEvent.Finished _ -> finish();
            case JobEvent.Started _, JobEvent.Gap _, JobEvent.Listening _ -> {}
            case JobEvent.Notifications _, JobEvent.SenderRefused _ -> {}
            case JobEvent.Discovered _, JobEvent.Swept _, JobEvent.Packets _ -> {}
            case JobEvent.Probed _, JobEvent.Diagnosed _ -> {}
        }
    }

    private void take(Sample sample) {
        for (VarBind varBind : sample.varBinds()) {
            Oid name = varBind.name();
            if (name.startsWith(column)
                    && name.size() == column.size() + 1
                    && indexes.put(varBind.value(), name.last()) != null) {
                ambiguous.add(varBind.value());
            }
        }
    }

    private void finish() {
        indexes.keySet().removeAll(ambiguous);
        receiver.accept(Map.copyOf(indexes));
    }
}
