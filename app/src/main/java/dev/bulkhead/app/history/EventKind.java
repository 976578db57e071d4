package dev.bulkhead.app.history;

import java.util.Arrays;
import java.util.Optional;

/** What can happen to a poll. */
public enum EventKind {
    STARTED("started"),
    PAUSED("paused"),
    STOPPED("stopped"),
    WORKER_RESTART("worker-restart"),
    REBOOT("reboot"),
    ALARM("alarm"),
    ALARM_OVER("alarm-over"),
    NOTIFICATION("notification");

    private final String word;

    EventKind(String word) {
        this.word = word;
    }

    /** The kind that is called so; empty if none is. */
    public static Optional<EventKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** As it stands in the table {@code event}. */
    public String word() {
        return word;
    }
}
