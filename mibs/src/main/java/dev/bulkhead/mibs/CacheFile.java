package dev.bulkhead.mibs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A whole file of a {@link MibCache}.
 *
 * <p>It begins with 48 bytes: a mark, the compiler's fingerprint, the number that pairs files of
 * one compilation, when its content was made, and length and checksum of the rest.
 *
 * @param pair files of one compilation have the same
 * @param made when its content was, in nanoseconds since 1970
 * @param body what stands behind the head
 */
record CacheFile(long pair, long made, ByteBuffer body) {
    private static final long MAGIC = 0x424D4942_0000_0002L;
    private static final int HEAD_BYTES = 48;

    /** In bytes: the first mapping of a process takes it 40 ms, as the JDK makes code for it. */
    private static final long SMALL = 8 << 20;

    /** The file, unless it is not there, not one of this compiler's, or not whole. */
    static Optional<CacheFile> read(Path path, long fingerprint) throws IOException {
        return Files.exists(path)
                ? of(ByteBuffer.wrap(Files.readAllBytes(path)), fingerprint)
                : Optional.empty();
    }

    /** As {@link #read}, with a body that takes little heap. */
    static Optional<CacheFile> map(Path path, long fingerprint) throws IOException {
        // What does not exist has no length.
        if (path.toFile().length() <= SMALL) {
            return read(path, fingerprint);
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return of(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()), fingerprint);
        }
    }

    private static Optional<CacheFile> of(ByteBuffer file, long fingerprint) {
        if (file.limit() < HEAD_BYTES
                || file.getLong(0) != MAGIC
                || file.getLong(8) != fingerprint
                || file.getLong(32) != file.limit() - HEAD_BYTES) {
            return Optional.empty();
        }
        ByteBuffer body = file.slice(HEAD_BYTES, file.limit() - HEAD_BYTES);
        return checksum(List.of(body)) == file.getLong(40)
                ? Optional.of(new CacheFile(file.getLong(16), file.getLong(24), body))
                : Optional.empty();
    }

    /** The checksum of buffers one behind the other. */
    static long checksum(List<ByteBuffer> parts) {
        CRC32C crc = new CRC32C();
        for (ByteBuffer part : parts) {
            crc.update(part.duplicate());
        }
        return crc.getValue();
    }

    /** Writes a file aside, in the same folder, and moves it into place. */
    static void write(Path path, long fingerprint, long pair, long made, List<ByteBuffer> parts)
            throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
        head.putLong(MAGIC).putLong(fingerprint).putLong(pair).putLong(made);
        head.putLong(parts.stream().mapToLong(ByteBuffer::remaining).sum());
        head.putLong(checksum(parts)).flip();
        Path aside = Files.createTempFile(path.getParent(), "new", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                writeFully(channel, head);
                for (ByteBuffer part : parts) {
                    writeFully(channel, part.duplicate());
                }
            }
            Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
