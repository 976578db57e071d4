package dev.bulkhead.mibs;

import dev.bulkhead.mibs.MibCompiler.Compiled;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Compilations on disk, so that a second start compiles nothing.
 *
 * <p>One compilation is a pair of files in the cache's folder, named by what was asked for: {@code
 * .index} holds the packed modules and the diagnostics, and is mapped, not read; {@code .files}
 * lists the texts it was made of. Both carry the compiler's fingerprint, a number that pairs them,
 * and a checksum. A text is unchanged if its size and time are; where only the time differs, its
 * content is compared. Whatever does not fit, is cut off, damaged or foreign counts as not there,
 * and is compiled and written again: nobody hears of it but the log.
 *
 * <p>Concurrency: several processes may share a folder. Files are written aside and moved into
 * place, and a pair that does not match is not used.
 */
public final class MibCache {
    private static final long MAGIC = 0x424D4942_0000_0001L;
    private static final int HEAD_BYTES = 48;
    private static final int MAX_KEPT = 12;

    /** A file changed this shortly before the list was written may have changed again since. */
    private static final long RACY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Path folder;
    private final long fingerprint;

    MibCache(Path folder, long fingerprint) {
        this.folder = folder;
        this.fingerprint = fingerprint;
    }

    /**
     * The cache in a folder, which is made when it is needed. Empty where the compiler does not run
     * from a jar: while it is worked on, what another build of it made must not be taken.
     */
    public static Optional<MibCache> in(Path folder) {
        CodeSource source = MibCache.class.getProtectionDomain().getCodeSource();
        try {
            Path jar = source == null ? null : Path.of(source.getLocation().toURI());
            return jar == null || !Files.isRegularFile(jar)
                    ? Optional.empty()
                    : Optional.of(new MibCache(folder, fingerprint(jar)));
        } catch (IOException | java.net.URISyntaxException | RuntimeException e) {
            log("no cache of compiled MIBs: {0}", e.toString());
            return Optional.empty();
        }
    }

    private static long fingerprint(Path jar) throws IOException {
        byte[] bytes = Files.readAllBytes(jar);
        return (checksum(ByteBuffer.wrap(bytes)) << 32) ^ bytes.length;
    }

    private static long checksum(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return crc.getValue();
    }

    private Path file(MibRepository repository, String suffix) {
        byte[] key = repository.key().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        long low = repository.key().hashCode() & 0xFFFF_FFFFL;
        long name = (checksum(ByteBuffer.wrap(key)) << 32) | low;
        return folder.resolve(Long.toHexString(name) + suffix);
    }

    /** The files of a repository's compilation, if they are there and whole. */
    Optional<Opened> open(MibRepository repository) {
        try {
            Path index = file(repository, ".index");
            if (!Files.exists(index)) {
                return Optional.empty();
            }
            // mapping and checking all of it takes as long as looking at thousands of files
            CompletableFuture<ByteBuffer> mapped = CompletableFuture.supplyAsync(() -> map(index));
            ByteBuffer list = ByteBuffer.wrap(Files.readAllBytes(file(repository, ".files")));
            Head head = Head.read(list, fingerprint);
            if (head == null) {
                return stale("its list of files is damaged, or of another version");
            }
            FileStamps stamps = new FileStamps(list, HEAD_BYTES, head.written());
            boolean untouched = stamps.isUntouched();
            ByteBuffer body = mapped.join();
            Head indexHead = Head.of(body);
            if (indexHead == null || head.pair() != indexHead.pair()) {
                return stale("it is damaged, or of another version");
            }
            return Optional.of(new Opened(stamps, untouched, body));
        } catch (IOException | RuntimeException e) {
            return stale(e.toString());
        }
    }

    /**
     * A pair of files that is whole.
     *
     * @param isUntouched whether no file was touched since, so that nothing need be listed
     */
    record Opened(FileStamps stamps, boolean isUntouched, ByteBuffer body) {
        /** The compilation, if it was made of exactly these texts. */
        Optional<Compiled> find(Listing listing) {
            try {
                return stamps.match(listing.files()) ? read() : stale("a file has changed");
            } catch (IOException e) {
                return stale(e.toString());
            }
        }

        /** The compilation, whatever the files are now. */
        Optional<Compiled> read() {
            try {
                int length = body.limit() - HEAD_BYTES;
                return Optional.of(CompiledCodec.read(body.slice(HEAD_BYTES, length)));
            } catch (RuntimeException e) {
                return stale(e.toString());
            }
        }
    }

    /** The logger is looked up only here: it costs a start some 15 ms. */
    private static void log(String message, String detail) {
        System.getLogger(MibCache.class.getName()).log(Level.DEBUG, message, detail);
    }

    private static <T> Optional<T> stale(String why) {
        log("MIBs are compiled again: the cache is not used, {0}", why);
        return Optional.empty();
    }

    /** The whole file, or an empty buffer if it is not one of this compiler's, or damaged. */
    private ByteBuffer map(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer body = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            return Head.read(body, fingerprint) == null ? ByteBuffer.allocate(0) : body;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Keeps a compilation. What fails here costs a compilation next time, and nothing else. */
    void keep(MibRepository repository, Listing listing, Compiled compiled) {
        try {
            Files.createDirectories(folder);
            long pair = new java.security.SecureRandom().nextLong();
            long written = System.currentTimeMillis() * 1_000_000L;
            write(file(repository, ".index"), pair, written, CompiledCodec.write(compiled));
            write(
                    file(repository, ".files"),
                    pair,
                    written,
                    List.of(ByteBuffer.wrap(FileStamps.write(listing))));
            dropOldest();
        } catch (IOException | RuntimeException e) {
            log("compiled MIBs are not kept: {0}", e.toString());
        }
    }

    private void write(Path file, long pair, long written, List<ByteBuffer> parts)
            throws IOException {
        CRC32C crc = new CRC32C();
        long length = 0;
        for (ByteBuffer part : parts) {
            crc.update(part.duplicate());
            length += part.remaining();
        }
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
        head.putLong(MAGIC).putLong(fingerprint).putLong(pair).putLong(written);
        head.putLong(length).putLong(crc.getValue()).flip();
        Path aside = Files.createTempFile(folder, "new", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                writeFully(channel, head);
                for (ByteBuffer part : parts) {
                    writeFully(channel, part.duplicate());
                }
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Keeps the newest compilations; one of thousands of modules has a hundred megabytes. */
    private void dropOldest() throws IOException {
        List<Path> indexes;
        try (Stream<Path> files = Files.list(folder)) {
            indexes = new ArrayList<>(files.filter(f -> f.toString().endsWith(".index")).toList());
        }
        indexes.sort(Comparator.comparingLong(MibCache::modified).reversed());
        for (Path index : indexes.subList(Math.min(MAX_KEPT, indexes.size()), indexes.size())) {
            Files.deleteIfExists(index);
            String name = index.getFileName().toString().replace(".index", ".files");
            Files.deleteIfExists(index.resolveSibling(name));
        }
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    static boolean isRacy(long modifiedNanos, long writtenNanos) {
        return modifiedNanos > writtenNanos - RACY_NANOS;
    }

    /** What stands first in both files. */
    private record Head(long pair, long written) {
        /** Null if the file is not one of this compiler's, or not whole. */
        static @Nullable Head read(ByteBuffer file, long fingerprint) {
            if (file.limit() < HEAD_BYTES
                    || file.getLong(0) != MAGIC
                    || file.getLong(8) != fingerprint
                    || file.getLong(32) != file.limit() - HEAD_BYTES) {
                return null;
            }
            ByteBuffer rest = file.slice(HEAD_BYTES, file.limit() - HEAD_BYTES);
            return checksum(rest) == file.getLong(40) ? of(file) : null;
        }

        /** The head of a file that was checked before; null of none. */
        static @Nullable Head of(ByteBuffer file) {
            return file.limit() < HEAD_BYTES ? null : new Head(file.getLong(16), file.getLong(24));
        }
    }
}
