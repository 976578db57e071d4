package dev.bulkhead.app.naming;

import dev.bulkhead.engine.sample.CounterRate.Outcome;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rates from one target's rounds, by its {@link PollPlan}: an {@link ObjectRate} for each object.
 * Not for use by several threads at a time.
 */
public final class PollRates {
    private final List<ObjectRate> rates;

    public PollRates(PollPlan plan) {
        this.rates = plan.objects().stream().map(ObjectRate::new).toList();
    }

    /**
     * What the next round says, in the order of {@link PollPlan#objects()}; empty where nothing is
     * counted. A round that failed says nothing and leaves the last values standing.
     */
    public List<Optional<Outcome>> next(Sample sample) {
        Map<Oid, SmiValue> values = new HashMap<>();
        for (VarBind varBind : sample.varBinds()) {
            values.put(varBind.name(), varBind.value());
        }
        return rates.stream().map(rate -> rate.next(sample, values)).toList();
    }

    /** Forgets all last values, as after a gap: the next round is a first one. */
    public void forget() {
        rates.forEach(ObjectRate::forget);
    }
}
