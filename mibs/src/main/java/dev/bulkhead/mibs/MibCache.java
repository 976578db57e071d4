package dev.bulkhead.mibs;

import dev.bulkhead.mibs.MibCompiler.Compiled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Compilations on disk, so that a second start compiles nothing.
 *
 * <p>One compilation is a set of files in the cache's folder, named by what was asked for: {@code
 * .index} holds the packed modules and the diagnostics, and is mapped, not read; {@code .files}
 * lists the texts it was made of; {@code .words} holds the words of the descriptions, once somebody
 * has searched in them. All carry the compiler's fingerprint, a number that pairs them, and a
 * checksum. A text is unchanged if its size and time are; where only the time differs, its content
 * is compared. Whatever does not fit, is cut off, damaged or foreign counts as not there, and is
 * made and written again: nobody hears of it but the log.
 *
 * <p>Concurrency: several processes may share a folder. Files are written aside and moved into
 * place, and files that do not match are not used together.
 */
public final class MibCache {
    private static final String INDEX = ".index";
    private static final String FILES = ".files";
    private static final String WORDS = ".words";
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
        try {
            Path jar = CodePlace.of("bulkhead-mibs", MibCache.class.getName());
            return !Files.isRegularFile(jar)
                    ? Optional.empty()
                    : Optional.of(new MibCache(folder, fingerprint(jar)));
        } catch (IOException | RuntimeException e) {
            log("no cache of compiled MIBs: {0}", e.toString());
            return Optional.empty();
        }
    }

    private static long fingerprint(Path jar) throws IOException {
        byte[] bytes = Files.readAllBytes(jar);
        return (checksum(bytes) << 32) ^ bytes.length;
    }

    private static long checksum(byte[] bytes) {
        return CacheFile.checksum(List.of(ByteBuffer.wrap(bytes)));
    }

    private Path file(MibRepository repository, String suffix) {
        String key = repository.key();
        long high = checksum(key.getBytes(StandardCharsets.UTF_8)) << 32;
        long name = high | (key.hashCode() & 0xFFFF_FFFFL);
        return folder.resolve(Long.toHexString(name) + suffix);
    }

    /** The files of a repository's compilation, if they are there and whole. */
    Optional<Opened> open(MibRepository repository) {
        try {
            Path index = file(repository, INDEX);
            if (!Files.exists(index)) {
                return Optional.empty();
            }
            // mapping and checking all of it takes as long as looking at thousands of files
            CompletableFuture<Optional<CacheFile>> mapped =
                    CompletableFuture.supplyAsync(() -> map(index));
            Optional<CacheFile> list = CacheFile.read(file(repository, FILES), fingerprint);
            if (list.isEmpty()) {
                return stale("its list of files is damaged, or of another version");
            }
            long pair = list.get().pair();
            FileStamps stamps = new FileStamps(list.get().body(), 0, list.get().made());
            boolean untouched = stamps.isUntouched();
            Optional<CacheFile> body = mapped.join();
            if (body.isEmpty() || body.get().pair() != pair) {
                return stale("it is damaged, or of another version");
            }
            return Optional.of(
                    new Opened(
                            stamps, pair, untouched, body.get().body(), words(repository, pair)));
        } catch (IOException | RuntimeException e) {
            return stale(e.toString());
        }
    }

    private Optional<CacheFile> map(Path file) {
        try {
            return CacheFile.map(file, fingerprint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CachedWords words(MibRepository repository, long pair) {
        return new CachedWords(file(repository, WORDS), fingerprint, pair);
    }

    /**
     * A pair of files that is whole.
     *
     * @param pair what both files have
     * @param isUntouched whether no file was touched since, so that nothing need be listed
     * @param words where words of the same compilation are kept
     */
    record Opened(
            FileStamps stamps, long pair, boolean isUntouched, ByteBuffer body, CachedWords words) {
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
                return Optional.of(CompiledCodec.read(body));
            } catch (RuntimeException e) {
                return stale(e.toString());
            }
        }
    }

    /** The logger is looked up only here: it costs a start some 15 ms. */
    static void log(String message, String detail) {
        System.getLogger(MibCache.class.getName()).log(Level.DEBUG, message, detail);
    }

    private static <T> Optional<T> stale(String why) {
        log("MIBs are compiled again: the cache is not used, {0}", why);
        return Optional.empty();
    }

    /**
     * Keeps a compilation; where its words can be kept, too. What fails here costs a compilation
     * next time, and nothing else.
     */
    Optional<CachedWords> keep(MibRepository repository, Listing listing, Compiled compiled) {
        try {
            Files.createDirectories(folder);
            long pair = new SecureRandom().nextLong();
            long made = listing.begunNanos(); // what changed since may not show in a file's time
            List<ByteBuffer> list = List.of(ByteBuffer.wrap(FileStamps.write(listing)));
            List<ByteBuffer> body = CompiledCodec.write(compiled);
            CacheFile.write(file(repository, INDEX), fingerprint, pair, made, body);
            CacheFile.write(file(repository, FILES), fingerprint, pair, made, list);
            Files.deleteIfExists(file(repository, WORDS));
            dropOldest();
            return Optional.of(words(repository, pair));
        } catch (IOException | RuntimeException e) {
            log("compiled MIBs are not kept: {0}", e.toString());
            return Optional.empty();
        }
    }

    /**
     * Keeps the times that files have now, of a compilation that was found although they were new
     * or touched: so their contents need not be compared each time.
     */
    void freshen(MibRepository repository, Listing listing, Opened opened) {
        long made = listing.begunNanos();
        boolean settled =
                listing.files().stream().noneMatch(file -> isRacy(file.modifiedNanos(), made))
                        && listing.watched().stream()
                                .noneMatch(place -> isRacy(place.modifiedNanos(), made));
        if (!listing.isComplete() || !settled) {
            return;
        }
        try {
            List<ByteBuffer> list = List.of(ByteBuffer.wrap(opened.stamps().again(listing)));
            CacheFile.write(file(repository, FILES), fingerprint, opened.pair(), made, list);
        } catch (IOException | RuntimeException e) {
            log("times of MIB files are not kept: {0}", e.toString());
        }
    }

    /** Keeps the newest compilations; one of thousands of modules has a hundred megabytes. */
    private void dropOldest() throws IOException {
        List<Path> indexes;
        try (Stream<Path> files = Files.list(folder)) {
            indexes = new ArrayList<>(files.filter(f -> f.toString().endsWith(INDEX)).toList());
        }
        indexes.sort(Comparator.comparingLong(MibCache::modified).reversed());
        for (Path index : indexes.subList(Math.min(MAX_KEPT, indexes.size()), indexes.size())) {
            Files.deleteIfExists(index);
            for (String suffix : List.of(FILES, WORDS)) {
                String name = index.getFileName().toString().replace(INDEX, suffix);
                Files.deleteIfExists(index.resolveSibling(name));
            }
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
}
