package dev.bulkhead.app.past;

import dev.bulkhead.app.history.HistoryProblem;
import dev.bulkhead.app.history.HistoryState;
import dev.bulkhead.app.history.HistoryState.Notice;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Inert;
import java.nio.file.FileAlreadyExistsException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The History page in words. */
final class HistoryWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final double KIB = 1024;

    private HistoryWords() {}

    /** A moment to the second, in the user's zone; "" for none. */
    static String time(long millis) {
        return millis == Long.MAX_VALUE || millis == Long.MIN_VALUE
                ? ""
                : TIME.format(Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault()));
    }

    static String bytes(long bytes) {
        double kib = bytes / KIB;
        if (kib < KIB) {
            return Words.text("history.kb", Math.ceil(kib));
        }
        double mib = kib / KIB;
        return mib < KIB ? Words.text("history.mb", mib) : Words.text("history.gb", mib / KIB);
    }

    static String every(Duration every) {
        long millis = every.toMillis();
        if (millis % 60_000 == 0 && millis > 0) {
            return Words.text("chart.every.minutes", millis / 60_000);
        }
        return millis % 1_000 == 0
                ? Words.text("chart.every.seconds", millis / 1_000)
                : Words.text("chart.every.millis", millis);
    }

    /** What keeps the writer from writing, in a sentence; "" for nothing. */
    static String problem(Optional<HistoryState> state) {
        return state.flatMap(HistoryState::problem)
                .map(problem ->
                        Words.text(
                                "history.problem." + key(problem.kind()),
                                state.flatMap(HistoryState::file).map(String::valueOf).orElse(""),
                                Inert.text(problem.detail()),
                                state.map(HistoryState::lost).orElse(0L)))
                .orElse("");
    }

    static String notice(Notice notice) {
        return Words.text(
                "history.notice." + notice.what().name().toLowerCase(Locale.ROOT),
                notice.file().toString(),
                notice.now().toString());
    }

    private static String key(HistoryProblem.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** What came of something, in a sentence. */
    static String news(HistoryNews news) {
        return switch (news) {
            case HistoryNews.Checked checked ->
                    checked.wrong().isEmpty()
                            ? Words.text("history.news.sound")
                            : Words.text(
                                    "history.news.unsound",
                                    checked.wrong().size(),
                                    Inert.text(checked.wrong().getFirst()));
            case HistoryNews.Exported exported ->
                    Words.text(
                            "history.news.exported", exported.rows(), exported.target().toString());
            case HistoryNews.Deleted deleted ->
                    Words.text("history.news.deleted", deleted.series());
            case HistoryNews.Cancelled cancelled ->
                    Words.text("history.news.cancelled." + name(cancelled.deed()));
            case HistoryNews.Failed failed ->
                    Words.text(
                            "history.news.failed." + name(failed.deed()),
                            Inert.text(reason(failed.why())));
        };
    }

    /** What is being done to a file, and for how long. */
    static String work(HistoryNews.Deed deed, String file, Duration since) {
        return Words.text("history.work." + name(deed), file, since.toSeconds());
    }

    private static String name(HistoryNews.Deed deed) {
        return deed.name().toLowerCase(Locale.ROOT);
    }

    private static String reason(Throwable why) {
        return why instanceof FileAlreadyExistsException exists
                ? Words.text("history.export.exists-reason", exists.getFile())
                : why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    }
}
