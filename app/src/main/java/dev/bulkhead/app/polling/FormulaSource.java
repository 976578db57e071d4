package dev.bulkhead.app.polling;

import dev.bulkhead.app.formula.Formula;
import dev.bulkhead.app.formula.Operand;
import dev.bulkhead.app.formula.Outcome;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.ObjectRate;
import dev.bulkhead.app.naming.PolledObject;
import dev.bulkhead.engine.sample.CounterRate;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Computes a formula from the rounds of one target: counters as their rate, other numbers as they
 * are. Not for use by several threads at a time.
 */
public final class FormulaSource {
    private final Formula formula;
    private final Map<Oid, PolledObject> objects = new LinkedHashMap<>();
    private final Map<Oid, ObjectRate> rates = new HashMap<>();

    /**
     * A formula that nothing is known of yet.
     *
     * @param objects an instance with what has to be asked beside it
     */
    public FormulaSource(Formula formula, Function<Oid, PolledObject> objects) {
        this.formula = formula;
        for (Operand operand : formula.operands()) {
            this.objects.computeIfAbsent(operand.instance(), objects);
        }
        forget();
    }

    public Formula formula() {
        return formula;
    }

    /** What is asked of the agent. */
    public List<Oid> instances() {
        return List.copyOf(objects.keySet());
    }

    /** What is asked beside that. */
    public List<Oid> companions() {
        return objects.values().stream().flatMap(each -> each.companions().stream()).toList();
    }

    /** The next round begins anew. */
    public void forget() {
        objects.forEach((oid, object) -> rates.put(oid, new ObjectRate(object)));
    }

    /**
     * What a round comes to.
     *
     * @param values all that the agent gave
     */
    public Outcome next(Sample sample, Map<Oid, SmiValue> values) {
        Map<Oid, Outcome> numbers = new HashMap<>();
        objects.keySet().forEach(oid -> numbers.put(oid, rated(oid, sample, values)));
        return formula.compute(operand ->
                operand.isRaw()
                        ? raw(operand, values)
                        : numbers.getOrDefault(operand.instance(), missing(operand.name())));
    }

    /** A first value is no news: no reason is told for it. */
    public static boolean isFirst(Outcome.None none) {
        return none.reason().equals(CounterRate.Reason.FIRST.words());
    }

    private Outcome rated(Oid oid, Sample sample, Map<Oid, SmiValue> values) {
        SmiValue value = values.get(oid);
        if (!(value instanceof SmiValue.Counter32 || value instanceof SmiValue.Counter64)) {
            return plain(nameOf(oid), value);
        }
        return Stream.ofNullable(rates.get(oid))
                .flatMap(rate -> rate.next(sample, values).stream())
                .findFirst()
                .map(FormulaSource::outcome)
                .orElseGet(() -> missing(nameOf(oid)));
    }

    private static Outcome outcome(CounterRate.Outcome rate) {
        return switch (rate) {
            case CounterRate.Outcome.Rate(double perSecond, boolean _) -> Outcome.of(perSecond);
            case CounterRate.Outcome.Gap(CounterRate.Reason reason) ->
                    new Outcome.None(reason.words());
        };
    }

    private String nameOf(Oid oid) {
        return formula.operands().stream()
                .filter(operand -> operand.instance().equals(oid))
                .map(Operand::name)
                .findFirst()
                .orElse(oid.toString());
    }

    private static Outcome raw(Operand operand, Map<Oid, SmiValue> values) {
        return plain(operand.name(), values.get(operand.instance()));
    }

    private static Outcome plain(String name, @Nullable SmiValue value) {
        if (value == null || value instanceof SmiValue.Marker) {
            return missing(name);
        }
        double number = Quantity.raw(value);
        return Double.isNaN(number)
                ? new Outcome.None(Words.text("formula.gap.text", name))
                : Outcome.of(number);
    }

    private static Outcome missing(String name) {
        return new Outcome.None(Words.text("formula.gap.missing", name));
    }
}
