package dev.bulkhead.app.shell;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.JobProgress.State;
import dev.bulkhead.app.query.JobWords;
import dev.bulkhead.app.query.QueryRun;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.engine.JobTotals;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the status bar says. JavaFX's thread. */
public final class StatusViewModel {
    /** What is over sooner needs no progress bar. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final ReadOnlyObjectWrapper<Line> line =
            new ReadOnlyObjectWrapper<>(new Line("", Tone.NEUTRAL));
    private final ReadOnlyObjectWrapper<Optional<Progress>> progress =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<String, Long> lastCounts = new HashMap<>();
    private Optional<QueryRun> reported = Optional.empty();

    /** A sentence and what it means. */
    public record Line(String text, Tone tone) {}

    /**
     * A run under way.
     *
     * @param share how much of it is done, 0..1; -1 if nobody knows
     */
    public record Progress(QueryRun run, String text, double share) {}

    public ReadOnlyObjectProperty<Line> lineProperty() {
        return line.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Progress>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    void tell(String text, Tone tone) {
        line.set(new Line(text, tone));
    }

    void say(String text) {
        line.set(new Line(text, Tone.NEUTRAL));
    }

    void done(String text) {
        line.set(new Line(text, Tone.SUCCESS));
    }

    void warn(String text) {
        line.set(new Line(text, Tone.WARNING));
    }

    void fail(String text) {
        line.set(new Line(text, Tone.DANGER));
    }

    /** Looks at the runs, newest first. */
    public void look(List<QueryRun> runs, Instant now) {
        Optional<QueryRun> going =
                runs.stream().filter(run -> !run.progress().state().isOver()).findFirst();
        progress.set(
                going.filter(run -> run.progress().elapsed(now).compareTo(PATIENCE) > 0)
                        .map(run -> progress(run, now)));
        runs.stream()
                .filter(run -> run.progress().state().isOver())
                .findFirst()
                .filter(run -> reported.filter(last -> last == run).isEmpty())
                .ifPresent(this::report);
    }

    private Progress progress(QueryRun run, Instant now) {
        long count = run.count();
        long total = lastCounts.getOrDefault(key(run), 0L);
        String what = run.question().what();
        String device = run.question().device();
        if (run.progress().state() == State.RESTARTING) {
            return new Progress(run, Words.text("progress.restarting", what, device), -1);
        }
        String verb = "progress." + run.question().verb().id();
        if (total > count) {
            String text = Words.text("progress.of", Words.text(verb, what, device), count, total);
            return new Progress(run, text, (double) count / total);
        }
        long millis = Math.max(1, run.progress().elapsed(now).toMillis());
        long rate = count * 1000 / millis;
        return new Progress(
                run, Words.text("progress.rate", Words.text(verb, what, device), count, rate), -1);
    }

    private static String key(QueryRun run) {
        return run.question().verb()
                + " "
                + run.question().device()
                + " "
                + run.question().oidText();
    }

    private void report(QueryRun run) {
        reported = Optional.of(run);
        String verb = Words.text("command." + run.question().verb().id());
        String time =
                JobWords.duration(
                        run.progress().totals().map(JobTotals::elapsed).orElse(Duration.ZERO));
        if (run.progress().failure().isPresent()) {
            fail(Words.text("status.failed", verb, run.progress().failure().get().message()));
        } else if (run.progress().state() == State.CANCELLED) {
            warn(Words.text("status.cancelled", verb, run.count(), time));
        } else {
            lastCounts.put(key(run), run.count());
            done(Words.text("status.finished", verb, run.count(), time));
        }
    }
}
