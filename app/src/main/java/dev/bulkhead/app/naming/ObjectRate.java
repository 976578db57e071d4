package dev.bulkhead.app.naming;

import dev.bulkhead.engine.sample.CounterRate;
import dev.bulkhead.engine.sample.CounterRate.Outcome;
import dev.bulkhead.engine.sample.CounterRate.Reason;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The rate of one polled counter, per second of the agent's time, by what is asked beside it: its
 * discontinuity time, its speed, and the name of what is counted. Without sysUpTime there is none.
 * Not for use by several threads at a time.
 */
public final class ObjectRate {
    private static final double OCTETS_PER_MEGABIT = 125_000;

    /** ifSpeed of what is faster than it can say (RFC 2863). */
    private static final long SPEED_UNTOLD = 0xFFFF_FFFFL;

    private final PolledObject object;
    private final CounterRate rate = new CounterRate();
    private boolean counts;
    private boolean isAfterGap;
    private Growth growth = Growth.NONE;
    private Optional<Long> engineBoots = Optional.empty();
    private Optional<SmiValue> identity = Optional.empty();
    private Optional<SmiValue> former = Optional.empty();

    /**
     * What was counted, as far as that is known.
     *
     * @param amount in the counter's own unit
     * @param seconds of the agent's time in which it was
     */
    public record Growth(double amount, double seconds) {
        /** Nothing is known. */
        public static final Growth NONE = new Growth(0, 0);

        /** This and another one. */
        public Growth plus(Growth other) {
            return new Growth(amount + other.amount, seconds + other.seconds);
        }
    }

    public ObjectRate(PolledObject object) {
        this.object = object;
    }

    /**
     * What the next round says; empty as long as nothing is counted here.
     *
     * @param values all that the agent gave in this round
     */
    public Optional<Outcome> next(Sample sample, Map<Oid, SmiValue> values) {
        SmiValue value =
                Optional.ofNullable(values.get(object.instance()))
                        .orElse(SmiValue.Marker.NO_SUCH_INSTANCE);
        growth = Growth.NONE;
        counts |= value instanceof SmiValue.Counter32 || value instanceof SmiValue.Counter64;
        return counts ? Optional.of(next(value, sample, values)) : Optional.empty();
    }

    private Outcome next(SmiValue value, Sample sample, Map<Oid, SmiValue> values) {
        if (sample.upTimeTicks().isEmpty()) {
            return new Outcome.Gap(Reason.NO_UPTIME);
        }
        maximum(values).ifPresent(rate::maximum);
        Optional<Reason> anew = whyAnew(sample, values);
        anew.ifPresent(_ -> rate.forget());
        Outcome outcome =
                rate.next(value, sample.upTimeTicks().get(), sample.time(), discontinuity(values));
        if (anew.isPresent()) {
            isAfterGap = false;
            return new Outcome.Gap(anew.get());
        }
        if (outcome instanceof Outcome.Rate(double perSecond, boolean _)) {
            growth = new Growth(perSecond * rate.seconds(), rate.seconds());
        }
        return afterGap(outcome);
    }

    /** The first round after a gap makes no rate, though what was counted over the gap is known. */
    private Outcome afterGap(Outcome outcome) {
        boolean isFirst = isAfterGap;
        isAfterGap = false;
        boolean isReboot = outcome instanceof Outcome.Gap(Reason reason) && reason == Reason.REBOOT;
        return isFirst && !isReboot ? new Outcome.Gap(Reason.FIRST) : outcome;
    }

    /** What the counter has counted from an earlier round to the last one, over gaps as well. */
    public Growth growth() {
        return growth;
    }

    /** Why what is counted now has nothing to do with the last round's. */
    private Optional<Reason> whyAnew(Sample sample, Map<Oid, SmiValue> values) {
        boolean isOther = isOther(values);
        boolean restarted = isRestarted(sample);
        return isOther
                ? Optional.of(Reason.REINDEXED)
                : restarted ? Optional.of(Reason.REBOOT) : Optional.empty();
    }

    /** Whether the agent's SNMPv3 engine was started, or exchanged, since the last round. */
    private boolean isRestarted(Sample sample) {
        Optional<Long> before = engineBoots;
        engineBoots = sample.engineBoots().or(() -> before);
        return before.isPresent() && !engineBoots.equals(before);
    }

    /** Whether something else is counted than in the last round. */
    private boolean isOther(Map<Oid, SmiValue> values) {
        Optional<SmiValue> told =
                object.identity()
                        .map(values::get)
                        .filter(name -> !(name instanceof SmiValue.Marker));
        boolean changed = told.isPresent() && identity.isPresent() && !told.equals(identity);
        if (changed) {
            former = identity;
        }
        identity = told.or(() -> identity);
        return changed;
    }

    private OptionalLong discontinuity(Map<Oid, SmiValue> values) {
        return object.discontinuity().map(values::get).orElse(null)
                        instanceof SmiValue.TimeTicks(long ticks)
                ? OptionalLong.of(ticks)
                : OptionalLong.empty();
    }

    /**
     * Octets a second at full speed; empty if the agent does not say. ifHighSpeed is rounded, to 0
     * below half a megabit; ifSpeed is not, but ends at 4.29 Gb/s.
     */
    private OptionalDouble maximum(Map<Oid, SmiValue> values) {
        long megabits = gauge(object.speed(), values);
        long bits = gauge(object.bitSpeed(), values);
        double octets = bits == SPEED_UNTOLD ? 0 : bits / 8.0;
        double most = Math.max(megabits * OCTETS_PER_MEGABIT, octets);
        return most > 0 ? OptionalDouble.of(most) : OptionalDouble.empty();
    }

    private static long gauge(Optional<Oid> oid, Map<Oid, SmiValue> values) {
        return oid.map(values::get).orElse(null) instanceof SmiValue.Gauge32(long told) ? told : 0;
    }

    /** The name of what was counted before something else was; empty if nothing else was yet. */
    public Optional<SmiValue> former() {
        return former;
    }

    /** There was a gap: the next round makes no rate. */
    public void forget() {
        isAfterGap = true;
    }
}
