package dev.bulkhead.app.change;

import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What came of a plan; steps stand in the order they were sent. */
public record ChangeReport(ChangePlan plan, List<Sent> sent) {
    public ChangeReport {
        sent = List.copyOf(sent);
    }

    /**
     * One step and what came of it.
     *
     * @param outcomes one for each of the step's assignments, in their order
     * @param failure why the agent did not do it
     */
    public record Sent(
            ChangeStep step, Instant time, List<Outcome> outcomes, Optional<Failure> failure) {
        public Sent {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** Whether everything was written. */
    public boolean isDone() {
        return sent.stream().flatMap(each -> each.outcomes().stream()).allMatch(Outcome::isWritten);
    }

    /** Why it was not. */
    public Optional<Failure> failure() {
        return sent.stream().flatMap(each -> each.failure().stream()).findFirst();
    }

    /** The last outcome of an instance, if it was part of the plan. */
    public Optional<Outcome> outcome(Oid instance) {
        Optional<Outcome> found = Optional.empty();
        for (Sent each : sent) {
            for (int i = 0; i < each.outcomes().size(); i++) {
                if (each.step().assignments().get(i).instance().equals(instance)) {
                    found = Optional.of(each.outcomes().get(i));
                }
            }
        }
        return found;
    }

    /** All values that were read back from a place; those of instances that are gone too. */
    public List<VarBind> readBack(Place place) {
        List<VarBind> values = new ArrayList<>();
        for (Sent each : sent) {
            for (int i = 0; i < each.outcomes().size(); i++) {
                Oid instance = each.step().assignments().get(i).instance();
                if (each.step().place().target().equals(place.target())) {
                    value(each.outcomes().get(i))
                            .ifPresent(value -> values.add(new VarBind(instance, value)));
                }
            }
        }
        return values;
    }

    private static Optional<SmiValue> value(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Written written -> written.readBack();
            case Outcome.Uncertain uncertain -> uncertain.readBack();
            case Outcome.Refused _, Outcome.Untouched _ -> Optional.empty();
            case Outcome.NotTried _, Outcome.TakenBack _ -> Optional.empty();
        };
    }
}
