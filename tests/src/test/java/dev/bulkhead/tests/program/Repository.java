package dev.bulkhead.tests.program;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the sources under test stand. */
public final class Repository {
    /** The repository's top folder. */
    public static final Path ROOT = find();

    private Repository() {}

    private static Path find() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("mibs"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("tests must run inside the repository");
        }
        return folder;
    }
}
