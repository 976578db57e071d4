package dev.bulkhead.engine.simulator;

import dev.bulkhead.engine.job.SimulatedDevice.Model;
import dev.bulkhead.engine.recording.RecordingException;
import dev.bulkhead.engine.recording.RecordingIndex;
import dev.bulkhead.engine.recording.Silences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * A recording of many readings, served at its own pace: at each time what the device had at that
 * time after its first reading, and no answer where a reading failed. Its time starts with the
 * first question.
 *
 * <p>Readings are read from their files when their time comes, and some are kept, so that a
 * recording of a day needs no more memory than one of a minute. One that cannot be read is told of
 * once, and what was before it stays. The device's monitor guards it.
 */
final class Replay implements Variables {
    /** Lines of readings that are kept beside the one being served. */
    private static final int KEPT_LINES = 200_000;

    private final Path folder;
    private final RecordingIndex index;
    private final Model.Replay model;
    private final DeviceClock clock;
    private final Consumer<String> log;
    private final Map<Integer, Recording> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Integer, Boolean> broken = new HashMap<>();
    private long firstTick = -1;
    private final Silences silences;
    private Recording current;

    /**
     * Reads the index and the first reading, and looks whether the others are there.
     *
     * @param log gets what is wrong with later readings
     * @throws SimulatorException with what is wrong
     */
    Replay(Model.Replay model, DeviceClock clock, Consumer<String> log) throws SimulatorException {
        this.model = model;
        this.clock = clock;
        this.log = log;
        folder = model.folder();
        try {
            index = RecordingIndex.read(folder);
        } catch (RecordingException e) {
            throw new SimulatorException(String.valueOf(e.getMessage()), e);
        }
        for (var pass : index.passes()) {
            if (!Files.isRegularFile(folder.resolve(pass.file()))) {
                throw new SimulatorException(
                        folder
                                + " has no file "
                                + pass.file()
                                + ", which its index names: copy the whole folder",
                        null);
            }
        }
        silences = Silences.of(index);
        current = RecordingReader.read(file(0));
    }

    /** Whether the recorded device gave nothing at this time. */
    boolean isSilent() {
        return silences.at(offset());
    }

    private Path file(int place) {
        return folder.resolve(index.passes().get(place).file());
    }

    /** What could not be used of the first reading. */
    List<String> notes() {
        return current.notes();
    }

    /** How far into the recording it is now. */
    private Duration offset() {
        long tick = clock.tick();
        if (firstTick < 0) {
            firstTick = tick;
        }
        double ticks = (tick - firstTick) * model.speed();
        Duration offset = Duration.ofMillis((long) (ticks * 1000 / DeviceClock.TICKS_PER_SECOND));
        return model.loop()
                ? Duration.ofMillis(offset.toMillis() % Math.max(1, index.length().toMillis()))
                : offset;
    }

    private Recording now() {
        int place = index.passAt(offset());
        Recording there = kept.get(place);
        if (there == null && !broken.containsKey(place)) {
            there = load(place);
        }
        if (there != null) {
            current = there;
        }
        return current;
    }

    private @Nullable Recording load(int place) {
        try {
            Recording read = RecordingReader.read(file(place));
            kept.put(place, read);
            long lines = kept.values().stream().mapToLong(Recording::size).sum();
            var oldest = kept.entrySet().iterator();
            while (lines > KEPT_LINES && kept.size() > 1) {
                lines -= oldest.next().getValue().size();
                oldest.remove();
            }
            return read;
        } catch (SimulatorException e) {
            broken.put(place, true);
            log.accept(String.valueOf(e.getMessage()));
            return null;
        }
    }

    @Override
    public @Nullable Variable get(OID instance) {
        return now().get(instance);
    }

    @Override
    public @Nullable VariableBinding next(OID after) {
        return now().next(after);
    }

    @Override
    public boolean hasObjectOf(OID instance) {
        return now().hasObjectOf(instance);
    }

    @Override
    public WritePlan plan(List<? extends VariableBinding> bindings) {
        return current.plan(bindings);
    }
}
