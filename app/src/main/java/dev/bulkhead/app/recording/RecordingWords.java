package dev.bulkhead.app.recording;

import dev.bulkhead.app.flight.Comparison.Change;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.recording.RecordingSummary.State;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Times, sizes and states in words. */
final class RecordingWords {
    private RecordingWords() {}

    /** {@code 30 s}, {@code 5 min}, {@code 8 h}. */
    static String time(Duration time) {
        long seconds = time.toSeconds();
        if (seconds % 3600 == 0) {
            return Words.text("recordings.hours", seconds / 3600);
        }
        return seconds % 60 == 0
                ? Words.text("recordings.minutes", seconds / 60)
                : Words.text("recordings.seconds", seconds);
    }

    /** {@code 0:05:00}, with tenths below a minute. */
    static String span(Duration span) {
        long seconds = span.toSeconds();
        if (seconds < 60) {
            return Words.text("recordings.span.short", span.toMillis() / 1000.0);
        }
        return String.format(
                Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    static String moment(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                .withLocale(Locale.getDefault())
                .withZone(ZoneId.systemDefault())
                .format(moment);
    }

    static String octets(long octets) {
        if (octets < 1024) {
            return Words.text("recordings.octets", octets);
        }
        return octets < 1 << 20
                ? Words.text("recordings.kib", octets / 1024.0)
                : Words.text("recordings.mib", octets / (1024.0 * 1024));
    }

    static String state(RecordingSummary summary) {
        String key = "recordings.state." + summary.state().name().toLowerCase(Locale.ROOT);
        String text = Words.text(key, summary.detail());
        boolean gaps = summary.gaps() > 0 && summary.state() != State.BROKEN;
        return gaps ? Words.text("recordings.with-gaps", text, summary.gaps()) : text;
    }

    static String change(Change change) {
        return Words.text("compare.change." + change.name().toLowerCase(Locale.ROOT));
    }
}
