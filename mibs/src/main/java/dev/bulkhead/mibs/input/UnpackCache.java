package dev.bulkhead.mibs.input;

import dev.bulkhead.mibs.input.Refused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Unpacked archives by their content: {@code ROOT/HASH/files} and, beside, {@link UnpackManifest}.
 *
 * <p>States: a folder is made under a temporary name and renamed when all of it is there, so one of
 * a hash's name is whole, or was damaged later and then is made anew. Two processes may make the
 * same; the second finds the first's and drops its own.
 */
final class UnpackCache {
    /** Half of a SHA-256 in hexadecimal: no two archives share it. */
    private static final int NAME_LENGTH = 32;

    private static final String FILES = "files";

    private final ArchiveUnpacker unpacker;
    private final Path root;
    private final ArchiveLimits limits;

    UnpackCache(ArchiveUnpacker unpacker, Path root, ArchiveLimits limits) {
        this.unpacker = unpacker;
        this.root = root;
        this.limits = limits;
    }

    UnpackedFolder get(Path archive, Budget budget) throws IOException {
        Files.createDirectories(root);
        Path folder;
        try {
            folder = root.toRealPath().resolve(hash(archive, budget).substring(0, NAME_LENGTH));
        } catch (EntryRefusedException e) {
            return nothing(e.reason());
        } catch (FileSystemException e) {
            return nothing(Reason.UNREADABLE);
        }
        Optional<Unpacked> existing = UnpackManifest.read(folder, folder.resolve(FILES), limits);
        return existing.isPresent()
                ? new UnpackedFolder(folder.resolve(FILES), existing.get(), true)
                : make(archive, folder, budget);
    }

    private UnpackedFolder nothing(Reason reason) {
        return new UnpackedFolder(
                root.resolve(FILES),
                new Unpacked(List.of(), List.of(new Refused("", reason))),
                false);
    }

    private static String hash(Path archive, Budget budget) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        if (!Files.isRegularFile(archive)) {
            throw new EntryRefusedException(Reason.UNREADABLE);
        }
        try (InputStream in = Files.newInputStream(archive)) {
            byte[] buffer = new byte[1 << 16];
            int n = in.read(buffer);
            while (n >= 0) {
                budget.check();
                digest.update(buffer, 0, n);
                n = in.read(buffer);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private UnpackedFolder make(Path archive, Path folder, Budget budget) throws IOException {
        Path temporary = Files.createTempDirectory(root.toRealPath(), folder.getFileName() + ".");
        try {
            Path files = Files.createDirectory(temporary.resolve(FILES));
            Unpacked unpacked = unpacker.unpack(archive, new TargetFolder(files), budget);
            if (!unpacked.isFinal()) {
                return new UnpackedFolder(
                        folder.resolve(FILES), new Unpacked(List.of(), unpacked.refused()), false);
            }
            UnpackManifest.write(temporary, files, unpacked, limits);
            install(temporary, folder);
            Path installed = folder.resolve(FILES);
            return new UnpackedFolder(installed, moved(unpacked, files, installed), false);
        } finally {
            FolderRemoval.remove(temporary);
        }
    }

    private static Unpacked moved(Unpacked unpacked, Path from, Path to) {
        List<Path> files =
                unpacked.files().stream().map(file -> to.resolve(from.relativize(file))).toList();
        return new Unpacked(files, unpacked.refused());
    }

    /** Renames into place, past a damaged one; a whole one made meanwhile is as good as ours. */
    private void install(Path temporary, Path folder) throws IOException {
        if (Files.exists(folder)
                && UnpackManifest.read(folder, folder.resolve(FILES), limits).isEmpty()) {
            Path damaged = Files.createTempDirectory(root.toRealPath(), "damaged.");
            Files.move(folder, damaged.resolve(FILES), StandardCopyOption.ATOMIC_MOVE);
            FolderRemoval.remove(damaged);
        }
        try {
            Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (UnpackManifest.read(folder, folder.resolve(FILES), limits).isEmpty()) {
                throw e;
            }
        }
    }
}
