package dev.bulkhead.engine.simulator;

import dev.bulkhead.mibs.smi.Oid;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
    static final int MAX_NOTES = 100;

    private final String file;
    private final List<RecordedLine> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int unusable;

    private RecordingReader(String file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws SimulatorException if it cannot be read or no line of it can be used
     */
    static Recording read(Path path) throws SimulatorException {
        RecordingReader reader = new RecordingReader(path.toString());
        try (BufferedReader in = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                reader.take(++number, line);
            }
        } catch (IOException e) {
            throw new SimulatorException(
                    "cannot read the recording "
                            + path
                            + " ("
                            + e.getClass().getSimpleName()
                            + "): check that the file exists and may be read",
                    e);
        }
        return reader.finish();
    }

    private void take(int number, String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        try {
            lines.add(parse(line));
        } catch (IllegalArgumentException e) {
            note(file + ":" + number + ": " + e.getMessage());
        }
    }

    private static RecordedLine parse(String line) {
        int first = line.indexOf('|');
        int second = line.indexOf('|', first + 1);
        if (first < 1 || second < 0) {
            throw new IllegalArgumentException("not of the form OID|TAG|VALUE");
        }
        String tag = line.substring(first + 1, second);
        if (tag.indexOf(':') >= 0) {
            throw new IllegalArgumentException(
                    "skipped, as variation module \"" + tag + "\" is not played");
        }
        char last = tag.isEmpty() ? ' ' : tag.charAt(tag.length() - 1);
        boolean encoded = last == 'x' || last == 'e';
        int type = type(encoded ? tag.substring(0, tag.length() - 1) : tag);
        int[] name = Oid.parse(line.substring(0, first).strip()).toUnsignedArray();
        if (name.length < 2) {
            throw new IllegalArgumentException("the OID is too short");
        }
        String text = line.substring(second + 1);
        return new RecordedLine(name, type, RecordedValue.pack(type, encoded ? last : ' ', text));
    }

    private static int type(String tag) {
        try {
            return Integer.parseInt(tag);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("tag \"" + tag + "\" is not a number", e);
        }
    }

    private void note(String note) {
        unusable++;
        if (notes.size() < MAX_NOTES) {
            notes.add(note);
        }
    }

    private Recording finish() throws SimulatorException {
        if (lines.isEmpty()) {
            throw new SimulatorException(
                    "no line of the recording "
                            + file
                            + " can be used"
                            + (notes.isEmpty() ? "" : " (" + notes.getFirst() + ")")
                            + ": give a file of lines OID|TAG|VALUE, such as snmpsim records",
                    null);
        }
        List<RecordedLine> sorted = withoutRepeats();
        if (unusable > notes.size()) {
            notes.add(file + ": and " + (unusable - notes.size()) + " more lines not used");
        }
        return new Recording(sorted, notes);
    }

    private List<RecordedLine> withoutRepeats() {
        Collections.sort(lines);
        List<RecordedLine> kept = new ArrayList<>(lines.size());
        for (RecordedLine line : lines) {
            if (kept.isEmpty() || !kept.getLast().equals(line)) {
                kept.add(line);
            } else {
                note(file + ": " + line + " is there twice; its first line stays");
            }
        }
        lines.clear();
        return kept;
    }
}
