package dev.bulkhead.engine.sample;

import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Instant;

/**
 * Turns a counter's raw values into rates per second by the agent's own time.
 *
 * <p>Wraps and resets are told apart; a doubtful interval is a gap with its reason, never a spike.
 * Not for use by several threads at a time.
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

    /**
     * The next round.
     *
     * @param value the counter, or whatever the agent sent in its place
     * @param upTimeTicks sysUpTime of the same response, in hundredths of a second
     * @param received when the response came, used only to tell a reboot from the wrap of sysUpTime
     *     after 497 days
     */
    public Outcome next(SmiValue value, long upTimeTicks, Instant received) {
        throw new UnsupportedOperationException();
    }

    /** Forgets the last value: the next round is a first one. For gaps. */
    public void forget() {
        throw new UnsupportedOperationException();
    }
}
