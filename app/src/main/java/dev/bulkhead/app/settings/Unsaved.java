package dev.bulkhead.app.settings;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that could not be written; what it was to hold is still in memory, and the file is as it
 * was.
 *
 * @param file or folder
 * @param reason the system's, short
 */
public record Unsaved(Path file, String reason) {
    /** Why a file was not written. */
    public static Unsaved of(Path file, IOException why) {
        String reason =
                switch (why) {
                    case AccessDeniedException _ -> "access denied";
                    case FileSystemException f when f.getReason() != null -> f.getReason();
                    default -> why.getClass().getSimpleName();
                };
        return new Unsaved(file, reason);
    }

    /** Whether files can be written in a folder, which is made if it is not there; blocks. */
    public static Optional<Unsaved> in(Path folder) {
        try {
            Files.createDirectories(folder);
            Path trial = Files.createTempFile(folder, "trial", ".new");
            Files.deleteIfExists(trial);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(of(folder, e));
        }
    }
}
