package dev.bulkhead.app.pollset;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Poll sets in files. Blocks. */
public final class PollSetFile {
    /** Longer texts are no poll set. */
    private static final long MAX_BYTES = 16L << 20;

    private PollSetFile() {}

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read
     * @throws PollSetException if it is no poll set
     */
    public static PollSet read(Path file) throws IOException, PollSetException {
        if (Files.size(file) > MAX_BYTES) {
            throw new PollSetException(
                    List.of(new PollSetProblem(1, 1, "the file is longer than 16 MB", "")));
        }
        try {
            return PollSetReader.read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (MalformedInputException e) {
            throw new PollSetException(
                    List.of(
                            new PollSetProblem(
                                    1, 1, "the file is not UTF-8", "save it in that encoding")));
        }
    }

    /** Writes a text in place of what is there, all or nothing. */
    public static void write(Path file, String text) throws IOException {
        Path at = file.toAbsolutePath();
        Path folder = at.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path fresh = at.resolveSibling(at.getFileName() + ".new");
        try {
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Files.move(fresh, at, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
