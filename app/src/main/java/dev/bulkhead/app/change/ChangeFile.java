package dev.bulkhead.app.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/**
 * The log of changes on disk: one line an entry, the newest first, for its owner's eyes only; or
 * nowhere. A file that cannot be read counts as empty, one that cannot be written stays as it was.
 * Any thread; blocks.
 */
public final class ChangeFile {
    private final Optional<Path> file;

    public ChangeFile(Optional<Path> file) {
        this.file = file;
    }

    /** At most {@code limit} entries, the newest first; damaged lines are left out. */
    synchronized List<ChangeEntry> read(int limit) {
        if (file.isEmpty() || !Files.isReadable(file.get())) {
            return List.of();
        }
        try (var lines = Files.lines(file.get())) {
            return lines.limit(limit).flatMap(line -> EntryLine.read(line).stream()).toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    synchronized void write(List<ChangeEntry> entries) {
        if (file.isEmpty()) {
            return;
        }
        Path target = file.get().toAbsolutePath();
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.createDirectories(target.getParent());
            Files.deleteIfExists(fresh);
            if (target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        fresh,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(fresh, entries.stream().map(EntryLine::write).toList());
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            return;
        }
    }
}
