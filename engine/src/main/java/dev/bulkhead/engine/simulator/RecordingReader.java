package dev.bulkhead.engine.simulator;

import dev.bulkhead.engine.recording.PassFile;
import dev.bulkhead.engine.recording.RecordingException;
import dev.bulkhead.engine.sample.VarBind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads {@code .snmprec} files: lines of {@code OID|TAG|VALUE}, as snmpsim records them.
 *
 * <p>Never fails on a line: what cannot be used is noted with its line number and the rest is
 * served. Lines of snmpsim's variation modules ({@code TAG:module}) are left out with a note.
 * Octets outside ASCII are kept as they are. The lines need not be sorted; of two for one OID the
 * first stays.
 */
final class RecordingReader {
    /** Notes kept of one file; the rest are only counted. */
    static final int MAX_NOTES = PassFile.MAX_NOTES;

    /** What a worker's heap has room for; the same text of 3 octets a value would make more. */
    private static final long MAX_PACKED_OCTETS = 80L << 20;

    private final Path file;
    private final List<RecordedLine> lines = new ArrayList<>();
    private long packed;

    private RecordingReader(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws SimulatorException if it cannot be read or no line of it can be used
     */
    static Recording read(Path path) throws SimulatorException {
        RecordingReader reader = new RecordingReader(path);
        try {
            return reader.finish(new ArrayList<>(PassFile.scan(path, reader::take)));
        } catch (RecordingException | TooMuchException e) {
            throw new SimulatorException(String.valueOf(e.getMessage()), e);
        }
    }

    private void take(VarBind varBind) {
        RecordedLine line =
                new RecordedLine(
                        varBind.name().toUnsignedArray(),
                        RecordedValue.type(varBind.value()),
                        RecordedValue.pack(varBind.value()));
        packed += PER_LINE + 4L * line.nameLength() + line.valueLength();
        if (packed > MAX_PACKED_OCTETS) {
            throw new TooMuchException(
                    file + " has more values than there is room for: give a smaller file");
        }
        lines.add(line);
    }

    /** A line's objects and their headers. */
    private static final int PER_LINE = 64;

    private Recording finish(List<String> notes) {
        Collections.sort(lines);
        List<RecordedLine> kept = new ArrayList<>(lines.size());
        for (RecordedLine line : lines) {
            if (kept.isEmpty() || !kept.getLast().equals(line)) {
                kept.add(line);
            } else if (notes.size() < MAX_NOTES) {
                notes.add(file + ": " + line + " is there twice; its first line stays");
            }
        }
        lines.clear();
        return new Recording(kept, notes);
    }

    /** There is no room for more. */
    private static final class TooMuchException extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooMuchException(String message) {
            super(message);
        }
    }
}
