package dev.bulkhead.engine.sample;

import dev.bulkhead.engine.sample.CounterRate.Outcome;
import dev.bulkhead.engine.sample.CounterRate.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Whether a counter can have grown as two rounds say, by what it can carry and what it did lately.
 * Not for use by several threads at a time.
 */
final class Growth {
    private static final double TWO_32 = 0x1p32;

    /** How far a rate may be above the maximum: agents round their speed and update in bursts. */
    static final double TOLERANCE = 1.25;

    /** A hundred times what the fastest ports carry: nothing that is counted is faster. */
    private static final double ABSURD = 1e13;

    /** A wrap may mean a rate so many times the greatest seen lately. */
    private static final double TIMES_PEAK = 4;

    private static final int ABOVE_BELIEVED = 3;

    private double maximum;
    private double maximumBefore;
    private double disbelieved = Double.NaN;
    private double peak;
    private double recent;
    private boolean seen;
    private int timesAbove;
    private double lastAbove;
    private @Nullable CounterRound moved;

    Growth(double maximum) {
        this.maximum = maximum;
        this.maximumBefore = maximum;
    }

    /** What the agent says the maximum is from this round on; the interval may lie across it. */
    void maximum(double perSecond) {
        if (perSecond != disbelieved) {
            maximumBefore = maximum;
            maximum = perSecond;
        }
    }

    private double most() {
        return Math.max(maximum, maximumBefore);
    }

    private boolean hasMaximum() {
        return most() != Double.POSITIVE_INFINITY;
    }

    private double limit() {
        return Math.min(ABSURD, most() * TOLERANCE);
    }

    /**
     * The rate of an interval, or why there is none.
     *
     * @param seconds of the agent's time
     * @param doubted whether the round before was doubted, so that this one has to be explained
     */
    Outcome judge(CounterRound before, CounterRound now, double seconds, boolean doubted) {
        double grown = now.grownSince(before);
        boolean back = now.isBelow(before);
        if (!now.is64() && grown > 0 && canBeWrapsMore(grown, seconds)) {
            return new Outcome.Gap(Reason.MANY_WRAPS);
        }
        double perSecond = grown / seconds;
        if (back && !canHaveWrapped(before, now, perSecond, doubted)) {
            return new Outcome.Gap(Reason.RESET);
        }
        if (perSecond > limit()) {
            return sinceMoved(now, grown);
        }
        return new Outcome.Rate(perSecond, back);
    }

    /** Whether one wrap more than seen would still be no faster than the counter can grow. */
    private boolean canBeWrapsMore(double grown, double seconds) {
        double fastest = hasMaximum() ? most() : peak;
        return grown + TWO_32 <= fastest * seconds;
    }

    private boolean canHaveWrapped(
            CounterRound before, CounterRound now, double perSecond, boolean doubted) {
        if (perSecond > limit()) {
            return false;
        }
        double range = now.range();
        if (now.is64()) {
            return before.count() >= range - range / 1e6;
        }
        if (doubted && hasMaximum()) {
            return true;
        }
        if (seen) {
            return perSecond <= Math.max(TIMES_PEAK * peak, 1_000);
        }
        return hasMaximum() || (before.count() >= range * 3 / 4 && now.count() < range / 4);
    }

    /** An agent that looks at its counters every few seconds shows their growth all at once. */
    private Outcome sinceMoved(CounterRound now, double grown) {
        CounterRound first = moved;
        if (first != null
                && AgentClock.between(first, now) instanceof AgentClock.Elapsed.Seconds(double s)
                && now.grownSince(first) == grown
                && grown / s <= limit()) {
            return new Outcome.Rate(grown / s, now.isBelow(first));
        }
        return new Outcome.Gap(Reason.GLITCH);
    }

    /** A round whose rate is believed. Old peaks fade: after 20 rounds an eighth is left. */
    void learn(CounterRound now, double perSecond) {
        if (perSecond > 0) {
            moved = now;
        }
        peak = Math.max(perSecond, peak * 0.9);
        recent = seen ? (recent + perSecond) / 2 : perSecond;
        seen = true;
        timesAbove = 0;
    }

    /** A round from which the counter is taken up anew. */
    void restart(CounterRound now) {
        moved = now;
        timesAbove = 0;
    }

    /** Whether any rate was seen yet. */
    boolean hasSeen() {
        return seen;
    }

    /** How unlike the last rates a rate is, as a factor's logarithm. */
    double strangeness(double perSecond) {
        return Math.abs(Math.log((perSecond + 1) / (recent + 1)));
    }

    /**
     * Whether a rate above the maximum has now come often enough, and steadily, so that the maximum
     * must be wrong (tunnels and bridges tell any speed). Then it is forgotten.
     */
    boolean outgrows(double perSecond) {
        boolean steady = perSecond < lastAbove * 2 && lastAbove < perSecond * 2;
        timesAbove = timesAbove > 0 && steady ? timesAbove + 1 : 1;
        lastAbove = perSecond;
        if (timesAbove < ABOVE_BELIEVED || perSecond > ABSURD) {
            return false;
        }
        disbelieved = maximum;
        maximum = Double.POSITIVE_INFINITY;
        maximumBefore = maximum;
        return true;
    }
}
