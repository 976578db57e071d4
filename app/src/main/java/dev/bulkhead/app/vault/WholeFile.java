package dev.bulkhead.app.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that is replaced as a whole: written beside, forced to the disk, and moved into place, so
 * that it is the old or the new one whenever the power fails. Only its owner may read it.
 */
final class WholeFile {
    /** What was written beside and not moved is left by a process that was killed. */
    static final String BESIDE = ".new";

    private final @Nullable Path file;
    private Optional<byte[]> memory = Optional.empty();

    /**
     * A file, or what stands in for one where nothing may be written.
     *
     * @param file empty: it is forgotten with the program
     */
    WholeFile(Optional<Path> file) {
        this.file = file.map(Path::toAbsolutePath).orElse(null);
    }

    /** Its octets; empty if there is no such file. */
    Optional<byte[]> read() throws IOException {
        if (file == null) {
            return memory.map(byte[]::clone);
        }
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    void write(byte[] octets) throws IOException {
        if (file == null) {
            memory = Optional.of(octets.clone());
            return;
        }
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path beside = file.resolveSibling(file.getFileName() + BESIDE);
        Files.deleteIfExists(beside);
        writeBeside(beside, octets);
        Files.move(
                beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (folder != null) {
            force(folder);
        }
    }

    private static void writeBeside(Path beside, byte[] octets) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownersOnly =
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try (FileChannel channel =
                FileChannel.open(
                        beside,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        ownersOnly)) {
            ByteBuffer left = ByteBuffer.wrap(octets);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /**
     * The move itself reaches the disk with its folder; where folders cannot be opened, by itself.
     */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folders.
        }
    }

    /** Its name, for the user. */
    String name() {
        return file == null ? "" : file.toString();
    }
}
