package dev.bulkhead.app.table;

import dev.bulkhead.app.chart.Series;
import dev.bulkhead.app.naming.ObjectRate;
import dev.bulkhead.app.naming.PolledObject;
import dev.bulkhead.app.polling.Quantity;
import dev.bulkhead.engine.sample.CounterRate;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Instant;
import java.util.Map;

/**
 * How fast a cell's counter grows, now and over the last minutes, by the agent's own time. A
 * doubtful interval is a gap with its reason.
 *
 * <p>Concurrency: one engine thread at a time writes, any may read.
 */
final class CounterTrace {
    private final ObjectRate rate;
    private final double factor;
    private final Series series = new Series();
    private volatile double now = Double.NaN;
    private volatile String reason = "";

    CounterTrace(PolledObject object, Quantity quantity) {
        rate = new ObjectRate(object);
        factor = quantity.factor();
        series.unit(quantity.unit());
    }

    /**
     * The next reading.
     *
     * @param values all that the agent gave for the row
     */
    void next(Sample sample, Map<Oid, SmiValue> values) {
        rate.next(sample, values).ifPresent(outcome -> take(outcome, sample.time()));
    }

    private void take(CounterRate.Outcome outcome, Instant time) {
        switch (outcome) {
            case CounterRate.Outcome.Rate(double perSecond, boolean _) -> {
                reason = "";
                now = perSecond * factor;
                series.add(time.toEpochMilli(), now);
            }
            case CounterRate.Outcome.Gap(CounterRate.Reason why) -> {
                reason = why.words();
                now = Double.NaN;
                if (why != CounterRate.Reason.FIRST) {
                    series.gap(time.toEpochMilli(), time.toEpochMilli(), why.words());
                }
            }
        }
    }

    /** Readings were not made, or brought no value: the next one is a first one. */
    void gap(Instant time, String why) {
        rate.forget();
        reason = why;
        now = Double.NaN;
        series.gap(time.toEpochMilli(), time.toEpochMilli(), why);
    }

    /** The newest rate in the series' unit; NaN if there is none. */
    double rate() {
        return now;
    }

    /** Why there is no rate; "" if there is one. */
    String reason() {
        return reason;
    }

    Series series() {
        return series;
    }
}
