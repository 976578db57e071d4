package dev.bulkhead.app.naming;

import dev.bulkhead.engine.sample.CounterRate;
import dev.bulkhead.engine.sample.CounterRate.Outcome;
import dev.bulkhead.engine.sample.CounterRate.Reason;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rates from one target's rounds, by its {@link PollPlan}: per second of the agent's time, and a
 * gap where its discontinuity time or identity changed. Not for use by several threads at a time.
 */
public final class PollRates {
    private final PollPlan plan;
    private final List<Counter> counters = new ArrayList<>();

    private static final class Counter {
        private final CounterRate rate = new CounterRate();
        private Optional<SmiValue> discontinuity = Optional.empty();
        private Optional<SmiValue> identity = Optional.empty();
    }

    public PollRates(PollPlan plan) {
        this.plan = plan;
        plan.objects().forEach(object -> counters.add(new Counter()));
    }

    /**
     * What the next round says, in the order of {@link PollPlan#objects()}; empty where the value
     * is no counter. A round that failed says nothing and leaves the last values standing.
     */
    public List<Optional<Outcome>> next(Sample sample) {
        List<Optional<Outcome>> outcomes = new ArrayList<>();
        Map<Oid, SmiValue> values = new HashMap<>();
        for (VarBind varBind : sample.varBinds()) {
            values.put(varBind.name(), varBind.value());
        }
        for (int i = 0; i < counters.size(); i++) {
            SmiValue value = values.get(plan.objects().get(i).instance());
            outcomes.add(
                    value instanceof SmiValue.Counter32 || value instanceof SmiValue.Counter64
                            ? Optional.of(next(i, value, values, sample))
                            : Optional.empty());
        }
        return outcomes;
    }

    private Outcome next(int place, SmiValue value, Map<Oid, SmiValue> values, Sample sample) {
        PolledObject object = plan.objects().get(place);
        Counter counter = counters.get(place);
        if (sample.upTimeTicks().isEmpty()) {
            counter.rate.forget();
            return new Outcome.Gap(Reason.MISSING);
        }
        Optional<SmiValue> discontinuity = told(object.discontinuity(), values);
        Optional<SmiValue> identity = told(object.identity(), values);
        boolean broken =
                changed(counter.discontinuity, discontinuity)
                        || changed(counter.identity, identity);
        counter.discontinuity = discontinuity.or(() -> counter.discontinuity);
        counter.identity = identity.or(() -> counter.identity);
        if (broken) {
            counter.rate.forget();
        }
        Outcome outcome = counter.rate.next(value, sample.upTimeTicks().get(), sample.time());
        return broken ? new Outcome.Gap(Reason.DISCONTINUITY) : outcome;
    }

    private static Optional<SmiValue> told(Optional<Oid> oid, Map<Oid, SmiValue> values) {
        return oid.map(values::get).filter(value -> !(value instanceof SmiValue.Marker));
    }

    private static boolean changed(Optional<SmiValue> before, Optional<SmiValue> now) {
        return before.isPresent() && now.isPresent() && !before.equals(now);
    }

    /** Forgets all last values, as after a gap: the next round is a first one. */
    public void forget() {
        counters.forEach(counter -> counter.rate.forget());
    }
}
