package dev.bulkhead.engine.sample;

import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.Counter32;
import dev.bulkhead.mibs.smi.SmiValue.Counter64;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Turns a counter's raw values into rates per second by the agent's own time.
 *
 * <p>Wraps, resets, reboots and glitches are told apart; a doubtful interval is a gap with its
 * reason, never a spike. Not for use by several threads at a time.
 *
 * <p><b>Time.</b> What divides is sysUpTime of the same response, never the poll's interval. Our
 * own clock only tells whether it can be believed ({@link AgentClock}). sysUpTime that goes back is
 * its wrap after 497 days if our clock says so too; a reboot if the agent can have been started
 * since the last round; else an old answer, or another processor's clock. sysUpTime that went on is
 * a reboot all the same if the agent can have been started since and less time has passed for it
 * than for us. An agent whose clock runs far too fast or slow has gaps as long as it does: its time
 * cannot divide, and ours does not know when it counted.
 *
 * <p><b>Value.</b> A 32-bit counter that goes back has wrapped (RFC 2578 §7.1.6) if the rate this
 * means is possible ({@link Growth}): at most the maximum, if one is known, and at most four times
 * what was seen lately; without either, from the last quarter of its range to the first. Otherwise
 * it was reset. If the maximum allows one wrap more than seen, nobody can know. A 64-bit counter
 * wraps only if it stood within a millionth of its end. A rate more than a quarter above the
 * maximum is a glitch, unless it stays: then the maximum is wrong and is forgotten.
 *
 * <p><b>Doubt.</b> A round with a value or time out of line is a gap, and is remembered beside the
 * last good one. The next round decides: if it goes on from the good one, that was a glitch, and
 * the rate is the average since; if it goes on from the doubted one, the counter was reset or
 * jumped for good; if it may be both, what is nearer to the rates of late, or no spike.
 *
 * <p><b>Limits.</b> A reset whose counter has passed its old value by the next round looks like
 * slow growth; a 32-bit counter reset near its end like a wrap. Without a maximum, a glitch of a
 * 32-bit counter that is no step back looks like a burst.
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
        FIRST("first value", Then.RESTART),
        REBOOT("agent restarted", Then.RESTART),
        /** The value went back and that was no wrap; or down and up again. */
        RESET("counter reset", Then.DOUBT),
        DISCONTINUITY("discontinuity", Then.RESTART),
        /** Faster than the line, or than anything. */
        GLITCH("impossible jump", Then.DOUBT),
        MANY_WRAPS(
                "may have wrapped more than once: poll faster or use the 64-bit counter",
                Then.RESTART),
        SAME_TIME("the agent's time did not advance", Then.IGNORE),
        /** sysUpTime and our clock disagree. */
        CLOCK("the agent's clock does not keep time", Then.DOUBT),
        /** sysUpTime went back, but not to a start of the agent since the last round. */
        TIME_BACK("the agent's time went back", Then.DOUBT),
        OUT_OF_ORDER("older than the value before", Then.IGNORE),
        TYPE_CHANGED("type changed", Then.RESTART),
        /** Another thing is counted under the same index. */
        REINDEXED("re-indexed", Then.RESTART),
        NO_UPTIME("no sysUpTime", Then.IGNORE),
        MISSING("no value", Then.RESTART);

        /** What becomes of the round. */
        private enum Then {
            /** The next one is compared with this one. */
            RESTART,
            /** The next one shows which is right, this one or the one before. */
            DOUBT,
            /** It says nothing. */
            IGNORE
        }

        private final String words;
        private final Then then;

        Reason(String words, Then then) {
            this.words = words;
            this.then = then;
        }

        public String words() {
            return words;
        }
    }

    /** How a round goes on from an earlier one; the seconds are the agent's and only of a rate. */
    private record Step(CounterRound from, Outcome outcome, double seconds) {
        boolean isRate() {
            return outcome instanceof Outcome.Rate;
        }

        double perSecond() {
            return outcome instanceof Outcome.Rate(double rate, boolean _) ? rate : Double.NaN;
        }
    }

    /** After so many doubted rounds in a row the newest is as good as any. */
    private static final int MOST_DOUBTED = 3;

    /** Of two rates that are both possible, one that is so many times the other is a spike. */
    private static final double SPIKE = 4;

    private final AgentClock clock = new AgentClock();
    private final Growth growth;
    private @Nullable CounterRound last;
    private @Nullable CounterRound doubted;
    private Reason doubt = Reason.RESET;
    private int doubts;
    private double seconds;

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
        this.growth = new Growth(orNone(maximumPerSecond));
    }

    private static double orNone(double maximumPerSecond) {
        return maximumPerSecond > 0 ? maximumPerSecond : Double.POSITIVE_INFINITY;
    }

    /** The maximum from the next round on: speeds are negotiated anew. */
    public void maximum(double maximumPerSecond) {
        growth.maximum(orNone(maximumPerSecond));
    }

    /**
     * The next round.
     *
     * @param value the counter, or whatever the agent sent in its place
     * @param upTimeTicks sysUpTime of the same response, in hundredths of a second
     * @param received when the response came, used only to tell a reboot from the wrap of sysUpTime
     *     after 497 days, and an agent's clock that does not keep time
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
        seconds = 0;
        if (!(value instanceof Counter32 || value instanceof Counter64)) {
            forget();
            return gap(value instanceof Marker ? Reason.MISSING : Reason.TYPE_CHANGED);
        }
        CounterRound before = last;
        OptionalLong discontinuity =
                discontinuityTicks.isPresent() || before == null
                        ? discontinuityTicks
                        : before.discontinuity();
        CounterRound now = new CounterRound(value, upTimeTicks, received, discontinuity);
        if (before == null) {
            return restart(now, Reason.FIRST);
        }
        if (before.is64() != now.is64()) {
            return restart(now, Reason.TYPE_CHANGED);
        }
        return settle(now, step(before, now));
    }

    private static Outcome gap(Reason reason) {
        return new Outcome.Gap(reason);
    }

    /**
     * Over how many seconds of the agent's time the last outcome is a rate; 0 if it was none. The
     * rate times this is what was counted.
     */
    public double seconds() {
        return seconds;
    }

    private Outcome restart(CounterRound now, Reason reason) {
        growth.restart(now);
        trust(now);
        return gap(reason);
    }

    private void trust(CounterRound now) {
        last = now;
        doubted = null;
        doubts = 0;
    }

    private Step step(CounterRound from, CounterRound now) {
        return switch (AgentClock.between(from, now)) {
            case AgentClock.Elapsed.Unknown(Reason reason) -> new Step(from, gap(reason), 0);
            case AgentClock.Elapsed.Seconds(double seconds) -> {
                Outcome outcome =
                        isDiscontinuity(from, now)
                                ? gap(Reason.DISCONTINUITY)
                                : growth.judge(from, now, seconds, from.equals(doubted));
                yield new Step(from, outcome, seconds);
            }
        };
    }

    private static boolean isDiscontinuity(CounterRound from, CounterRound now) {
        return from.discontinuity().isPresent()
                && !from.discontinuity().equals(now.discontinuity());
    }

    private Outcome settle(CounterRound now, Step fromGood) {
        CounterRound other = doubted;
        Step step = other == null ? fromGood : choose(fromGood, step(other, now));
        return switch (step.outcome()) {
            case Outcome.Rate rate -> accept(now, step, rate);
            case Outcome.Gap(Reason reason) ->
                    switch (reason.then) {
                        case RESTART -> restart(now, reason);
                        case DOUBT -> doubt(now, step, reason);
                        case IGNORE -> gap(reason);
                    };
        };
    }

    /** Which of two explanations of a round holds: from the good one, or from the doubted one. */
    private Step choose(Step fromGood, Step fromDoubted) {
        if (!fromGood.isRate() || !fromDoubted.isRate()) {
            return fromGood.isRate() && mayBeSkipped(fromDoubted) ? fromGood : fromDoubted;
        }
        if (doubt == Reason.CLOCK || doubt == Reason.TIME_BACK) {
            return fromGood;
        }
        if (!growth.hasSeen()) {
            boolean isSpike = fromDoubted.perSecond() > SPIKE * fromGood.perSecond();
            return isSpike ? fromGood : fromDoubted;
        }
        return growth.strangeness(fromGood.perSecond())
                        <= growth.strangeness(fromDoubted.perSecond())
                ? fromGood
                : fromDoubted;
    }

    /** A round that the doubted one cannot lead to, unless the agent says that it began anew. */
    private static boolean mayBeSkipped(Step fromDoubted) {
        return fromDoubted.outcome() instanceof Outcome.Gap(Reason reason)
                && reason != Reason.REBOOT
                && reason != Reason.DISCONTINUITY;
    }

    private Outcome accept(CounterRound now, Step step, Outcome.Rate rate) {
        trust(now);
        if (!clock.keepsTime(now.hereSince(step.from()), step.seconds())) {
            return gap(Reason.CLOCK);
        }
        growth.learn(now, rate.perSecond());
        seconds = step.seconds();
        return rate;
    }

    private Outcome doubt(CounterRound now, Step step, Reason reason) {
        if (reason == Reason.GLITCH) {
            double perSecond = now.grownSince(step.from()) / step.seconds();
            if (growth.outgrows(perSecond)) {
                trust(now);
                growth.learn(now, perSecond);
                seconds = step.seconds();
                return new Outcome.Rate(perSecond, now.isBelow(step.from()));
            }
        }
        doubts++;
        doubted = now;
        doubt = reason;
        if (doubts >= MOST_DOUBTED) {
            growth.restart(now);
            trust(now);
        }
        return gap(reason);
    }

    /** Forgets the last value: the next round is a first one. For gaps. */
    public void forget() {
        last = null;
        doubted = null;
        doubts = 0;
    }
}
