package dev.bulkhead.app.polling;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a poll asks of each target, and which rows each answer belongs to. Immutable. */
final class RowsByTarget {
    private final List<Asked> asked;

    private RowsByTarget(List<Asked> asked) {
        this.asked = asked;
    }

    static RowsByTarget of(List<PollRow> rows) {
        Map<Target, List<PollRow>> byTarget = new LinkedHashMap<>();
        for (PollRow row : rows) {
            byTarget.computeIfAbsent(row.target(), _ -> new ArrayList<>()).add(row);
        }
        return new RowsByTarget(
                byTarget.entrySet().stream()
                        .map(entry -> new Asked(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** One item a target, in order. */
    List<JobSpec.Poll.Item> items() {
        return asked.stream().map(Asked::item).toList();
    }

    /**
     * Hands an answer, or that there is none, to the rows it concerns.
     *
     * @param times is told how long it took
     * @return the rows that have to be looked for elsewhere
     */
    List<PollRow> apply(Sample sample, TargetTimes times) {
        return sample.target() >= 0 && sample.target() < asked.size()
                ? asked.get(sample.target()).apply(sample, times)
                : List.of();
    }

    /** Tells the rows of a target that rounds were not made for it. */
    void missed(int target, JobEvent.Gap gap) {
        if (target >= 0 && target < asked.size()) {
            asked.get(target).rows().forEach(row -> row.missed(gap.from(), gap.to(), gap.reason()));
        }
    }

    /** What is asked of one target. */
    private record Asked(Target target, List<PollRow> rows) {

        JobSpec.Poll.Item item() {
            Set<Oid> oids = new LinkedHashSet<>();
            rows.forEach(row -> oids.addAll(row.instances()));
            // A v1 agent answers nothing at all if it lacks one of the variables (RFC 1157 §4.1.2).
            if (target.credential().version() != SnmpVersion.V1) {
                rows.forEach(row -> oids.addAll(row.companions()));
            }
            return new JobSpec.Poll.Item(target, List.copyOf(oids));
        }

        String label() {
            return rows.getFirst().targetLabel();
        }

        List<PollRow> apply(Sample sample, TargetTimes times) {
            times.add(label(), sample);
            Optional<Failure> failure = sample.failure();
            if (failure.isPresent()) {
                String reason = reason(failure.get());
                rows.forEach(row -> row.failed(sample.time(), failure.get(), reason));
                return List.of();
            }
            rows.getFirst().context().watch().answered(target, label(), sample);
            Map<Oid, SmiValue> values = new HashMap<>();
            for (VarBind varBind : sample.varBinds()) {
                values.put(varBind.name(), varBind.value());
            }
            List<PollRow> lost = new ArrayList<>();
            for (PollRow row : rows) {
                if (values.keySet().containsAll(row.instances()) && row.answered(sample, values)) {
                    lost.add(row);
                }
            }
            return lost;
        }

        private static String reason(Failure failure) {
            return failure instanceof Failure.Timeout
                    ? Words.text("poll.state-no-answer")
                    : failure.message();
        }
    }
}
