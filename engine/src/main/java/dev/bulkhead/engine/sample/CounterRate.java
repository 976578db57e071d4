package dev.bulkhead.engine.sample;

import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.Counter32;
import dev.bulkhead.mibs.smi.SmiValue.Counter64;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Turns a counter's raw values into rates per second by the agent's own time.
 *
 * <p>Wraps and resets are told apart; a doubtful interval is a gap with its reason, never a spike.
 * Not for use by several threads at a time.
 *
 * <p><b>Time.</b> What divides is sysUpTime of the same response, never the poll's interval. It
 * must agree with our own clock within a factor of four: an agent whose clock stood still would
 * otherwise show a spike. sysUpTime that goes back is its wrap after 497 days if our clock says so
 * too, else a reboot. sysUpTime that went on is a reboot all the same if the agent can have been
 * started since the last round and less time has passed for it than for us.
 *
 * <p><b>Value.</b> A 32-bit counter that goes back has wrapped (RFC 2578 §7.1.6) if the rate this
 * means is possible: at most the given maximum; without one, at most four times what was seen
 * lately; without that, from the last quarter of its range to the first. Otherwise it was reset. A
 * 64-bit counter wraps only if it stood within a millionth of its end. A rate above the maximum is
 * a glitch, unless it stays: then the maximum is wrong (tunnels and bridges tell any speed) and is
 * forgotten.
 */
public final class CounterRate {
    /** What two neighbouring rounds say. */
    public sealed interface Outcome {
        /**
         * A rate.
         *
         * @param perSecond counts per second of agent time
         * @param wrapped whether the counter passed its maximum in between
         */
        record Rate(double perSecond, boolean wrapped) implements Outcome {}

        /** No rate, and why. */
        record Gap(Reason reason) implements Outcome {}
    }

    /** Why there is no rate. */
    public enum Reason {
        FIRST("first value"),
        REBOOT("agent restarted"),
        RESET("counter reset"),
        DISCONTINUITY("discontinuity"),
        SAME_TIME("the agent's time did not advance"),
        TYPE_CHANGED("type changed"),
        MISSING("no value");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private record Round(SmiValue value, long ticks, Instant received, OptionalLong discontinuity) {
        boolean is64() {
            return value instanceof Counter64;
        }

        long count() {
            return switch (value) {
                case Counter32(long count) -> count;
                case Counter64(long count) -> count;
                default -> throw new IllegalStateException(value + " is no counter");
            };
        }
    }

    private static final double TICKS_PER_SECOND = 100;
    private static final double TWO_32 = 0x1p32;
    private static final double TWO_64 = 0x1p64;

    /** How far a rate may be above the maximum: agents round their speed and update in bursts. */
    private static final double TOLERANCE = 1.25;

    private static final int OVER_MAXIMUM_BELIEVED = 3;

    private double maximum;
    private int overMaximum;
    private double peak;
    private boolean hasPeak;
    private @Nullable Round last;

    /** A counter of which no maximum is known. */
    public CounterRate() {
        this(Double.POSITIVE_INFINITY);
    }

    /**
     * A counter that cannot grow faster.
     *
     * @param maximumPerSecond such as ifHighSpeed × 125,000 for a counter of octets
     */
    public CounterRate(double maximumPerSecond) {
        this.maximum = maximumPerSecond > 0 ? maximumPerSecond : Double.POSITIVE_INFINITY;
    }

    /**
     * The next round.
     *
     * @param value the counter, or whatever the agent sent in its place
     * @param upTimeTicks sysUpTime of the same response, in hundredths of a second
     * @param received when the response came, used only to tell a reboot from the wrap of sysUpTime
     *     after 497 days, and an agent's clock that stands still
     */
    public Outcome next(SmiValue value, long upTimeTicks, Instant received) {
        return next(value, upTimeTicks, received, OptionalLong.empty());
    }

    /**
     * The next round of a counter with a discontinuity time, such as ifCounterDiscontinuityTime
     * (RFC 2863): when that changes, the counter began anew.
     *
     * @param discontinuityTicks its raw value in the same response, where there is one
     */
    public Outcome next(
            SmiValue value, long upTimeTicks, Instant received, OptionalLong discontinuityTicks) {
        Round before = last;
        if (!(value instanceof Counter32 || value instanceof Counter64)) {
            last = null;
            return gap(value instanceof Marker ? Reason.MISSING : Reason.TYPE_CHANGED);
        }
        Round now = new Round(value, upTimeTicks, received, discontinuityTicks);
        if (before == null) {
            last = now;
            return gap(Reason.FIRST);
        }
        if (before.is64() != now.is64()) {
            last = now;
            return gap(Reason.TYPE_CHANGED);
        }
        return compare(before, now);
    }

    private static Outcome gap(Reason reason) {
        return new Outcome.Gap(reason);
    }

    private Outcome compare(Round before, Round now) {
        double here = Duration.between(before.received, now.received).toMillis() / 1000.0;
        double there = (now.ticks - before.ticks) / TICKS_PER_SECOND;
        if (there < 0 && Math.abs(there + TWO_32 / TICKS_PER_SECOND - here) <= slack(here)) {
            there += TWO_32 / TICKS_PER_SECOND;
        }
        if (there < 0 || (isYoung(now, here) && here - there > slack(here))) {
            return gapFrom(now, Reason.REBOOT);
        }
        if (there == 0 || (here > 1 && there < here / 4)) {
            return gap(Reason.SAME_TIME);
        }
        if (here > 1 && there > here * 4 + 5) {
            return gapFrom(now, Reason.DISCONTINUITY);
        }
        if (!before.discontinuity.equals(now.discontinuity)) {
            return gapFrom(now, Reason.DISCONTINUITY);
        }
        last = now;
        return rate(before, now, there);
    }

    /** Seconds by which two clocks may differ: answers are late, agents round. */
    private static double slack(double seconds) {
        return Math.max(3, seconds * 0.05);
    }

    /** Whether the agent can have been started since the last round. */
    private static boolean isYoung(Round now, double here) {
        return now.ticks / TICKS_PER_SECOND <= here + 1;
    }

    private Outcome gapFrom(Round now, Reason reason) {
        last = now;
        return gap(reason);
    }

    private Outcome rate(Round before, Round now, double seconds) {
        long from = before.count();
        long to = now.count();
        boolean back = Long.compareUnsigned(to, from) < 0;
        double grown = back && !now.is64() ? to - from + TWO_32 : unsigned(to - from);
        double perSecond = grown / seconds;
        if (back && !canHaveWrapped(before, now, perSecond)) {
            return gap(Reason.RESET);
        }
        if (!back && perSecond > maximum * TOLERANCE) {
            return aboveMaximum(perSecond);
        }
        overMaximum = 0;
        learn(perSecond);
        return new Outcome.Rate(perSecond, back);
    }

    private Outcome aboveMaximum(double perSecond) {
        overMaximum++;
        if (overMaximum < OVER_MAXIMUM_BELIEVED) {
            return gap(Reason.DISCONTINUITY);
        }
        maximum = Double.POSITIVE_INFINITY;
        learn(perSecond);
        return new Outcome.Rate(perSecond, false);
    }

    private boolean canHaveWrapped(Round before, Round now, double perSecond) {
        double range = now.is64() ? TWO_64 : TWO_32;
        double from = unsigned(before.count());
        if (now.is64() && from < range - range / 1e6) {
            return false;
        }
        if (maximum != Double.POSITIVE_INFINITY) {
            return perSecond <= maximum * TOLERANCE;
        }
        if (hasPeak) {
            return perSecond <= Math.max(4 * peak, 1_000);
        }
        return from >= range * 3 / 4 && unsigned(now.count()) < range / 4;
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : value + TWO_64;
    }

    /** Old peaks fade: after 20 rounds an eighth is left. */
    private void learn(double perSecond) {
        peak = Math.max(perSecond, peak * 0.9);
        hasPeak = true;
    }

    /** Forgets the last value: the next round is a first one. For gaps. */
    public void forget() {
        last = null;
    }
}
