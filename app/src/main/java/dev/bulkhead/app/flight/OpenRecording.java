package dev.bulkhead.app.flight;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.engine.recording.PassFile;
import dev.bulkhead.engine.recording.RecordedGap;
import dev.bulkhead.engine.recording.RecordedPass;
import dev.bulkhead.engine.recording.RecordingException;
import dev.bulkhead.engine.recording.RecordingHead;
import dev.bulkhead.engine.recording.RecordingIndex;
import dev.bulkhead.engine.recording.RecordingWriter;
import dev.bulkhead.engine.sample.VarBind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A recording that can be read: a folder with an index, or one file of {@code .snmprec} lines or of
 * a walk's text as a recording of one reading. Immutable; reading blocks.
 */
public final class OpenRecording {
    private final Path path;
    private final RecordingIndex index;
    private final List<String> notes;

    /** Of a file; of a folder each reading is read when it is wanted. */
    private final Optional<List<VarBind>> single;

    private OpenRecording(
            Path path, RecordingIndex index, List<String> notes, Optional<List<VarBind>> single) {
        this.path = path;
        this.index = index;
        this.notes = notes;
        this.single = single;
    }

    /** Whether a file or folder looks like a recording, by its name and place only. */
    public static boolean isRecording(Path path) {
        return Files.isRegularFile(path.resolve(RecordingIndex.FILE))
                || ((isSnmprec(path) || isWalk(path)) && Files.isRegularFile(path));
    }

    private static boolean isSnmprec(Path path) {
        return name(path).endsWith(".snmprec");
    }

    /** Whether a file's name is that of a walk's text. */
    public static boolean isWalk(Path path) {
        return name(path).endsWith(".snmpwalk") || name(path).endsWith(".walk");
    }

    private static String name(Path path) {
        Path last = path.getFileName();
        return last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    }

    /**
     * Opens a folder or file.
     *
     * @param names resolve the names in a walk's text
     * @throws RecordingException with what is wrong
     */
    public static OpenRecording open(Path path, MibNames names) throws RecordingException {
        if (Files.isDirectory(path)) {
            if (!Files.exists(path.resolve(RecordingIndex.FILE))) {
                throw new RecordingException(
                        path
                                + " has no "
                                + RecordingIndex.FILE
                                + ": give a recording's folder, or one file of it");
            }
            return new OpenRecording(path, RecordingIndex.read(path), List.of(), Optional.empty());
        }
        if (isSnmprec(path)) {
            PassFile.Content content = PassFile.read(path);
            return single(path, content.values(), content.notes());
        }
        WalkText.Content content = WalkText.read(path, names);
        return single(path, content.values(), content.notes());
    }

    private static OpenRecording single(Path path, List<VarBind> values, List<String> notes) {
        Path last = path.getFileName();
        String name = last == null ? "" : last.toString().replaceFirst("\\.[^.]*$", "");
        RecordingHead head =
                new RecordingHead(
                        "", name, written(path), Duration.ZERO, List.of(RecordingPlan.EVERYTHING));
        RecordedPass pass =
                new RecordedPass("000001.snmprec", Duration.ZERO, Duration.ZERO, values.size());
        return new OpenRecording(
                path,
                new RecordingIndex(head, List.of(pass), List.of()),
                notes,
                Optional.of(values));
    }

    private static Instant written(Path path) {
        try {
            return Files.getLastModifiedTime(path).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    public Path path() {
        return path;
    }

    public RecordingIndex index() {
        return index;
    }

    /** Lines of a file that were not used and why. */
    public List<String> notes() {
        return notes;
    }

    /**
     * The values of a reading, sorted by name, each name once.
     *
     * @param pass its place, from 0
     * @throws RecordingException if its file cannot be read
     */
    public List<VarBind> read(int pass) throws RecordingException {
        return single.isPresent()
                ? single.get()
                : PassFile.read(path.resolve(index.passes().get(pass).file())).values();
    }

    /**
     * Writes all of it to a folder of its own.
     *
     * @param folder not there yet, or empty
     * @throws RecordingException if a reading cannot be read, or the folder not be written
     */
    public void copyTo(Path folder) throws RecordingException {
        copyTo(folder, index.head(), Changing.NOTHING);
    }

    /** What is changed while a recording is copied. */
    interface Changing {
        Changing NOTHING =
                new Changing() {
                    @Override
                    public List<VarBind> values(List<VarBind> values) {
                        return values;
                    }

                    @Override
                    public String text(String text) {
                        return text;
                    }
                };

        List<VarBind> values(List<VarBind> values);

        String text(String text);
    }

    void copyTo(Path folder, RecordingHead head, Changing changing) throws RecordingException {
        RecordingWriter writer = RecordingWriter.create(folder, head);
        int gap = 0;
        for (int i = 0; i < index.passes().size(); i++) {
            RecordedPass pass = index.passes().get(i);
            gap = gaps(writer, gap, pass.offset(), changing);
            writer.add(pass.offset(), pass.took(), changing.values(read(i)));
        }
        gaps(writer, gap, index.span(), changing);
    }

    /** Writes the gaps up to a time; returns the place of the next. */
    private int gaps(RecordingWriter writer, int from, Duration until, Changing changing)
            throws RecordingException {
        int place = from;
        while (place < index.gaps().size()
                && index.gaps().get(place).offset().compareTo(until) <= 0) {
            RecordedGap gap = index.gaps().get(place++);
            writer.gap(gap.offset(), changing.text(gap.reason()));
        }
        return place;
    }

    /**
     * Writes one reading as one file: {@code .snmprec} by its name, else a walk's text.
     *
     * @throws RecordingException if it cannot be read or written
     */
    public void export(int pass, Path file) throws RecordingException {
        List<VarBind> values = read(pass);
        try {
            if (isSnmprec(file)) {
                int ignored = PassFile.write(file, values);
            } else {
                WalkText.write(file, values);
            }
        } catch (IOException e) {
            throw new RecordingException("cannot write " + file + " (" + e + ")", e);
        }
    }
}
