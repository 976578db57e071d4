package dev.bulkhead.mibs.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Unpacks bytes into {@code FOLDER/target} and tells what became of them. */
final class UnpackingFixture {
    static final ArchiveLimits SMALL =
            new ArchiveLimits(3_000_000, 8_000_000, 50, 100, 2, 40, 6, Duration.ofMinutes(5));

    final Path target;
    private final Path folder;
    private final ArchiveUnpacker unpacker;

    UnpackingFixture(Path folder) {
        this(folder, SMALL, Cancellation.NEVER);
    }

    UnpackingFixture(Path folder, ArchiveLimits limits, Cancellation cancellation) {
        this.folder = folder;
        this.target = folder.resolve("target");
        this.unpacker = new ArchiveUnpacker(limits, cancellation, Progress.NONE);
    }

    /** What was kept, below the target and with slashes, and what was refused, as a report. */
    record Result(List<String> files, List<String> refused) {}

    Result unpack(byte[] archive) throws IOException {
        return unpack("archive.bin", archive);
    }

    Result unpack(String name, byte[] archive) throws IOException {
        Path file = Files.write(folder.resolve(name), archive);
        Unpacked unpacked = unpacker.unpack(file, target);
        return new Result(
                unpacked.files().stream()
                        .map(path -> target.relativize(path).toString().replace('\\', '/'))
                        .toList(),
                unpacked.refused().stream().map(one -> one.entry() + ": " + one.reason()).toList());
    }

    /** All that lies on disk below the folder but the archives themselves. */
    List<String> onDisk() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> !path.getParent().equals(folder))
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
