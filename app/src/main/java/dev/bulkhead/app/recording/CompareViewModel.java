package dev.bulkhead.app.recording;

import dev.bulkhead.app.agent.Work;
import dev.bulkhead.app.export.CsvWriter;
import dev.bulkhead.app.export.JsonWriter;
import dev.bulkhead.app.export.Row;
import dev.bulkhead.app.export.RowWriter;
import dev.bulkhead.app.flight.Comparison;
import dev.bulkhead.app.flight.Comparison.Change;
import dev.bulkhead.app.flight.OpenRecording;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Two snapshots side by side. JavaFX's thread; files are read elsewhere. */
public final class CompareViewModel {
    private static final List<String> COLUMNS = List.of("change", "name", "oid", "before", "after");

    private final ObservableList<RecordingEntry> entries;
    private final Work work;
    private final Supplier<MibNames> names;
    private final ReadOnlyObjectWrapper<Optional<Snapshot>> before =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Snapshot>> after =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty changesOnly = new SimpleBooleanProperty(true);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ObservableList<CompareLine> rows = FXCollections.observableArrayList();
    private final Map<Change, Integer> counts = new EnumMap<>(Change.class);
    private List<CompareLine> all = List.of();

    /** Only the answer to the latest question is shown. */
    private int question;

    /**
     * Nothing chosen yet.
     *
     * @param entries what can be compared
     */
    public CompareViewModel(
            ObservableList<RecordingEntry> entries, Work work, Supplier<MibNames> names) {
        this.entries = entries;
        this.work = work;
        this.names = names;
        changesOnly.subscribe(this::arrange);
        filter.subscribe(this::arrange);
    }

    ObservableList<RecordingEntry> entries() {
        return entries;
    }

    public ReadOnlyObjectProperty<Optional<Snapshot>> beforeProperty() {
        return before.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Snapshot>> afterProperty() {
        return after.getReadOnlyProperty();
    }

    /** Whether what is the same on both sides is left out. */
    public BooleanProperty changesOnlyProperty() {
        return changesOnly;
    }

    /** What a line's name, OID or values must have. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** Why there is nothing to see; "" for no problem. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** The lines that are shown. */
    public ObservableList<CompareLine> rows() {
        return rows;
    }

    /** How many lines of a kind there are, shown or not. */
    public int count(Change change) {
        return counts.getOrDefault(change, 0);
    }

    /** What recordings give when they are compared: one with itself, its first and last reading. */
    public void compare(List<RecordingEntry> chosen) {
        if (chosen.isEmpty()) {
            return;
        }
        RecordingEntry first = chosen.getFirst();
        RecordingEntry last = chosen.getLast();
        boolean swap =
                chosen.size() > 1
                        && first.summary()
                                .started()
                                .flatMap(one -> last.summary().started().map(one::isAfter))
                                .orElse(false);
        RecordingEntry older = swap ? last : first;
        RecordingEntry newer = swap ? first : last;
        int end = Math.max(0, newer.summary().passes() - 1);
        compare(new Snapshot(older, 0), new Snapshot(newer, end));
    }

    /** Compares two snapshots. */
    public void compare(Snapshot one, Snapshot other) {
        before.set(Optional.of(one));
        after.set(Optional.of(other));
        ask();
    }

    /** Chooses another first snapshot. */
    public void chooseBefore(Snapshot one) {
        before.set(Optional.of(one));
        ask();
    }

    /** Chooses another second one. */
    public void chooseAfter(Snapshot other) {
        after.set(Optional.of(other));
        ask();
    }

    /** What was before becomes what is after. */
    public void swap() {
        Optional<Snapshot> one = before.get();
        before.set(after.get());
        after.set(one);
        ask();
    }

    private void ask() {
        Optional<OpenRecording> one = before.get().flatMap(s -> s.entry().open());
        Optional<OpenRecording> other = after.get().flatMap(s -> s.entry().open());
        if (one.isEmpty() || other.isEmpty()) {
            return;
        }
        int left = before.get().orElseThrow().pass();
        int right = after.get().orElseThrow().pass();
        int asked = ++question;
        MibNames known = names.get();
        problem.set("");
        busy.set(true);
        work.run(
                "compare-recordings",
                () -> lines(one.get().read(left), other.get().read(right), known),
                lines -> show(asked, lines),
                why -> {
                    if (asked == question) {
                        show(asked, List.of());
                        problem.set(Inert.text(String.valueOf(why.getMessage())));
                    }
                });
    }

    private static List<CompareLine> lines(
            List<VarBind> before, List<VarBind> after, MibNames names) {
        return Comparison.of(before, after).stream()
                .map(line ->
                        new CompareLine(
                                line.change(),
                                line.name(),
                                Inert.text(names.shortName(line.name())),
                                text(line.name(), line.before(), names),
                                text(line.name(), line.after(), names)))
                .toList();
    }

    private static String text(Oid name, Optional<SmiValue> value, MibNames names) {
        return value.map(v -> Inert.text(names.value(new VarBind(name, v)))).orElse("");
    }

    private void show(int asked, List<CompareLine> lines) {
        if (asked != question) {
            return;
        }
        all = lines;
        counts.clear();
        lines.forEach(line -> counts.merge(line.change(), 1, Integer::sum));
        arrange();
        busy.set(false);
    }

    private void arrange() {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        boolean changes = changesOnly.get();
        rows.setAll(
                all.stream()
                        .filter(line -> !changes || line.change() != Change.SAME)
                        .filter(line -> wanted.isEmpty() || has(line, wanted))
                        .toList());
    }

    private static boolean has(CompareLine line, String wanted) {
        return line.name().toLowerCase(Locale.ROOT).contains(wanted)
                || line.oid().toString().contains(wanted)
                || line.before().toLowerCase(Locale.ROOT).contains(wanted)
                || line.after().toLowerCase(Locale.ROOT).contains(wanted);
    }

    /**
     * Writes the lines that are shown: JSON Lines by the file's name, else CSV without formulas.
     *
     * @param done is told of it
     */
    public void export(Path file, Consumer<String> done) {
        List<CompareLine> shown = List.copyOf(rows);
        problem.set("");
        work.run(
                "export-comparison",
                () -> {
                    write(file, shown);
                    return shown.size();
                },
                count -> done.accept(Words.text("compare.exported", count, file.toString())),
                why ->
                        problem.set(
                                Words.text(
                                        "compare.export-failed", Inert.text(String.valueOf(why)))));
    }

    private static void write(Path file, List<CompareLine> lines) throws IOException {
        boolean json = file.toString().endsWith(".jsonl");
        RowWriter format = json ? JsonWriter.lines() : new CsvWriter(COLUMNS);
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (CompareLine line : lines) {
                out.write(
                        format.next(
                                new Row()
                                        .put(
                                                "change",
                                                line.change().name().toLowerCase(Locale.ROOT))
                                        .put("name", line.name())
                                        .put("oid", line.oid().toString())
                                        .put("before", line.before())
                                        .put("after", line.after())));
            }
            out.write(format.end());
        }
    }
}
