package dev.bulkhead.app.polling;

import dev.bulkhead.app.chart.UnitScale;
import dev.bulkhead.app.i18n.Words;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a row's value is beyond its threshold. Times without values change nothing: nobody knows.
 */
final class AlarmState {
    private final PollRow row;
    private volatile Optional<Threshold> threshold = Optional.empty();
    private volatile boolean raised;

    AlarmState(PollRow row) {
        this.row = row;
    }

    boolean isRaised() {
        return raised;
    }

    /** Another threshold; one that is gone ends the alarm in silence. */
    synchronized void threshold(Optional<Threshold> other) {
        threshold = other;
        raised &= other.isPresent();
    }

    /** The next value; NaN for none. */
    synchronized void next(double value, Instant time) {
        Optional<Threshold> edge = threshold;
        if (edge.isEmpty() || Double.isNaN(value)) {
            return;
        }
        boolean before = raised;
        raised = edge.get().isAlarm(value, before);
        if (raised != before) {
            row.context().watch().alarm(new PollAlarm(row, time, raised, words(edge.get(), value)));
        }
    }

    private String words(Threshold edge, double value) {
        String unit = row.series().unit();
        String key = raised ? "poll.alarm." + edge.side().key() : "poll.alarm.over";
        return Words.text(
                key,
                row.context().nameOf(row),
                UnitScale.alone(unit, value),
                UnitScale.alone(unit, raised ? edge.limit() : edge.clear()));
    }
}
