package dev.bulkhead.app.polling;

import java.util.Locale;

/** How a polled instance is doing. */
public enum PollState {
    /** The job has started, no answer has come yet. */
    STARTING,
    OK,
    /** The value is beyond its threshold. */
    ALARM,
    /** The agent answers, but a formula has no number of it. */
    UNDEFINED,
    /** The next value is overdue. */
    LATE,
    /** The agent was asked and did not answer, or cannot be reached. */
    NO_ANSWER,
    /** The agent answers that it has no such instance. */
    MISSING,
    /** The agent answers with an error. */
    ERROR,
    /** The job's worker process is gone and another takes over. */
    RESTARTING,
    PAUSED,
    /** Not started: the credential to ask with is not at hand. */
    WAITING,
    /** The job has ended. */
    ENDED;

    /** Names its word in the message bundle and its style class. */
    String key() {
        return "state-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
