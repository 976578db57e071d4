package dev.bulkhead.app.history;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** History files on disk. Every method blocks. */
public final class HistoryFiles {
    private HistoryFiles() {}

    /** The user's own: in {@code XDG_DATA_HOME}, {@code LOCALAPPDATA} or {@code ~/.local/share}. */
    public static Path ofUser(Map<String, String> env, Path home, String system) {
        Path data;
        if (system.startsWith("Mac")) {
            data = home.resolve("Library").resolve("Application Support").resolve("Bulkhead");
        } else if (system.startsWith("Windows")) {
            data =
                    absolute(env, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"))
                            .resolve("Bulkhead");
        } else {
            data =
                    absolute(env, "XDG_DATA_HOME", home.resolve(".local").resolve("share"))
                            .resolve("bulkhead");
        }
        return data.resolve("history").resolve("history.db");
    }

    /** The folder a variable names; a relative one is to be ignored. */
    private static Path absolute(Map<String, String> env, String variable, Path otherwise) {
        String value = env.getOrDefault(variable, "");
        try {
            Path path = Path.of(value);
            return path.isAbsolute() ? path : otherwise;
        } catch (InvalidPathException e) {
            return otherwise;
        }
    }

    /** The histories in a folder, by name; none if it is not there. */
    public static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> file.toString().endsWith(".db")).sorted().forEach(files::add);
        }
        return files;
    }

    /**
     * Deletes series of a file that nobody writes.
     *
     * @throws FileSystemException if another process writes it
     */
    public static void delete(Path file, List<Long> series) throws IOException, SQLException {
        try (ClaimedFile claim = ClaimedFile.of(file, 1)) {
            if (!claim.isFirst()) {
                throw new FileSystemException(file.toString(), null, "another program writes it");
            }
            try (Connection connection = Sqlite.writer(file)) {
                connection.setAutoCommit(false);
                Retention retention = new Retention(connection);
                for (long each : series) {
                    retention.delete(each);
                }
            }
        }
    }
}
