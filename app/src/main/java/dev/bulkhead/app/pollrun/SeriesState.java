package dev.bulkhead.app.pollrun;

import dev.bulkhead.app.formula.Outcome;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.ObjectRate;
import dev.bulkhead.app.naming.PollPlan;
import dev.bulkhead.app.naming.PolledObject;
import dev.bulkhead.app.polling.FormulaSource;
import dev.bulkhead.app.polling.Quantity;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.sample.CounterRate;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.display.ValueText;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** A series, and what of its past its next value needs. One thread at a time. */
final class SeriesState {
    private final RunSeries series;
    private final MibNames names;
    private final PolledObject polled;
    private final ObjectRate rate;
    private final Optional<FormulaSource> formula;
    private Optional<Quantity> quantity = Optional.empty();
    private boolean raised;

    SeriesState(RunSeries series, MibNames names, SnmpVersion version) {
        this.series = series;
        this.names = names;
        polled =
                version == SnmpVersion.V1
                        ? PollPlan.bare(List.of(series.oid())).objects().getFirst()
                        : PollPlan.object(names, series.oid());
        rate = new ObjectRate(polled);
        formula =
                series.formula()
                        .map(text -> new FormulaSource(text, oid -> PollPlan.object(names, oid)));
    }

    RunSeries series() {
        return series;
    }

    /** What is asked of the agent, what is wanted first. */
    Set<Oid> asked() {
        Set<Oid> all = new LinkedHashSet<>();
        if (formula.isPresent()) {
            all.addAll(formula.get().instances());
            all.addAll(formula.get().companions());
        } else {
            all.add(series.oid());
            all.addAll(polled.companions());
        }
        return all;
    }

    /** Values did not come: the next one is a first one. */
    void forget() {
        rate.forget();
        formula.ifPresent(FormulaSource::forget);
    }

    /** What a round's answer comes to: the value, and what happened with it. */
    List<Told> next(Sample sample, Map<Oid, SmiValue> values) {
        Told.Value value =
                formula.isPresent()
                        ? computed(formula.get(), sample, values)
                        : read(sample, values);
        List<Told> told = new ArrayList<>(List.of(value));
        if (value.rate().orElse(null) instanceof CounterRate.Outcome.Gap(CounterRate.Reason why)
                && why == CounterRate.Reason.REBOOT) {
            told.add(happened(sample, Told.What.REBOOT, Optional.empty(), why.words()));
        }
        alarm(value.point(), sample).ifPresent(told::add);
        return told;
    }

    private Told.Happened happened(
            Sample sample, Told.What what, Optional<RunSeries> its, String text) {
        Told.Device device = new Told.Device(series.device(), series.address());
        return new Told.Happened(sample.time(), what, Optional.of(device), its, text);
    }

    private Optional<Told> alarm(double point, Sample sample) {
        if (series.alarm().isEmpty() || Double.isNaN(point)) {
            return Optional.empty();
        }
        boolean before = raised;
        raised = series.alarm().get().isRaised(point, before);
        if (raised == before) {
            return Optional.empty();
        }
        String unit = quantity.map(Quantity::unit).orElse(series.unit());
        String text =
                series.name() + " is " + Numbers.text(point) + (unit.isEmpty() ? "" : " " + unit);
        Told.What what = raised ? Told.What.ALARM : Told.What.ALARM_OVER;
        return Optional.of(happened(sample, what, Optional.of(series), text));
    }

    private Told.Value computed(FormulaSource source, Sample sample, Map<Oid, SmiValue> values) {
        return switch (source.next(sample, values)) {
            case Outcome.Value(double number) ->
                    new Told.Value(
                            series,
                            sample.time(),
                            sample.round(),
                            Optional.empty(),
                            OptionalDouble.of(number),
                            Optional.empty(),
                            number,
                            "",
                            Optional.empty());
            case Outcome.None none ->
                    new Told.Value(
                            series,
                            sample.time(),
                            sample.round(),
                            Optional.empty(),
                            OptionalDouble.empty(),
                            Optional.empty(),
                            Double.NaN,
                            "",
                            Optional.of(none.reason()));
        };
    }

    private Told.Value read(Sample sample, Map<Oid, SmiValue> values) {
        SmiValue value = values.getOrDefault(series.oid(), SmiValue.Marker.UNSPECIFIED);
        VarBind varBind = new VarBind(series.oid(), value);
        if (quantity.isEmpty()) {
            quantity = Quantity.of(value, names.index().objectOf(series.oid()));
        }
        Optional<CounterRate.Outcome> outcome = rate.next(sample, values);
        Optional<String> gap =
                value instanceof SmiValue.Marker marker
                        ? Optional.of(marker.typeName())
                        : value instanceof SmiValue.Malformed malformed
                                ? Optional.of(malformed.problem())
                                : Optional.empty();
        return new Told.Value(
                series,
                sample.time(),
                sample.round(),
                Optional.of(varBind),
                OptionalDouble.empty(),
                outcome,
                gap.isPresent() ? Double.NaN : point(value, outcome),
                label(values),
                gap);
    }

    private double point(SmiValue value, Optional<CounterRate.Outcome> outcome) {
        if (quantity.isEmpty()) {
            return Double.NaN;
        }
        if (!quantity.get().isCounter()) {
            return quantity.get().number(value);
        }
        return outcome.orElse(null) instanceof CounterRate.Outcome.Rate(double perSecond, boolean _)
                ? perSecond * quantity.get().factor()
                : Double.NaN;
    }

    private String label(Map<Oid, SmiValue> values) {
        return polled.identity()
                .map(values::get)
                .filter(SmiValue.OctetString.class::isInstance)
                .map(name -> ValueText.format(name, Optional.empty()))
                .orElse("");
    }
}
