package dev.bulkhead.app.polling;

import dev.bulkhead.app.chart.Statistics;
import dev.bulkhead.app.chart.UnitScale;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.SmiValue;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** A row's cells as texts. */
final class PollText {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private PollText() {}

    /** The value as its MIB reads it, grouped and with its unit; short enough for its column. */
    static String value(PollRow row, PollNames names) {
        if (row.formula().isPresent()) {
            return Double.isNaN(row.point())
                    ? UnitScale.NONE
                    : UnitScale.alone(row.series().unit(), row.point());
        }
        Optional<VarBind> found = row.value();
        if (found.isEmpty()) {
            return UnitScale.NONE;
        }
        SmiValue value = found.get().value();
        return switch (value) {
            case SmiValue.Counter32(long v) -> "%,d".formatted(v);
            case SmiValue.Counter64(long v) -> v >= 0 ? "%,d".formatted(v) : unsigned(v);
            case SmiValue.TimeTicks(long v) -> ticks(v);
            case SmiValue.Marker marker -> marker.typeName();
            case SmiValue.Integer32 _, SmiValue.Gauge32 _ ->
                    withUnit(grouped(names.value(found.get())), row.valueUnit());
            default -> names.value(found.get());
        };
    }

    private static String unsigned(long value) {
        return "%,d".formatted(new BigInteger(Long.toUnsignedString(value)));
    }

    private static String grouped(String text) {
        return text.matches("-?\\d{1,18}") ? "%,d".formatted(Long.parseLong(text)) : text;
    }

    private static String withUnit(String text, String unit) {
        return unit.isEmpty() || text.endsWith(unit) ? text : text + " " + unit;
    }

    /** {@code 41 d 03:12:55} of hundredths of a second. */
    static String ticks(long hundredths) {
        Duration time = Duration.ofMillis(hundredths * 10);
        String clock =
                String.format(
                        Locale.ROOT,
                        "%02d:%02d:%02d",
                        time.toHoursPart(),
                        time.toMinutesPart(),
                        time.toSecondsPart());
        return time.toDays() == 0 ? clock : Words.text("poll.days", time.toDays()) + " " + clock;
    }

    /**
     * The scale of a row's numbers: one prefix for rate, least, average and greatest, so that they
     * compare at a glance.
     */
    static UnitScale scale(PollRow row, Optional<Statistics> statistics) {
        double greatest =
                statistics
                        .map(s -> Math.max(Math.abs(s.max()), Math.abs(s.min())))
                        .orElse(Double.isNaN(row.point()) ? 0 : row.point());
        return UnitScale.of(row.series().unit(), greatest);
    }

    /** The rate of a counter; nothing for what is no counter. */
    static String rate(PollRow row, UnitScale scale) {
        return row.isCounter() && !Double.isNaN(row.point())
                ? scale.format(row.point())
                : UnitScale.NONE;
    }

    /** A time span in its largest fitting unit: {@code 0.4 s}, {@code 71 s}, {@code 3 min}. */
    static String age(Duration age) {
        long millis = Math.max(0, age.toMillis());
        if (millis < 10_000) {
            return Words.text("poll.age.tenths", millis / 1000.0);
        }
        if (millis < 120_000) {
            return Words.text("poll.age.seconds", millis / 1000);
        }
        return millis < 7_200_000
                ? Words.text("poll.age.minutes", millis / 60_000)
                : Words.text("poll.age.hours", millis / 3_600_000);
    }

    /** A period: {@code 500 ms}, {@code 1 s}, {@code 5 min}. */
    static String period(Duration every) {
        long millis = every.toMillis();
        if (millis % 60_000 == 0) {
            return Words.text("poll.age.minutes", millis / 60_000);
        }
        return millis % 1_000 == 0
                ? Words.text("poll.age.seconds", millis / 1_000)
                : Words.text("poll.age.millis", millis);
    }

    /** A time span to the second: {@code 12 s}, {@code 9 min 57 s}, {@code 3 h 20 min}. */
    static String span(long seconds) {
        Duration span = Duration.ofSeconds(seconds);
        if (seconds < 60) {
            return Words.text("poll.age.seconds", seconds);
        }
        String minutes = Words.text("poll.age.minutes", span.toMinutesPart());
        return seconds < 3_600
                ? minutes + " " + Words.text("poll.age.seconds", span.toSecondsPart())
                : Words.text("poll.age.hours", span.toHours()) + " " + minutes;
    }

    static String clock(Instant time) {
        return CLOCK.format(time.atZone(ZoneId.systemDefault()));
    }

    /** When a value alarms, in a sentence. */
    static String threshold(Threshold edge, String unit) {
        return Words.text(
                "poll.threshold." + edge.side().key(),
                UnitScale.alone(unit, edge.limit()),
                UnitScale.alone(unit, edge.clear()));
    }

    /** Bytes in MB, as task managers show them. */
    static String memory(long bytes) {
        return Words.text("poll.memory", Math.round(bytes / 1_048_576.0));
    }

    /** What happened to a job, in a sentence or two. */
    static String note(JobNote note) {
        return switch (note) {
            case JobNote.WorkerLost lost -> lost(lost);
            case JobNote.RoundsLost rounds ->
                    Words.text(
                            "poll.note.rounds",
                            rounds.targets(),
                            clock(rounds.gap().from()),
                            clock(rounds.gap().to()),
                            rounds.reason());
            case JobNote.GivenUp up ->
                    Words.text(
                            "poll.note.given-up",
                            up.targets(),
                            clock(up.time()),
                            up.failure().message(),
                            up.failure().advice());
        };
    }

    private static String lost(JobNote.WorkerLost lost) {
        String what =
                Words.text(
                        "poll.note.lost",
                        lost.targets(),
                        Long.toString(lost.pid()),
                        lost.reason().word(),
                        clock(lost.time()));
        String back =
                lost.back()
                        .map(when ->
                                Words.text(
                                        "poll.note.back", age(Duration.between(lost.time(), when))))
                        .orElseGet(() -> Words.text("poll.note.restarting"));
        String gap =
                lost.gap()
                        .map(g -> Words.text("poll.note.gap", clock(g.from()), clock(g.to())))
                        .orElse("");
        return what + back + gap;
    }
}
