package dev.bulkhead.app.past;

import dev.bulkhead.app.chart.ChartLine;
import dev.bulkhead.app.history.Effort;
import dev.bulkhead.app.history.HistoryExport;
import dev.bulkhead.app.history.HistoryFiles;
import dev.bulkhead.app.history.HistoryReader;
import dev.bulkhead.app.history.HistoryState;
import dev.bulkhead.app.history.StoredSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/**
 * The History page: which files there are, what is in one of them, and what can be done with it.
 */
public final class HistoryViewModel implements AutoCloseable {
    private final Historian historian;
    private final Consumer<Runnable> hand;
    private final HistoryReading lists = new HistoryReading("history-lists");
    private final HistoryReading work = new HistoryReading("history-work");
    private final ObservableList<Path> files = FXCollections.observableArrayList();
    private final List<Path> opened = new ArrayList<>();
    private final ObservableList<SeriesRow> rows = FXCollections.observableArrayList();
    private final FilteredList<SeriesRow> shown = new FilteredList<>(rows);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Path>> file =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Overview>> overview =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<HistoryNews>> news =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Errand>> errand =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private boolean listing;

    /**
     * A page over what is kept.
     *
     * @param hand runs something on the thread that this belongs to
     */
    public HistoryViewModel(Historian historian, Consumer<Runnable> hand) {
        this.historian = historian;
        this.hand = hand;
        filter.subscribe(text -> shown.setPredicate(row -> matches(row.now(), text)));
    }

    private static boolean matches(StoredSeries series, String text) {
        String all =
                String.join(
                        " ",
                        series.key().device(),
                        series.key().address(),
                        series.key().name(),
                        series.key().oid());
        String lower = all.toLowerCase(Locale.ROOT);
        for (String word : text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!lower.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** The files of the user's folder, and those that were opened from elsewhere. */
    public ObservableList<Path> files() {
        return files;
    }

    /** The file that is shown; that which is written, unless another one was chosen. */
    public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file;
    }

    public StringProperty filterProperty() {
        return filter;
    }

    /** The series of the file that fit the filter. */
    public FilteredList<SeriesRow> shown() {
        return shown;
    }

    /** What the file holds; empty before it was read, and while there is none. */
    ReadOnlyObjectProperty<Optional<Overview>> overviewProperty() {
        return overview;
    }

    /** What came of what was done last. */
    ObjectProperty<Optional<HistoryNews>> newsProperty() {
        return news;
    }

    /** Whether an export, a check or a deletion is under way. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    /** What is under way and can be cancelled. */
    ReadOnlyObjectProperty<Optional<Errand>> errandProperty() {
        return errand;
    }

    /** Ends a long check or export; it leaves nothing. */
    public void cancel() {
        errand.get().ifPresent(each -> each.effort().cancel());
    }

    /** How the writing goes. */
    public Optional<HistoryState> state() {
        return historian.state();
    }

    public boolean isOn() {
        return historian.isOn();
    }

    /** Whether there is a place to keep things in. */
    public boolean hasPlace() {
        return historian.place().isPresent();
    }

    /** Whether the shown file is the one that is written. */
    public boolean isWritten() {
        return file.get().isPresent() && file.get().equals(historian.file());
    }

    /** Shows another file; one from elsewhere stays in the list. */
    public void choose(Path chosen) {
        if (file.get().equals(Optional.of(chosen))) {
            return;
        }
        if (!files.contains(chosen)) {
            opened.add(chosen);
            files.add(chosen);
        }
        file.set(Optional.of(chosen));
        overview.set(Optional.empty());
        rows.clear();
        news.set(Optional.empty());
        refresh();
    }

    /** Looks again what there is; shows it soon. */
    public void refresh() {
        if (listing) {
            return;
        }
        listing = true;
        Optional<Path> folder = historian.place().map(Path::getParent);
        var _ =
                CompletableFuture.supplyAsync(() -> list(folder), HistoryViewModel::onThread)
                        .whenComplete((found, _) -> hand.accept(() -> listed(found)));
    }

    private static void onThread(Runnable action) {
        Thread.ofVirtual().name("list-histories").start(action);
    }

    private static List<Path> list(Optional<Path> folder) {
        try {
            return folder.isEmpty() ? List.of() : HistoryFiles.in(folder.get());
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private void listed(List<Path> found) {
        List<Path> all = new ArrayList<>(found);
        opened.stream().filter(each -> !all.contains(each)).forEach(all::add);
        if (!files.equals(all)) {
            files.setAll(all);
        }
        if (file.get().isEmpty()) {
            file.set(historian.file().or(() -> all.stream().findFirst()));
        }
        Optional<Path> chosen = file.get();
        if (chosen.isEmpty()) {
            listing = false;
            return;
        }
        var _ =
                lists.ask(chosen.get(), HistoryViewModel::overview)
                        .whenComplete(
                                (read, why) -> hand.accept(() -> read(chosen.get(), read, why)));
    }

    private static Overview overview(HistoryReader reader) throws Exception {
        return new Overview(reader.file(), reader.bytes(), reader.series());
    }

    private void read(Path from, Overview read, Throwable why) {
        listing = false;
        if (!file.get().equals(Optional.of(from))) {
            refresh();
            return;
        }
        if (read == null) {
            if (!isWritten()) {
                news.set(Optional.of(new HistoryNews.Failed(HistoryNews.Deed.READ, reason(why))));
            }
            return;
        }
        overview.set(Optional.of(read));
        update(read.series());
    }

    /** Rows stay the same objects, so that what is chosen stays chosen. */
    private void update(List<StoredSeries> read) {
        Map<Long, SeriesRow> known = new HashMap<>();
        rows.forEach(row -> known.put(row.now().id(), row));
        List<SeriesRow> all = new ArrayList<>();
        for (StoredSeries series : read) {
            SeriesRow row = known.computeIfAbsent(series.id(), _ -> new SeriesRow(series));
            row.update(series);
            all.add(row);
        }
        if (!rows.equals(all)) {
            rows.setAll(all);
        }
    }

    private static Throwable reason(Throwable why) {
        return why instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : why;
    }

    /** Lines of a chart of these series. */
    public List<ChartLine> lines(Collection<StoredSeries> chosen) {
        return file.get()
                .map(from -> chosen.stream().map(each -> historian.line(from, each)).toList())
                .orElse(List.of());
    }

    /** Looks through the whole file. */
    public void check() {
        Effort effort = new Effort();
        start(
                HistoryNews.Deed.CHECK,
                from ->
                        atLength(
                                HistoryNews.Deed.CHECK,
                                from,
                                effort,
                                reader -> reader.check(effort)),
                wrong -> new HistoryNews.Checked(wrong));
    }

    /** Exports series. */
    void export(List<StoredSeries> chosen, ExportOrder order) {
        HistoryExport.What what =
                new HistoryExport.What(chosen, order.from(), order.to(), order.level());
        Effort effort = new Effort();
        start(
                HistoryNews.Deed.EXPORT,
                from ->
                        atLength(
                                HistoryNews.Deed.EXPORT,
                                from,
                                effort,
                                reader ->
                                        new HistoryExport(reader, effort)
                                                .write(
                                                        what,
                                                        order.target(),
                                                        order.form(),
                                                        order.mayReplace())),
                rows -> new HistoryNews.Exported(rows, order.target()));
    }

    /** Deletes series for good. */
    public void delete(List<StoredSeries> chosen) {
        start(
                HistoryNews.Deed.DELETE,
                from -> historian.delete(from, chosen),
                _ -> new HistoryNews.Deleted(chosen.size()));
    }

    private <T> CompletableFuture<T> atLength(
            HistoryNews.Deed deed, Path from, Effort effort, HistoryReading.Question<T> question) {
        errand.set(Optional.of(new Errand(deed, from, System.nanoTime(), effort)));
        return work.ask(from, question);
    }

    /** Something that is done to a file, off this thread. */
    private interface Doing<T> {
        CompletableFuture<T> to(Path file);
    }

    /** The news of a deed that went well. */
    private interface Result<T> {
        HistoryNews of(T outcome);
    }

    private <T> void start(HistoryNews.Deed deed, Doing<T> doing, Result<T> result) {
        if (file.get().isEmpty() || busy.get()) {
            return;
        }
        busy.set(true);
        news.set(Optional.empty());
        var _ =
                doing.to(file.get().get())
                        .whenComplete((outcome, why) ->
                                hand.accept(() -> {
                                    busy.set(false);
                                    errand.set(Optional.empty());
                                    news.set(
                                            Optional.of(
                                                    why == null
                                                            ? result.of(outcome)
                                                            : notDone(deed, reason(why))));
                                    refresh();
                                }));
    }

    private static HistoryNews notDone(HistoryNews.Deed deed, Throwable why) {
        return why instanceof CancellationException
                ? new HistoryNews.Cancelled(deed)
                : new HistoryNews.Failed(deed, why);
    }

    @Override
    public void close() {
        cancel();
        lists.close();
        work.close();
    }
}
