package dev.bulkhead.app.polling;

import java.util.Optional;

/**
 * What the user chose for one row.
 *
 * @param group the group it stands in; "" for none
 * @param threshold when its value alarms
 * @param isPaused whether it is not asked for
 */
public record PollSettings(String group, Optional<Threshold> threshold, boolean isPaused) {
    /** In no group, without threshold, running. */
    public static final PollSettings NONE = new PollSettings("", Optional.empty(), false);

    PollSettings inGroup(String other) {
        return new PollSettings(other, threshold, isPaused);
    }

    PollSettings with(Optional<Threshold> other) {
        return new PollSettings(group, other, isPaused);
    }

    PollSettings paused(boolean now) {
        return new PollSettings(group, threshold, now);
    }
}
