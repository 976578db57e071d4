package dev.bulkhead.app.recording;

import dev.bulkhead.app.agent.Device;
import dev.bulkhead.app.agent.Work;
import dev.bulkhead.app.flight.Anonymiser;
import dev.bulkhead.app.flight.OpenRecording;
import dev.bulkhead.app.flight.Recorder;
import dev.bulkhead.app.flight.RecordingPlan;
import dev.bulkhead.app.flight.RecordingProgress;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.app.recording.RecordingSummary.State;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.SimulatedDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** All recordings, and what is done with them. JavaFX's thread. */
public final class RecordingsViewModel implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final Surroundings around;
    private final RecordingFolder folder;
    private final ObservableList<RecordingEntry> entries = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Double> speed = new SimpleObjectProperty<>(1.0);
    private final BooleanProperty loop = new SimpleBooleanProperty();
    private boolean loaded;

    /** Where the devices that play recordings are shown. */
    public interface OfflineDevices {
        void appeared(Device device);

        void gone(Device device);
    }

    /**
     * What it needs from outside.
     *
     * @param fx runs things on JavaFX's thread
     * @param names resolve the names in a walk's text
     * @param done is told of what succeeded
     */
    public record Surroundings(
            JobStarter jobs,
            Work work,
            Executor fx,
            Supplier<MibNames> names,
            Settings settings,
            InstantSource clock,
            OfflineDevices devices,
            Consumer<String> done) {}

    public RecordingsViewModel(Surroundings around) {
        this.around = around;
        folder = new RecordingFolder(around.settings());
    }

    /** The latest first. */
    public ObservableList<RecordingEntry> entries() {
        return entries;
    }

    /** What went wrong last; "" for nothing. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** How much faster than they were recorded recordings are played. */
    public ObjectProperty<Double> speedProperty() {
        return speed;
    }

    /** Whether they start again at their end. */
    public BooleanProperty loopProperty() {
        return loop;
    }

    /** Lists what there is, once. */
    public void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        around.work()
                .run(
                        "list-recordings",
                        folder::all,
                        paths -> paths.forEach(path -> add(path, false, _ -> {})),
                        this::failed);
    }

    private void failed(Exception why) {
        problem.set(Inert.text(String.valueOf(why.getMessage())));
    }

    /** There is no problem any more. */
    public void forgetProblem() {
        problem.set("");
    }

    /** Opens files and folders; each is played at once, as an offline device. */
    public void open(List<Path> paths) {
        forgetProblem();
        for (Path path : paths) {
            Path whole = ofIndex(path.toAbsolutePath().normalize());
            if (OpenRecording.isWalk(whole) || !OpenRecording.isRecording(whole)) {
                readWalk(whole);
            } else {
                add(
                        whole,
                        true,
                        entry -> {
                            folder.remember(whole);
                            replay(entry);
                        });
            }
        }
    }

    /** Who chooses the index means its folder. */
    private static Path ofIndex(Path path) {
        Path parent = path.getParent();
        boolean index = "recording.index".equals(String.valueOf(path.getFileName()));
        return index && parent != null ? parent : path;
    }

    /** A walk's text becomes a recording of one reading. */
    private void readWalk(Path path) {
        MibNames names = around.names().get();
        around.work()
                .run(
                        "read-walk",
                        () -> {
                            OpenRecording walk = OpenRecording.open(path, names);
                            Path to =
                                    folder.fresh(
                                            walk.index().head().name(), around.clock().instant());
                            walk.copyTo(to);
                            return to;
                        },
                        to -> add(to, true, this::replay),
                        this::failed);
    }

    private void add(Path path, boolean first, Consumer<RecordingEntry> then) {
        Optional<RecordingEntry> known = at(path);
        if (known.isPresent()) {
            then.accept(known.get());
            return;
        }
        RecordingEntry entry = new RecordingEntry(path, nothing(path, "", State.READING));
        entries.add(first ? 0 : entries.size(), entry);
        look(entry, then);
    }

    private Optional<RecordingEntry> at(Path path) {
        return entries.stream().filter(entry -> entry.path().equals(path)).findFirst();
    }

    private static RecordingSummary nothing(Path path, String device, State state) {
        return new RecordingSummary(
                String.valueOf(path.getFileName()),
                device,
                Optional.empty(),
                Duration.ZERO,
                0,
                0,
                0,
                0,
                state,
                "");
    }

    /** A recording that was read, and the octets of its files. */
    private record Looked(OpenRecording recording, long octets) {}

    private void look(RecordingEntry entry, Consumer<RecordingEntry> then) {
        MibNames names = around.names().get();
        around.work()
                .run(
                        "read-recording",
                        () -> {
                            OpenRecording recording = OpenRecording.open(entry.path(), names);
                            return new Looked(recording, octets(recording));
                        },
                        looked -> {
                            looked(entry, looked);
                            then.accept(entry);
                        },
                        why -> {
                            String reason = Inert.text(String.valueOf(why.getMessage()));
                            entry.show(entry.summary().in(State.BROKEN, reason));
                            problem.set(reason);
                        });
    }

    private static long octets(OpenRecording recording) throws IOException {
        if (Files.isRegularFile(recording.path())) {
            return Files.size(recording.path());
        }
        long octets = 0;
        for (var pass : recording.index().passes()) {
            Path file = recording.path().resolve(pass.file());
            octets += Files.isRegularFile(file) ? Files.size(file) : 0;
        }
        return octets;
    }

    private static void looked(RecordingEntry entry, Looked looked) {
        entry.opened(looked.recording());
        var index = looked.recording().index();
        String name = index.head().name();
        entry.show(
                new RecordingSummary(
                        name.isEmpty() ? entry.summary().name() : Inert.text(name),
                        Inert.text(index.head().device()),
                        Optional.of(index.head().started()),
                        index.span(),
                        index.passes().size(),
                        index.gaps().size(),
                        index.values(),
                        looked.octets(),
                        State.STORED,
                        ""));
    }

    /** Records; the recording stands on top of the list and grows. */
    public RecordingEntry record(RecordingPlan plan) {
        forgetProblem();
        Path to =
                folder.fresh(
                        plan.name().isEmpty() ? plan.target().address() : plan.name(),
                        around.clock().instant());
        RecordingEntry entry =
                new RecordingEntry(to, nothing(to, plan.target().address(), State.RECORDING));
        if (!plan.name().isEmpty()) {
            RecordingSummary unnamed = entry.summary();
            entry.show(
                    new RecordingSummary(
                            plan.name(),
                            unnamed.device(),
                            Optional.empty(),
                            Duration.ZERO,
                            0,
                            0,
                            0,
                            0,
                            State.RECORDING,
                            ""));
        }
        Recorder recorder = new Recorder(plan, to, around.jobs()::submit, entry::progress);
        entry.recordedBy(Optional.of(recorder));
        entries.addFirst(entry);
        around.work()
                .run(
                        "record-device",
                        recorder::run,
                        end -> recorded(entry, end),
                        why -> {
                            failed(why);
                            recorded(entry, RecordingProgress.NONE);
                        });
        return entry;
    }

    private void recorded(RecordingEntry entry, RecordingProgress end) {
        entry.recordedBy(Optional.empty());
        if (!OpenRecording.isRecording(entry.path())) {
            end.problem()
                    .ifPresent(why ->
                            problem.set(Words.text("recordings.nothing-came", Inert.text(why))));
            entries.remove(entry);
            return;
        }
        look(
                entry,
                done ->
                        around.done()
                                .accept(
                                        Words.text(
                                                "recordings.recorded",
                                                done.summary().passes(),
                                                done.summary().name())));
    }

    /** Ends what grows or is played; what was recorded stays. */
    public void stop(RecordingEntry entry) {
        entry.recorder().ifPresent(Recorder::cancel);
        entry.replay().ifPresent(job -> job.cancel());
    }

    /** Plays a recording as a device of its own, in a worker, until it is stopped. */
    public void replay(RecordingEntry entry) {
        if (entry.isBusy() || !entry.isUsable()) {
            return;
        }
        forgetProblem();
        SimulatedDevice.Model model =
                Files.isDirectory(entry.path())
                        ? new SimulatedDevice.Model.Replay(entry.path(), speed.get(), loop.get())
                        : new SimulatedDevice.Model.Recording(entry.path());
        entry.show(entry.summary().in(State.STARTING, ""));
        JobSpec.Simulate spec =
                new JobSpec.Simulate(
                        List.of(SimulatedDevice.of(entry.summary().name(), model, HOST, 0)));
        entry.replayedBy(
                Optional.of(
                        around.jobs()
                                .submit(
                                        spec,
                                        event -> around.fx().execute(() -> played(entry, event)))));
    }

    private void played(RecordingEntry entry, JobEvent event) {
        switch (event) {
            case JobEvent.Listening listening -> playing(entry, listening.addresses().getFirst());
            case JobEvent.Failed failed -> {
                problem.set(Inert.text(failed.failure().message()));
                ended(entry);
            }
            case JobEvent.Finished finished -> ended(entry);
            default -> {}
        }
    }

    private void playing(RecordingEntry entry, String address) {
        Device at = Device.parse(address);
        boolean again = entry.device().isPresent();
        Device device =
                new Device(
                        Words.text("recordings.offline.name", entry.summary().name()),
                        at.host(),
                        at.port());
        entry.playedBy(Optional.of(device));
        entry.show(entry.summary().in(State.REPLAYING, address));
        if (!again) {
            around.devices().appeared(device);
            around.done().accept(Words.text("recordings.playing", device.name(), address));
        }
    }

    private void ended(RecordingEntry entry) {
        entry.device().ifPresent(around.devices()::gone);
        entry.playedBy(Optional.empty());
        entry.replayedBy(Optional.empty());
        entry.show(entry.summary().in(State.STORED, ""));
    }

    /**
     * Copies a recording with everything in it replaced that tells whose it is.
     *
     * @param words what else is to be replaced
     * @param done is told where the copy is
     */
    public void anonymise(
            RecordingEntry entry, Path to, List<String> words, Consumer<Anonymiser.Report> done) {
        Optional<OpenRecording> open = entry.open();
        if (open.isEmpty()) {
            return;
        }
        forgetProblem();
        MibNames names = around.names().get();
        around.work()
                .run(
                        "anonymise",
                        () -> Anonymiser.run(open.get(), to, words, names),
                        report -> {
                            add(to, true, _ -> folder.remember(to));
                            done.accept(report);
                        },
                        this::failed);
    }

    /** Writes a reading as one file: {@code .snmprec} by its name, else a walk's text. */
    public void export(RecordingEntry entry, int pass, Path file) {
        entry.open()
                .ifPresent(open ->
                        around.work()
                                .run(
                                        "export-recording",
                                        () -> {
                                            open.export(pass, file);
                                            return file;
                                        },
                                        to ->
                                                around.done()
                                                        .accept(
                                                                Words.text(
                                                                        "recordings.exported",
                                                                        to.toString())),
                                        this::failed));
    }

    /**
     * Deletes recordings of the window's folder, and takes others out of the list only. Those that
     * grow or are played stay.
     *
     * @return brings them back
     */
    public Runnable delete(List<RecordingEntry> some) {
        List<RecordingEntry> free = some.stream().filter(entry -> !entry.isBusy()).toList();
        List<RecordingEntry> before = new ArrayList<>(entries);
        entries.removeAll(free);
        keep("delete-recordings", free, folder::delete);
        return () -> {
            for (RecordingEntry entry : free) {
                entries.add(Math.min(before.indexOf(entry), entries.size()), entry);
            }
            keep("restore-recordings", free, folder::restore);
        };
    }

    private interface FileDeed {
        void to(Path path) throws IOException;
    }

    private void keep(String name, List<RecordingEntry> some, FileDeed deed) {
        around.work()
                .run(
                        name,
                        () -> {
                            for (RecordingEntry entry : some) {
                                deed.to(entry.path());
                            }
                            return some.size();
                        },
                        count -> {},
                        this::failed);
    }

    /** A folder for a copy of a recording, not there yet. */
    public Path folderFor(RecordingEntry entry, String suffix) {
        return folder.fresh(entry.summary().name() + suffix, around.clock().instant());
    }

    /** Shows how far what grows is. */
    public void refresh() {
        entries.forEach(RecordingEntry::look);
    }

    /** Ends all that grows or is played. */
    @Override
    public void close() {
        entries.forEach(this::stop);
    }
}
