package dev.bulkhead.engine.archive;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * An AOT cache (JEP 483, JEP 514): classes already loaded and linked, which halves a cold start.
 * Made for an image, by training; lies beside the image's jars.
 *
 * <p><b>The hazard:</b> a JVM that is given a cache of older jars runs the old code. It compares at
 * most their lengths and times, so it says nothing if those are equal (seen with JDK 25.0.3).
 *
 * <p><b>What keeps it out:</b> the file is called {@code KIND-FINGERPRINT-LENGTH.aot}, and only
 * that of the jars and the runtime as they are now is used. The fingerprint covers the central
 * directory of each jar, in which stands the CRC-32 of all its entries: some 200 KB to read instead
 * of 5 MB, and no SHA-256, which costs a cold JVM more than it gains here. It guards against
 * accidents; who can write there with a purpose can as well replace the program. The length refuses
 * a truncated file before a JVM maps it. Behind that stands, for workers, their greeting: a worker
 * tells the build id that is compiled into the code it runs before it is given a job.
 *
 * <p><b>Development:</b> folders of classes have no cache, and nothing puts one beside the jars of
 * a repository.
 */
public final class AotCache {
    /** The kind of those that workers start from. */
    public static final String WORKER = "worker";

    private static final String SUFFIX = ".aot";

    /** End of central directory record (APPNOTE.TXT §4.3.16): its least length and its sign. */
    private static final int END_LENGTH = 22;

    private static final int END_SIGN = 0x06054b50;

    /** The record and the longest comment that may follow it. */
    private static final int MAX_END_LENGTH = END_LENGTH + 0xFFFF;

    private final Path folder;
    private final String prefix;
    private final String stem;

    private AotCache(Path folder, String prefix, String stem) {
        this.folder = folder;
        this.prefix = prefix;
        this.stem = stem;
    }

    /**
     * The cache that these jars may have on this runtime, whether it exists or not; empty if they
     * are not all jars of one folder. Reads the ends of the jars.
     *
     * @param kind what it is for; the first word of its name
     * @param java the {@code java} of the runtime
     */
    public static Optional<AotCache> of(String kind, Path java, List<Path> classPath) {
        Path bin = java.toAbsolutePath().getParent();
        Path home = bin == null ? null : bin.getParent();
        Path folder = classPath.isEmpty() ? null : folderOf(classPath.getFirst());
        if (home == null || folder == null) {
            return Optional.empty();
        }
        for (Path entry : classPath) {
            if (!folder.equals(folderOf(entry)) || !Files.isRegularFile(entry)) {
                return Optional.empty();
            }
        }
        try {
            Fingerprint fingerprint = new Fingerprint();
            fingerprint.addRuntime(home);
            for (Path jar : classPath) {
                fingerprint.addJar(jar);
            }
            String prefix = kind + "-";
            return Optional.of(new AotCache(folder, prefix, prefix + fingerprint + "-"));
        } catch (IOException e) {
            // Not jars, or not a runtime as we know them: they start without.
            return Optional.empty();
        }
    }

    private static @Nullable Path folderOf(Path file) {
        return file.toAbsolutePath().getParent();
    }

    /** The file, if it is there and complete. */
    public Optional<Path> file() {
        String[] names = folder.toFile().list();
        for (String name : names == null ? new String[0] : names) {
            if (name.startsWith(stem)) {
                File file = folder.resolve(name).toFile();
                if (name.equals(nameFor(file.length()))) {
                    return Optional.of(file.toPath());
                }
            }
        }
        return Optional.empty();
    }

    /** Where to put a new one of a length, in bytes. */
    public Path place(long length) {
        return folder.resolve(nameFor(length));
    }

    private String nameFor(long length) {
        return stem + length + SUFFIX;
    }

    /** Whether a file is this cache, as far as its name and its length tell. */
    public boolean is(Path file) {
        return file.equals(place(file.toFile().length()));
    }

    /** Removes all caches of this kind from the folder, whatever jars they were made for. */
    public void clear() throws IOException {
        String[] names = folder.toFile().list();
        for (String name : names == null ? new String[0] : names) {
            if (name.startsWith(prefix) && name.endsWith(SUFFIX)) {
                Files.delete(folder.resolve(name));
            }
        }
    }

    /** 64 bits: two checksums, both of which the JVM computes in machine code even when cold. */
    private static final class Fingerprint {
        private final CRC32 first = new CRC32();
        private final CRC32C second = new CRC32C();

        /** The JVM itself refuses a cache of another version or build. */
        void addRuntime(Path home) throws IOException {
            add(Files.readAllBytes(home.resolve("release")));
            File modules = home.resolve("lib").resolve("modules").toFile();
            // Whole seconds: packages keep no finer times.
            add("modules " + modules.length() + " " + modules.lastModified() / 1000);
        }

        void addJar(Path jar) throws IOException {
            try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "r")) {
                long length = file.length();
                add(jar.getFileName() + " " + length);
                // Hardly any has a comment: what is read without need is most of the time.
                byte[] end = read(file, length - Math.min(length, END_LENGTH), length);
                int at = endIn(end);
                if (at < 0) {
                    end = read(file, length - Math.min(length, MAX_END_LENGTH), length);
                    at = endIn(end);
                }
                if (at < 0) {
                    throw new IOException(jar + " is no jar");
                }
                long directory = Integer.toUnsignedLong(intAt(end, at + 16));
                add(read(file, Math.min(directory, length), length));
            }
        }

        /** Where the last end of a central directory is; negative if nowhere. */
        private static int endIn(byte[] octets) {
            int at = octets.length - END_LENGTH;
            while (at >= 0 && intAt(octets, at) != END_SIGN) {
                at--;
            }
            return at;
        }

        private static byte[] read(RandomAccessFile file, long from, long to) throws IOException {
            byte[] octets = new byte[Math.toIntExact(to - from)];
            file.seek(from);
            file.readFully(octets);
            return octets;
        }

        private static int intAt(byte[] octets, int at) {
            return (octets[at] & 0xFF)
                    | ((octets[at + 1] & 0xFF) << 8)
                    | ((octets[at + 2] & 0xFF) << 16)
                    | ((octets[at + 3] & 0xFF) << 24);
        }

        private void add(String text) {
            add((text + "\n").getBytes(StandardCharsets.UTF_8));
        }

        private void add(byte[] octets) {
            first.update(octets, 0, octets.length);
            second.update(octets, 0, octets.length);
        }

        @Override
        public String toString() {
            long both = (first.getValue() << Integer.SIZE) | second.getValue();
            String digits = Long.toHexString(both);
            return "0".repeat(Long.BYTES * 2 - digits.length()) + digits;
        }
    }
}
