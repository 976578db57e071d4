package dev.bulkhead.app.flight;

import dev.bulkhead.engine.recording.RecordedGap;
import dev.bulkhead.engine.recording.RecordingException;
import dev.bulkhead.engine.recording.RecordingHead;
import dev.bulkhead.engine.recording.RecordingWriter;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a recorder gathers: one reading at a time, which is written when it is whole. Its time
 * starts with the first answer, or the first failure. Thread-safe.
 */
final class Tape {
    /** What one reading may hold in memory. */
    private static final int MAX_VALUES = 1_000_000;

    private final RecordingPlan plan;
    private final Path folder;
    private List<VarBind> values = new ArrayList<>();
    private @Nullable Instant first;
    private @Nullable Instant last;
    private @Nullable RecordingWriter writer;
    private @Nullable RecordingException broken;
    private @Nullable Instant started;
    private Optional<String> passProblem = Optional.empty();
    private Optional<String> problem = Optional.empty();
    private Optional<Failure> failure = Optional.empty();
    private Duration end = Duration.ZERO;
    private long round;
    private int gaps;

    /** Gaps before the first values, when there is no folder yet. */
    private final List<RecordedGap> earlyGaps = new ArrayList<>();

    Tape(RecordingPlan plan, Path folder) {
        this.plan = plan;
        this.folder = folder;
    }

    /** Fails early if the folder cannot be had. */
    void check() throws RecordingException {
        try {
            if (Files.exists(folder) && (!Files.isDirectory(folder) || !isEmpty())) {
                throw new RecordingException(
                        folder + " is there already: give a folder that is not");
            }
            Path parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
        } catch (RecordingException e) {
            throw e;
        } catch (IOException e) {
            throw new RecordingException("cannot make the folder " + folder + " (" + e + ")", e);
        }
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }

    synchronized void add(Sample sample, List<VarBind> along) {
        if (sample.varBinds().isEmpty()) {
            return;
        }
        begin(sample.time());
        last = sample.time();
        for (VarBind value : sample.varBinds()) {
            if (values.size() < MAX_VALUES && !(value.value() instanceof SmiValue.Marker)) {
                values.add(value);
            } else if (values.size() == MAX_VALUES) {
                passProblem = Optional.of("more than " + MAX_VALUES + " values");
            }
        }
        values.addAll(along);
    }

    private void begin(Instant now) {
        if (started == null) {
            started = now;
        }
        if (first == null) {
            first = now;
        }
    }

    /** A poll's values of another round than before: what was gathered is whole. */
    synchronized void nextRound(long now) {
        if (now != round) {
            round = now;
            end(false);
        }
    }

    synchronized void failed(Failure why) {
        failure = Optional.of(why);
        problem(why.message());
    }

    synchronized void problem(String why) {
        begin(Instant.now());
        passProblem = Optional.of(why);
    }

    synchronized void gap(Instant from, String reason) {
        begin(from);
        end(false);
        writeGap(offset(from), reason);
    }

    /**
     * Ends a reading.
     *
     * @param partial whether it is worth keeping if it is not whole
     */
    synchronized void endPass(boolean partial) throws RecordingException {
        end(partial);
        throwIfBroken();
    }

    private void end(boolean partial) {
        if (first == null) {
            return;
        }
        Duration offset = offset(first);
        if (!values.isEmpty() && (passProblem.isEmpty() || partial)) {
            write(offset, Duration.between(first, last == null ? first : last));
        }
        Optional<String> why = passProblem;
        if (why.isPresent()) {
            writeGap(offset, why.get());
        }
        problem = why;
        passProblem = Optional.empty();
        values = new ArrayList<>();
        first = null;
        last = null;
    }

    /** Never before what was written last, whatever the wall clock does. */
    private Duration offset(Instant time) {
        Duration offset = Duration.between(started == null ? time : started, time);
        end = offset.compareTo(end) > 0 ? offset : end;
        return end;
    }

    private void write(Duration offset, Duration took) {
        if (broken != null) {
            return;
        }
        try {
            RecordingWriter to = writer();
            to.add(offset, took.isNegative() ? Duration.ZERO : took, values);
        } catch (RecordingException e) {
            broken = e;
        }
    }

    private RecordingWriter writer() throws RecordingException {
        RecordingWriter open = writer;
        if (open == null) {
            open =
                    RecordingWriter.create(
                            folder,
                            new RecordingHead(
                                    plan.target().address(),
                                    plan.name(),
                                    started == null ? Instant.now() : started,
                                    plan.every(),
                                    plan.oids()));
            writer = open;
            for (RecordedGap early : earlyGaps) {
                open.gap(early.offset(), early.reason());
            }
        }
        return open;
    }

    private void writeGap(Duration offset, String reason) {
        gaps++;
        problem = Optional.of(reason);
        if (broken != null) {
            return;
        }
        RecordingWriter open = writer;
        if (open == null) {
            if (earlyGaps.size() < MAX_EARLY) {
                earlyGaps.add(new RecordedGap(offset, reason));
            }
            return;
        }
        try {
            open.gap(offset, reason);
        } catch (RecordingException e) {
            broken = e;
        }
    }

    private static final int MAX_EARLY = 100;

    synchronized boolean isBroken() {
        return broken != null;
    }

    synchronized void throwIfBroken() throws RecordingException {
        if (broken != null) {
            throw broken;
        }
    }

    synchronized Optional<Failure> failure() {
        return failure;
    }

    synchronized Optional<Instant> started() {
        return Optional.ofNullable(started);
    }

    synchronized RecordingProgress progress() {
        RecordingWriter open = writer;
        Instant latest = last;
        Duration span = started == null || latest == null ? end : Duration.between(started, latest);
        return new RecordingProgress(
                open == null ? 0 : open.passes(),
                gaps,
                open == null ? 0 : open.values(),
                values.size(),
                span.compareTo(end) > 0 ? span : end,
                passProblem.or(() -> problem));
    }
}
