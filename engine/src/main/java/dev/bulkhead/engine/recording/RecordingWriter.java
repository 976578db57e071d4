package dev.bulkhead.engine.recording;

import dev.bulkhead.engine.sample.VarBind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Writes a recording, reading by reading; after each the folder is a whole recording. Blocks; one
 * thread.
 */
public final class RecordingWriter {
    private final Path folder;
    private int count;
    private long values;

    private RecordingWriter(Path folder) {
        this.folder = folder;
    }

    /**
     * Starts a recording in a folder that is not there or empty.
     *
     * @throws RecordingException if something is in it, or it cannot be made
     */
    public static RecordingWriter create(Path folder, RecordingHead head)
            throws RecordingException {
        try {
            if (Files.exists(folder) && !isEmpty(folder)) {
                throw new RecordingException(
                        folder + " is not empty: give a folder that is not there yet");
            }
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(RecordingIndex.FILE), text(head), StandardOpenOption.CREATE_NEW);
            return new RecordingWriter(folder);
        } catch (RecordingException e) {
            throw e;
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }

    private static RecordingException unwritable(Path folder, IOException e) {
        return new RecordingException(
                "cannot write the recording "
                        + folder
                        + " ("
                        + e
                        + "): choose another folder, or make room",
                e);
    }

    private static String text(RecordingHead head) {
        StringBuilder text = new StringBuilder(RecordingIndex.FIRST).append('\n');
        if (!head.device().isEmpty()) {
            text.append("device\t").append(head.device()).append('\n');
        }
        if (!head.name().isEmpty()) {
            text.append("name\t").append(head.name()).append('\n');
        }
        text.append("started\t").append(head.started()).append('\n');
        text.append("every\t").append(seconds(head.every())).append('\n');
        head.roots().forEach(root -> text.append("root\t").append(root).append('\n'));
        return text.toString();
    }

    private static String seconds(Duration time) {
        long millis = time.toMillis();
        return String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
    }

    /**
     * Adds a reading.
     *
     * @throws RecordingException if it cannot be written; what was there stays good
     */
    public RecordedPass add(Duration offset, Duration took, List<VarBind> read)
            throws RecordingException {
        String name = String.format(Locale.ROOT, "%06d.snmprec", count + 1);
        Path part = folder.resolve(name + ".part");
        try {
            int written = PassFile.write(part, read);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            RecordedPass pass = new RecordedPass(name, offset, took, written);
            append(
                    "pass\t"
                            + seconds(offset)
                            + "\t"
                            + seconds(took)
                            + "\t"
                            + written
                            + "\t"
                            + name
                            + "\n");
            count++;
            values += written;
            return pass;
        } catch (IOException e) {
            discard(part);
            throw unwritable(folder, e);
        }
    }

    /** Notes that a reading failed. */
    public void gap(Duration offset, String reason) throws RecordingException {
        try {
            append("gap\t" + seconds(offset) + "\t" + RecordingHead.oneLine(reason) + "\n");
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private void append(String line) throws IOException {
        Files.writeString(
                folder.resolve(RecordingIndex.FILE),
                line,
                StandardCharsets.UTF_8,
                StandardOpenOption.APPEND);
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // What cannot be deleted either stays; it is no part of the recording.
        }
    }

    public Path folder() {
        return folder;
    }

    /** How many readings there are. */
    public int passes() {
        return count;
    }

    /** How many values all readings have. */
    public long values() {
        return values;
    }
}
