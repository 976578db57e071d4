package dev.bulkhead.app.packets;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.engine.JobHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The packets of one recording that pass the filter, and the chosen one taken apart. JavaFX's
 * thread; {@link #refresh} takes in what came.
 */
public final class PacketsViewModel {
    private final PacketRecorder recorder;
    private final Supplier<MibNames> names;
    private final ObservableList<Recording> recordings = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Recording>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<PacketLine> rows = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.BOTH);
    private final BooleanProperty errorsOnly = new SimpleBooleanProperty();
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final BooleanProperty reveal = new SimpleBooleanProperty();
    private final BooleanProperty recording = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<PacketLine>> chosen =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<PacketDetail>> detail =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<JobHandle> asked = Optional.empty();
    private long seen;

    /** Which packets are listed. */
    public enum Way {
        BOTH,
        SENT,
        RECEIVED
    }

    /** Shows what is recorded, with the names known by then. */
    public PacketsViewModel(PacketRecorder recorder, Supplier<MibNames> names) {
        this.recorder = recorder;
        this.names = names;
        recorder.words(packet -> PacketWords.searched(packet, names.get()));
        recording.set(recorder.isOn());
        recording.subscribe(recorder::record);
        filter.subscribe(_ -> refilter());
        way.subscribe(_ -> refilter());
        errorsOnly.subscribe(_ -> refilter());
        chosen.subscribe(_ -> takeApart());
        reveal.subscribe(_ -> takeApart());
    }

    private void takeApart() {
        detail.set(
                chosen.get()
                        .map(line -> new PacketDetail(line.packet(), names.get(), reveal.get())));
    }

    /** Called from any thread whenever there is something new to {@link #refresh}. */
    public void onChange(Runnable action) {
        recorder.onChange(action);
    }

    /** Whether runs that start from now on are recorded. */
    public BooleanProperty recordingProperty() {
        return recording;
    }

    /** What was recorded, newest first. */
    public ObservableList<Recording> recordings() {
        return recordings;
    }

    public ReadOnlyObjectProperty<Optional<Recording>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The shown recording's packets that pass the filter, oldest first. */
    public ObservableList<PacketLine> rows() {
        return rows;
    }

    public StringProperty filterProperty() {
        return filter;
    }

    public ObjectProperty<Way> wayProperty() {
        return way;
    }

    /** Whether only errors, reports and what cannot be read are listed. */
    public BooleanProperty errorsOnlyProperty() {
        return errorsOnly;
    }

    /** Whether the list stands still; packets are recorded all the while. */
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /** Whether communities are shown. */
    public BooleanProperty revealProperty() {
        return reveal;
    }

    /** The packet that is taken apart. */
    public ObjectProperty<Optional<PacketLine>> chosenProperty() {
        return chosen;
    }

    ReadOnlyObjectProperty<Optional<PacketDetail>> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    MibNames names() {
        return names.get();
    }

    /** Shows the packets of a job; if they are not recorded, none, and what can be done. */
    public void show(Optional<JobHandle> job) {
        asked = job;
        recordings.setAll(recorder.recordings());
        open(job.isEmpty() ? recordings.stream().findFirst() : job.flatMap(recorder::of));
    }

    private void open(Optional<Recording> wanted) {
        shown.set(wanted);
        chosen.set(Optional.empty());
        refilter();
    }

    /** Shows a recording. */
    public void show(Recording wanted) {
        if (shown.get().orElse(null) != wanted) {
            asked = wanted.handle();
            open(Optional.of(wanted));
        }
    }

    /** Whether the job asked for runs unrecorded. */
    public boolean canRecordNow() {
        return shown.get().isEmpty() && asked.filter(recorder::canRecord).isPresent();
    }

    /** Records the job asked for from now on, and shows that. */
    public void recordNow() {
        asked.ifPresent(job -> {
            recorder.record(job);
            show(asked);
        });
    }

    /** Takes in what came since the last tick. */
    public void refresh() {
        List<Recording> all = recorder.recordings();
        if (!all.equals(recordings)) {
            recordings.setAll(all);
        }
        if (shown.get().isPresent() && !paused.get()) {
            take(shown.get().get());
        }
    }

    private void take(Recording from) {
        List<PacketLine> fresh = from.after(seen);
        if (!fresh.isEmpty()) {
            seen = fresh.getLast().number();
            rows.addAll(passing(fresh));
        }
        long first = from.firstNumber();
        int gone = 0;
        while (gone < rows.size() && rows.get(gone).number() < first) {
            gone++;
        }
        rows.remove(0, gone);
    }

    private void refilter() {
        List<PacketLine> all = shown.get().map(each -> each.after(0)).orElse(List.of());
        seen = all.isEmpty() ? 0 : all.getLast().number();
        rows.setAll(passing(all));
    }

    private List<PacketLine> passing(List<PacketLine> lines) {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        List<PacketLine> passing = new ArrayList<>();
        for (PacketLine line : lines) {
            boolean wayFits =
                    way.get() == Way.BOTH || line.packet().sent() == (way.get() == Way.SENT);
            if (wayFits
                    && (!errorsOnly.get() || line.isError())
                    && (wanted.isEmpty() || line.words().contains(wanted))) {
                passing.add(line);
            }
        }
        return passing;
    }

    /** Forgets the packets that the shown recording has so far. */
    public void clear() {
        shown.get().ifPresent(Recording::clear);
        chosen.set(Optional.empty());
        refilter();
    }
}
