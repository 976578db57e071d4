package dev.bulkhead.app.opening;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files and folders to open.
 *
 * @param there absolute; they exist
 * @param missing as they were given
 */
public record OpenFiles(List<Path> there, List<String> missing) {
    public static final OpenFiles NONE = new OpenFiles(List.of(), List.of());

    public OpenFiles {
        there = List.copyOf(there);
        missing = List.copyOf(missing);
    }

    /** Those that these words of a command line name: paths, or {@code file:} URIs of desktops. */
    public static OpenFiles of(List<String> words) {
        List<Path> there = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String word : words) {
            if (isFile(word)) {
                there.add(path(word).toAbsolutePath().normalize());
            } else {
                missing.add(word);
            }
        }
        return new OpenFiles(there, missing);
    }

    /** Whether a word names a file or folder that exists. */
    public static boolean isFile(String word) {
        try {
            return Files.exists(path(word));
        } catch (IllegalArgumentException noPath) {
            return false;
        }
    }

    /** No file and none missing. */
    public boolean isEmpty() {
        return there.isEmpty() && missing.isEmpty();
    }

    private static Path path(String word) {
        return word.startsWith("file:") ? Path.of(URI.create(word)) : Path.of(word);
    }
}
