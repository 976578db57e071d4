package dev.bulkhead.app.polling;

import java.util.Map;
import java.util.OptionalLong;

/**
 * All polls in numbers.
 *
 * @param objects polled instances
 * @param devices distinct targets
 * @param states how many instances are in which state; states without any are left out
 * @param alarms how many values are beyond their thresholds
 * @param requestsPerSecond NaN while not known
 * @param workers worker processes
 */
public record PollSummary(
        int objects,
        int devices,
        Map<PollState, Integer> states,
        int alarms,
        double requestsPerSecond,
        Workers workers) {
    public PollSummary {
        states = Map.copyOf(states);
    }

    /** How many instances are in a state. */
    public int count(PollState state) {
        return states.getOrDefault(state, 0);
    }

    /** Instances whose agents answer in time, whatever the value. */
    public int answering() {
        return count(PollState.OK) + count(PollState.ALARM) + count(PollState.UNDEFINED);
    }

    /** Instances whose value is overdue, whatever the reason. */
    public int late() {
        return count(PollState.LATE) + count(PollState.NO_ANSWER) + count(PollState.RESTARTING);
    }

    /** Instances that are asked for, whether or not they answer. */
    public int running() {
        return objects
                - count(PollState.PAUSED)
                - count(PollState.WAITING)
                - count(PollState.ENDED);
    }

    /**
     * The worker processes of all polls, together.
     *
     * @param pid if it is just one
     * @param residentBytes 0 where the system does not tell
     * @param restarts how often one was replaced
     */
    public record Workers(int count, OptionalLong pid, long residentBytes, int restarts) {
        static final Workers NONE = new Workers(0, OptionalLong.empty(), 0, 0);
    }
}
