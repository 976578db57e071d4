package dev.bulkhead.engine.recording;

import dev.bulkhead.engine.sample.VarBind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A {@code .snmprec} file as a whole. Blocks. */
public final class PassFile {
    /** What a file may have; some million lines. */
    public static final long MAX_OCTETS = 128L << 20;

    /** What a file may have, so that it fits into memory. */
    public static final int MAX_VALUES = 1_000_000;

    /** Notes kept of one file; the rest are only counted. */
    public static final int MAX_NOTES = 100;

    private PassFile() {}

    /**
     * What is in a file.
     *
     * @param values sorted, each name once
     * @param notes lines that were not used and why, as {@code file:line: reason}
     */
    public record Content(List<VarBind> values, List<String> notes) {
        public Content {
            values = List.copyOf(values);
            notes = List.copyOf(notes);
        }
    }

    /** Takes the variables of a file one by one, in its order. */
    @FunctionalInterface
    public interface Sink {
        void take(VarBind varBind);
    }

    /**
     * Hands on each line that can be used; what cannot be is noted.
     *
     * @return the notes
     * @throws RecordingException if the file cannot be read, is too large, or no line of it can be
     *     used
     */
    public static List<String> scan(Path file, Sink sink) throws RecordingException {
        Notes notes = new Notes();
        int used = 0;
        try (BoundedLines lines = BoundedLines.open(file, MAX_OCTETS)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (Snmprec.isRemark(line)) {
                    continue;
                }
                try {
                    sink.take(Snmprec.read(line));
                    used++;
                } catch (IllegalArgumentException e) {
                    notes.add(lines.at() + e.getMessage());
                }
                if (used > MAX_VALUES) {
                    throw new RecordingException(
                            lines.at()
                                    + "more than "
                                    + MAX_VALUES
                                    + " values: give a smaller file");
                }
            }
        }
        if (used == 0) {
            throw new RecordingException(
                    "no line of the recording "
                            + file
                            + " can be used"
                            + notes.first().map(n -> " (" + n + ")").orElse("")
                            + ": give a file of lines OID|TAG|VALUE, such as snmpsim records");
        }
        return notes.all(file);
    }

    /**
     * Reads a file; of two lines for one name the first stays.
     *
     * @throws RecordingException as {@link #scan} does
     */
    public static Content read(Path file) throws RecordingException {
        List<VarBind> values = new ArrayList<>();
        List<String> notes = new ArrayList<>(scan(file, values::add));
        values.sort(Comparator.comparing(VarBind::name));
        List<VarBind> once = new ArrayList<>(values.size());
        for (VarBind value : values) {
            if (once.isEmpty() || !once.getLast().name().equals(value.name())) {
                once.add(value);
            } else if (notes.size() < MAX_NOTES) {
                notes.add(file + ": " + value.name() + " is there twice; its first line stays");
            }
        }
        return new Content(once, notes);
    }

    /**
     * Writes values, sorted by name, each name once; what is no value is left out.
     *
     * @return how many lines were written
     * @throws IOException if it cannot be written
     */
    public static int write(Path file, List<VarBind> values) throws IOException {
        List<VarBind> sorted = new ArrayList<>(values);
        sorted.sort(Comparator.comparing(VarBind::name));
        int count = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            VarBind before = null;
            for (VarBind value : sorted) {
                if (before != null && before.name().equals(value.name())) {
                    continue;
                }
                Optional<String> line = Snmprec.write(value);
                if (line.isPresent()) {
                    out.write(line.get());
                    out.write('\n');
                    count++;
                    before = value;
                }
            }
        }
        return count;
    }

    /** The first notes, and how many there were. */
    private static final class Notes {
        private final List<String> kept = new ArrayList<>();
        private int count;

        void add(String note) {
            count++;
            if (kept.size() < MAX_NOTES) {
                kept.add(note);
            }
        }

        Optional<String> first() {
            return kept.stream().findFirst();
        }

        List<String> all(Path file) {
            if (count > kept.size()) {
                kept.add(file + ": and " + (count - kept.size()) + " more lines not used");
            }
            return kept;
        }
    }
}
