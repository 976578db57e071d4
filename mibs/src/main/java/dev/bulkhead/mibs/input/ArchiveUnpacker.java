package dev.bulkhead.mibs.input;

import dev.bulkhead.mibs.input.Refused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Unpacks zip, tar, tar.gz and gz files, recognised by what they hold and not by their names, and
 * trusts none of them.
 *
 * <p>Nothing is written outside the target, over an existing file, or through a link. Whatever is
 * left out is named with a reason; no fault of an archive is an exception, and what stands before a
 * fault is kept. Archives inside are unpacked into folders of their names. Memory stays within a
 * few MiB. Blocks; an instance may be used from any thread.
 */
public final class ArchiveUnpacker {
    private final ArchiveLimits limits;
    private final Cancellation cancellation;
    private final Progress progress;

    /**
     * An unpacker.
     *
     * @param progress counts the archive's own bytes
     */
    public ArchiveUnpacker(ArchiveLimits limits, Cancellation cancellation, Progress progress) {
        this.limits = limits;
        this.cancellation = cancellation;
        this.progress = progress;
    }

    /** Whether a file is an archive by its first bytes; false if it cannot be read. */
    public static boolean isArchive(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(ArchiveFormat.HEAD);
            return ArchiveFormat.of(head, head.length) != ArchiveFormat.NONE;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Unpacks into a folder, which is made if need be.
     *
     * @throws IOException if there is no such folder and none can be made
     */
    public Unpacked unpack(Path archive, Path target) throws IOException {
        Files.createDirectories(target);
        return unpack(archive, new TargetFolder(target), new Budget(limits, cancellation));
    }

    /**
     * Unpacks into a folder below {@code cacheRoot} that is named by the archive's content, unless
     * it is there already, whole, and made under the same limits. It appears at once or not at all.
     *
     * @throws IOException if the cache cannot be written
     */
    public UnpackedFolder unpackOnce(Path archive, Path cacheRoot) throws IOException {
        return new UnpackCache(this, cacheRoot, limits)
                .get(archive, new Budget(limits, cancellation));
    }

    Unpacked unpack(Path archive, TargetFolder target, Budget budget) {
        if (!Files.isRegularFile(archive)) {
            return unreadable();
        }
        try (CountedStream in = new CountedStream(Files.newInputStream(archive))) {
            return new Unpacking(target, budget, progress, Files.size(archive), in::count)
                    .run(in, ownName(archive));
        } catch (IOException e) {
            return unreadable();
        }
    }

    private static Unpacked unreadable() {
        return new Unpacked(List.of(), List.of(new Refused("", Reason.UNREADABLE)));
    }

    /** The file's name where it may be one anywhere. */
    private String ownName(Path archive) {
        String name = String.valueOf(archive.getFileName());
        return EntryPath.of(name, limits) instanceof EntryPath.Safe(List<String> parts)
                ? parts.getLast()
                : "content";
    }
}
