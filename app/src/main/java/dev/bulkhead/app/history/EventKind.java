package dev.bulkhead.app.history;

/** What can happen to a poll. */
public enum EventKind {
    STARTED("started"),
    PAUSED("paused"),
    STOPPED("stopped"),
    WORKER_RESTART("worker-restart"),
    REBOOT("reboot"),
    ALARM("alarm"),
    ALARM_OVER("alarm-over");

    private final String word;

    EventKind(String word) {
        this.word = word;
    }

    /** As it stands in the table {@code event}. */
    public String word() {
        return word;
    }
}
