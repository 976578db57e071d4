package dev.bulkhead.app.polling;

import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Instant;

/** Is told all that polls bring, on the engine's threads; must not wait. */
public interface PollObserver {
    /** Nobody looks. */
    PollObserver NONE =
            new PollObserver() {
                @Override
                public void answered(PollRow row, Instant time, SmiValue value, double point) {}

                @Override
                public void gap(PollRow row, Instant from, Instant to, String reason) {}

                @Override
                public void happened(PollRow row, Instant time, Happening what, String text) {}
            };

    /** What can happen to a poll of a target. */
    enum Happening {
        STARTED,
        PAUSED,
        STOPPED,
        WORKER_RESTART,
        REBOOT
    }

    /**
     * The agent answered.
     *
     * @param point what is drawn of the value, in the unit of the row's series; NaN for nothing
     */
    void answered(PollRow row, Instant time, SmiValue value, double point);

    /** No values came. */
    void gap(PollRow row, Instant from, Instant to, String reason);

    /**
     * Something happened to the job of a target.
     *
     * @param row the first one of the target
     */
    void happened(PollRow row, Instant time, Happening what, String text);
}
