package dev.bulkhead.app.recording;

import dev.bulkhead.app.agent.Device;
import dev.bulkhead.app.flight.OpenRecording;
import dev.bulkhead.app.flight.Recorder;
import dev.bulkhead.app.flight.RecordingProgress;
import dev.bulkhead.app.recording.RecordingSummary.State;
import dev.bulkhead.engine.JobHandle;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A recording of the list. JavaFX's thread, but for the progress, which may be told on any. */
public final class RecordingEntry {
    private final Path path;
    private final ReadOnlyObjectWrapper<RecordingSummary> summary;
    private volatile RecordingProgress progress = RecordingProgress.NONE;
    private Optional<OpenRecording> open = Optional.empty();
    private Optional<Recorder> recorder = Optional.empty();
    private Optional<JobHandle> replay = Optional.empty();
    private Optional<Device> device = Optional.empty();

    RecordingEntry(Path path, RecordingSummary summary) {
        this.path = path;
        this.summary = new ReadOnlyObjectWrapper<>(summary);
    }

    /** Its folder, or its file. */
    public Path path() {
        return path;
    }

    public RecordingSummary summary() {
        return summary.get();
    }

    public ReadOnlyObjectProperty<RecordingSummary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    void show(RecordingSummary now) {
        summary.set(now);
    }

    void progress(RecordingProgress now) {
        progress = now;
    }

    /** Shows how far a recording that grows is. */
    void look() {
        RecordingSummary before = summary.get();
        if (before.state() == State.RECORDING) {
            RecordingProgress now = progress;
            summary.set(
                    new RecordingSummary(
                            before.name(),
                            before.device(),
                            before.started().or(() -> recorder.flatMap(Recorder::started)),
                            now.span(),
                            now.passes(),
                            now.gaps(),
                            now.values() + now.underWay(),
                            before.octets(),
                            State.RECORDING,
                            now.problem().orElse("")));
        }
    }

    /** What can be read of it; empty while it is made or broken. */
    public Optional<OpenRecording> open() {
        return open;
    }

    void opened(OpenRecording now) {
        open = Optional.of(now);
    }

    Optional<Recorder> recorder() {
        return recorder;
    }

    void recordedBy(Optional<Recorder> now) {
        recorder = now;
    }

    Optional<JobHandle> replay() {
        return replay;
    }

    void replayedBy(Optional<JobHandle> now) {
        replay = now;
    }

    /** The offline device that plays it. */
    public Optional<Device> device() {
        return device;
    }

    void playedBy(Optional<Device> now) {
        device = now;
    }

    /** Whether it grows or is played. */
    public boolean isBusy() {
        return switch (summary.get().state()) {
            case RECORDING, STARTING, REPLAYING -> true;
            case READING, STORED, BROKEN -> false;
        };
    }

    /** Whether it can be played, compared and copied. */
    public boolean isUsable() {
        return open.isPresent();
    }

    /** Its name, for pickers. */
    @Override
    public String toString() {
        return summary.get().name();
    }
}
