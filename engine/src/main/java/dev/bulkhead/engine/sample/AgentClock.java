package dev.bulkhead.engine.sample;

import dev.bulkhead.engine.sample.CounterRate.Reason;

/**
 * What sysUpTime says of the time between two rounds, checked against our own clock.
 *
 * <p>The agent's time divides; ours only tells whether it can be believed. For one interval the two
 * may differ much, as an answer can be late by seconds. Over some rounds lateness cancels out: a
 * clock that is a quarter off then does not keep time, and its rates would be as wrong. Not for use
 * by several threads at a time.
 */
final class AgentClock {
    /** The time between two rounds. */
    sealed interface Elapsed {
        /** In seconds of the agent's time, more than 0. */
        record Seconds(double count) implements Elapsed {}

        /** It cannot be known. */
        record Unknown(Reason reason) implements Elapsed {}
    }

    private static final double TICKS_PER_SECOND = 100;

    /** sysUpTime begins again after 497 days. */
    private static final double WRAP_SECONDS = 0x1p32 / TICKS_PER_SECOND;

    /** Shorter intervals than this are only a few ticks. */
    private static final double SHORT_SECONDS = 0.1;

    private static final double LATE_SECONDS = 3;

    /** What an earlier interval still counts after each round. */
    private static final double KEPT = 0.9;

    private double here;
    private double there;

    /** The agent's time from one round to the next, or why it cannot be used. */
    static Elapsed between(CounterRound before, CounterRound now) {
        double here = now.hereSince(before);
        double there = (now.ticks() - before.ticks()) / TICKS_PER_SECOND;
        if (there < 0 && Math.abs(there + WRAP_SECONDS - here) <= slack(here)) {
            there += WRAP_SECONDS;
        }
        if (there < 0) {
            return new Elapsed.Unknown(whyBack(now, here, there));
        }
        if (startedWithin(now, here + 1) && here - there > slack(here)) {
            return new Elapsed.Unknown(Reason.REBOOT);
        }
        if (there == 0) {
            return new Elapsed.Unknown(Reason.SAME_TIME);
        }
        boolean slow = here > SHORT_SECONDS && there < here / 4;
        boolean fast = here >= 0 && there > here * 2 + LATE_SECONDS;
        return slow || fast ? new Elapsed.Unknown(Reason.CLOCK) : new Elapsed.Seconds(there);
    }

    private static Reason whyBack(CounterRound now, double here, double there) {
        if (here < 0 && Math.abs(here - there) <= slack(here)) {
            return Reason.OUT_OF_ORDER;
        }
        return startedWithin(now, here + slack(here)) ? Reason.REBOOT : Reason.TIME_BACK;
    }

    /** Whether the agent has been up for so many seconds at most. */
    private static boolean startedWithin(CounterRound now, double seconds) {
        return now.ticks() / TICKS_PER_SECOND <= seconds;
    }

    /** Seconds by which two clocks may differ: answers are late, agents round. */
    private static double slack(double seconds) {
        return Math.max(LATE_SECONDS, seconds * 0.05);
    }

    /**
     * Takes an interval note of; false if the agent's clock was a quarter off over the last rounds.
     *
     * @param hereSeconds by our clock; below 0 if that was set back, and then not used
     */
    boolean keepsTime(double hereSeconds, double thereSeconds) {
        if (hereSeconds >= 0) {
            here = here * KEPT + hereSeconds;
            there = there * KEPT + thereSeconds;
        }
        return Math.abs(there - here) <= LATE_SECONDS + here / 4;
    }
}
