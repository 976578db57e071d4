package dev.bulkhead.app.shell;

import dev.bulkhead.app.chart.ChartMark;
import dev.bulkhead.app.history.EventKind;
import dev.bulkhead.app.notification.NotificationDesk;
import dev.bulkhead.app.past.Historian;
import dev.bulkhead.app.polling.PollAlarm;
import dev.bulkhead.app.polling.PollRow;
import dev.bulkhead.app.polling.PollingViewModel;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Marks in charts, and keeps in the history, what happens to polled devices beside their values:
 * alarms, and notifications that they send. On the engine's threads.
 */
final class NotedEvents {
    private final PollingViewModel polling;
    private final Historian historian;

    private NotedEvents(PollingViewModel polling, Historian historian) {
        this.polling = polling;
        this.historian = historian;
    }

    /** From now on. */
    static void follow(
            PollingViewModel polling, Historian historian, NotificationDesk notifications) {
        NotedEvents events = new NotedEvents(polling, historian);
        polling.marks().past(historian.marks());
        polling.onAlarm(events::alarm);
        notifications.onTaken(events::taken);
    }

    private void alarm(PollAlarm alarm) {
        PollRow row = alarm.row();
        historian.note(
                alarm.time(),
                alarm.isRaised() ? EventKind.ALARM : EventKind.ALARM_OVER,
                row.target(),
                row.targetLabel(),
                alarm.text());
    }

    /** Of a flood of the same text only the first of some seconds is marked and kept. */
    private void taken(String host, Instant time, Supplier<String> text) {
        Set<String> told = new HashSet<>();
        for (PollRow row : polling.rows()) {
            if (row.target().host().equals(host) && told.add(row.targetLabel())) {
                String words = text.get();
                boolean isNews =
                        polling.marks()
                                .add(
                                        new ChartMark(
                                                time.toEpochMilli(),
                                                ChartMark.Kind.NOTIFICATION,
                                                row.targetLabel(),
                                                words));
                if (isNews) {
                    historian.note(
                            time, EventKind.NOTIFICATION, row.target(), row.targetLabel(), words);
                }
            }
        }
    }
}
