package dev.bulkhead.app.polling;

import dev.bulkhead.app.chart.ChartMark;
import dev.bulkhead.app.chart.ChartMarks;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What polls learn beside values, told to whoever wants to know. Any thread. */
final class PollWatch {
    private static final long MILLIS_PER_TICK = 10;

    /** sysUpTime this near to its end may have wrapped: a day before 497. */
    private static final long WRAPS_FROM = 0xFFFF_FFFFL - 8_640_000;

    private final ChartMarks marks = new ChartMarks();
    private final List<Consumer<PollAlarm>> alarmListeners = new CopyOnWriteArrayList<>();
    private final Map<Target, Long> upTimes = new ConcurrentHashMap<>();

    ChartMarks marks() {
        return marks;
    }

    void onAlarm(Consumer<PollAlarm> listener) {
        alarmListeners.add(listener);
    }

    /** A row's value passed its threshold, or came back. */
    void alarm(PollAlarm alarm) {
        marks.add(
                new ChartMark(
                        alarm.time().toEpochMilli(),
                        ChartMark.Kind.ALARM,
                        alarm.row().targetLabel(),
                        alarm.text()));
        alarmListeners.forEach(each -> each.accept(alarm));
    }

    /** A worker process was lost. */
    void workerLost(String target, Instant time, String reason) {
        marks.add(
                new ChartMark(
                        time.toEpochMilli(),
                        ChartMark.Kind.WORKER,
                        target,
                        Words.text("poll.mark.worker", reason)));
    }

    /** The user paused all polls of a target's job. */
    void paused(String target, Instant time) {
        marks.add(
                new ChartMark(
                        time.toEpochMilli(),
                        ChartMark.Kind.POLLING,
                        target,
                        Words.text("poll.mark.paused", target)));
    }

    /** An agent answered; its time tells whether it started anew. */
    void answered(Target target, String label, Sample sample) {
        sample.upTimeTicks()
                .ifPresent(ticks -> {
                    Long before = upTimes.put(target, ticks);
                    if (before != null && ticks < before && before < WRAPS_FROM) {
                        marks.add(
                                new ChartMark(
                                        sample.time().toEpochMilli() - ticks * MILLIS_PER_TICK,
                                        ChartMark.Kind.REBOOT,
                                        label,
                                        Words.text("poll.mark.reboot", label)));
                    }
                });
    }
}
