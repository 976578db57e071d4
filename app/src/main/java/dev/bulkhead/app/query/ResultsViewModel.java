package dev.bulkhead.app.query;

import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.app.query.QueryRun.Question;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The Results tab: its runs, which of them is shown, and the rows of that one that pass the filter.
 *
 * <p>JavaFX's thread. {@link #onChange} is called from engine threads whenever something came; who
 * listens calls {@link #refresh} at the next tick.
 */
public final class ResultsViewModel {
    private static final int RUN_LIMIT = 50;

    /** More rows than this are filtered and sorted off JavaFX's thread. */
    private static final int AT_ONCE = 5_000;

    private final JobStarter jobs;
    private final InstantSource clock;
    private final ObservableList<QueryRun> runs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<QueryRun>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<ResultRow> rows = FXCollections.observableArrayList();
    private final BooleanProperty folded = new SimpleBooleanProperty();
    private final StringProperty filter = new SimpleStringProperty("");
    private final Function<ResultRow, String> text;
    private final Map<QueryRun, List<ResultRow>> kept = new HashMap<>();
    private Optional<Comparator<ResultRow>> order = Optional.empty();
    private ResultOptions options = ResultOptions.USUAL;
    private @Nullable Future<?> arranging;
    private Runnable changed = () -> {};

    /**
     * No runs yet.
     *
     * @param text all of a row's words, for the filter
     */
    public ResultsViewModel(
            JobStarter jobs, InstantSource clock, Function<ResultRow, String> text) {
        this.jobs = jobs;
        this.clock = clock;
        this.text = text;
        filter.subscribe(_ -> refilter());
    }

    /** What the user prefers, asked whenever a run starts. */
    public void follow(ResultOptions wanted) {
        options = wanted;
    }

    /** Called from any thread whenever a run has something new. */
    public void onChange(Runnable action) {
        changed = action;
    }

    /** All runs, newest first. */
    public ObservableList<QueryRun> runs() {
        return runs;
    }

    public ReadOnlyObjectProperty<Optional<QueryRun>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The shown run's rows that pass the filter. */
    public ObservableList<ResultRow> rows() {
        return rows;
    }

    /** Whether only the header of the shown run is to be seen; a run that is opened unfolds. */
    public BooleanProperty foldedProperty() {
        return folded;
    }

    public StringProperty filterProperty() {
        return filter;
    }

    /** Starts a run and shows it. */
    public QueryRun start(Question question, Oid oid) {
        if (options.replace().getAsBoolean()) {
            finished().forEach(this::forget);
        }
        QueryRun run = new QueryRun(question, clock.instant(), options.limit().getAsInt());
        runs.addFirst(run);
        kept.put(run, new ArrayList<>());
        makeRoom();
        show(run);
        run.submitted(
                jobs.submit(
                        spec(question.verb(), question.target(), oid),
                        event -> {
                            run.on(event);
                            changed.run();
                        }));
        return run;
    }

    private List<QueryRun> finished() {
        return runs.stream().filter(run -> run.progress().state().isOver()).toList();
    }

    private JobSpec spec(Verb verb, Target target, Oid oid) {
        List<Oid> oids = List.of(oid);
        int repetitions = options.repetitions().getAsInt();
        return switch (verb) {
            case GET -> new JobSpec.Get(target, new JobSpec.Get.Mode.Exact(), oids);
            case GET_NEXT -> new JobSpec.Get(target, new JobSpec.Get.Mode.Next(), oids);
            case GET_BULK ->
                    new JobSpec.Get(target, new JobSpec.Get.Mode.Bulk(0, repetitions), oids);
            case GET_SUBTREE ->
                    new JobSpec.Walk(target, oids, WalkOptions.DEFAULT.withMaxRepetitions(0));
            case WALK, TABLE_VIEW -> new JobSpec.Walk(target, oids, walk(repetitions));
            case SET ->
                    throw new IllegalArgumentException("a set is no run: it is asked for first");
        };
    }

    /** Begins with so many rows and learns from the answers. */
    private static WalkOptions walk(int repetitions) {
        WalkOptions usual = WalkOptions.DEFAULT;
        return new WalkOptions(
                repetitions, true, usual.strictOrder(), usual.maxVarBinds(), usual.maxTime());
    }

    private void makeRoom() {
        long total = kept.values().stream().mapToLong(List::size).sum();
        while (runs.size() > 1 && (runs.size() > RUN_LIMIT || total > QueryRun.LIMIT)) {
            QueryRun oldest = runs.removeLast();
            oldest.cancel();
            List<ResultRow> gone = kept.remove(oldest);
            total -= gone == null ? 0 : gone.size();
        }
    }

    /** Shows a run's rows. */
    public void show(QueryRun run) {
        folded.set(false);
        shown.set(Optional.of(run));
        refilter();
    }

    /** Takes in what came since the last tick; rows are appended, never sorted in. */
    public void refresh() {
        for (QueryRun run : runs) {
            List<ResultRow> fresh = run.drain();
            keptOf(run).addAll(fresh);
            if (shown.get().orElse(null) == run && !fresh.isEmpty() && arranging == null) {
                rows.addAll(unsorted().of(fresh));
            }
            examine(run);
        }
    }

    /** Lets the doctor find out why there was no answer, once for each run. */
    private void examine(QueryRun run) {
        Target target = run.question().target();
        boolean due =
                run.examination().isEmpty()
                        && run.silence().filter(why -> Examination.helps(target, why)).isPresent();
        if (due) {
            run.examined(Examination.start(jobs, target, changed));
        }
    }

    /** Examines a run's device once more, with other credentials too. */
    public Examination examineWith(QueryRun run, List<Credential> others) {
        run.examination().ifPresent(Examination::cancel);
        Target target = run.question().target();
        Examination wider =
                Examination.start(
                        jobs,
                        new JobSpec.Doctor(target, false, others, JobSpec.Doctor.DEFAULT_PATIENCE),
                        changed);
        run.examined(wider);
        return wider;
    }

    /** Sorts the shown run's rows; empty for the order they came in. */
    public void sort(Optional<Comparator<ResultRow>> wanted) {
        order = wanted;
        refilter();
    }

    /** Shows the rows anew: at once if they are few, else as soon as they are arranged. */
    private void refilter() {
        if (arranging != null) {
            arranging.cancel(true);
            arranging = null;
        }
        List<ResultRow> all = shown.get().map(this::keptOf).orElse(List.of());
        RowArrangement wanted = arrangement();
        if (wanted.isPlain() || all.size() <= AT_ONCE) {
            rows.setAll(wanted.of(all));
            return;
        }
        List<ResultRow> snapshot = List.copyOf(all);
        arranging =
                Background.run(
                        "arrange-results",
                        () -> wanted.of(snapshot),
                        arranged -> show(arranged, snapshot.size()),
                        _ -> arranging = null);
    }

    private void show(List<ResultRow> arranged, int taken) {
        arranging = null;
        List<ResultRow> all = shown.get().map(this::keptOf).orElse(List.of());
        List<ResultRow> since = all.subList(Math.min(taken, all.size()), all.size());
        arranged.addAll(unsorted().of(since));
        rows.setAll(arranged);
    }

    private RowArrangement arrangement() {
        boolean over = shown.get().filter(run -> run.progress().state().isOver()).isPresent();
        return new RowArrangement(unsorted().filter(), over ? order : Optional.empty());
    }

    /** Rows that come later are never sorted in. */
    private RowArrangement unsorted() {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        Predicate<ResultRow> passes =
                row -> text.apply(row).toLowerCase(Locale.ROOT).contains(wanted);
        return new RowArrangement(
                wanted.isEmpty() ? Optional.empty() : Optional.of(passes), Optional.empty());
    }

    /** All rows of a run that it keeps, in the order they came. */
    public List<ResultRow> rowsOf(QueryRun run) {
        return List.copyOf(keptOf(run));
    }

    private List<ResultRow> keptOf(QueryRun run) {
        return kept.computeIfAbsent(run, _ -> new ArrayList<>());
    }

    /** Puts values that were read back after a change in the place of the shown run's old ones. */
    public void readBack(Target target, List<VarBind> values) {
        Optional<QueryRun> run = shown.get().filter(now -> now.question().target().equals(target));
        if (run.isPresent() && !values.isEmpty()) {
            Map<Oid, VarBind> byName = new HashMap<>();
            values.forEach(value -> byName.put(value.name(), value));
            replace(keptOf(run.get()), byName);
            replace(rows, byName);
        }
    }

    private static void replace(List<ResultRow> list, Map<Oid, VarBind> byName) {
        for (int i = 0; i < list.size(); i++) {
            ResultRow row = list.get(i);
            VarBind fresh = byName.get(row.varBind().name());
            if (fresh != null) {
                list.set(i, new ResultRow(fresh, row.address(), row.roundTrip()));
            }
        }
    }

    /** Cancels the newest run that is still going, if there is one. */
    public boolean cancelNewest() {
        Optional<QueryRun> going =
                runs.stream().filter(run -> !run.progress().state().isOver()).findFirst();
        going.ifPresent(QueryRun::cancel);
        return going.isPresent();
    }

    /** Starts the shown run again. */
    public void runAgain(Function<Question, Oid> oid) {
        shown.get().ifPresent(run -> start(run.question(), oid.apply(run.question())));
    }

    /** Starts a run's question again. */
    public void again(QueryRun run) {
        start(run.question(), Oid.parse(run.question().oidText()));
    }

    /** Forgets the shown run; the next newest is shown. */
    public Optional<Runnable> clear() {
        return shown.get().map(this::close);
    }

    /** Forgets a run and its rows. What comes back puts both where they were. */
    public Runnable close(QueryRun run) {
        int at = runs.indexOf(run);
        boolean wasShown = shown.get().filter(s -> s == run).isPresent();
        refreshOne(run);
        List<ResultRow> values = keptOf(run);
        forget(run);
        return () -> {
            runs.add(Math.clamp(at, 0, runs.size()), run);
            kept.put(run, values);
            if (wasShown || runs.size() == 1) {
                show(run);
            }
        };
    }

    private void refreshOne(QueryRun run) {
        keptOf(run).addAll(run.drain());
    }

    private void forget(QueryRun run) {
        run.cancel();
        runs.remove(run);
        kept.remove(run);
        if (shown.get().filter(s -> s == run).isPresent()) {
            folded.set(false);
            shown.set(runs.stream().findFirst());
            refilter();
        }
    }
}
