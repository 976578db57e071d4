package dev.bulkhead.tests.faults;

import dev.bulkhead.engine.sample.CounterRate;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What a poll's samples say of a counter: rates, and gaps between them. */
record Rates(List<Double> perSecond, List<CounterRate.Reason> gaps, int wraps) {
    /** A gigabit in octets. */
    static final double MOST_PER_SECOND = 125_000_000;

    /** The rates of the counter at a place of each sample. */
    static Rates of(List<Sample> samples, int place) {
        return of(new CounterRate(MOST_PER_SECOND), samples, place, false);
    }

    /** The same, when the discontinuity time stands behind the counters. */
    static Rates withDiscontinuity(List<Sample> samples, int place) {
        return of(new CounterRate(MOST_PER_SECOND), samples, place, true);
    }

    private static Rates of(
            CounterRate rate, List<Sample> samples, int place, boolean hasDiscontinuity) {
        List<Double> rates = new ArrayList<>();
        List<CounterRate.Reason> gaps = new ArrayList<>();
        int wraps = 0;
        for (Sample sample : samples) {
            OptionalLong discontinuity =
                    hasDiscontinuity
                                    && sample.varBinds().getLast().value()
                                            instanceof SmiValue.TimeTicks(long ticks)
                            ? OptionalLong.of(ticks)
                            : OptionalLong.empty();
            CounterRate.Outcome outcome =
                    rate.next(
                            sample.varBinds().get(place).value(),
                            sample.upTimeTicks().orElseThrow(),
                            sample.time(),
                            discontinuity);
            switch (outcome) {
                case CounterRate.Outcome.Gap(CounterRate.Reason reason) -> {
                    // On a busy machine two rounds may meet one tick of the agent's clock.
                    if (reason != CounterRate.Reason.SAME_TIME) {
                        gaps.add(reason);
                    }
                }
                case CounterRate.Outcome.Rate(double perSecond, boolean wrapped) -> {
                    rates.add(perSecond);
                    wraps += wrapped ? 1 : 0;
                }
            }
        }
        return new Rates(rates, gaps, wraps);
    }

    /** What one more sample says. */
    static CounterRate.Outcome next(CounterRate rate, Sample sample, int place) {
        return rate.next(
                sample.varBinds().get(place).value(),
                sample.upTimeTicks().orElseThrow(),
                sample.time());
    }
}
