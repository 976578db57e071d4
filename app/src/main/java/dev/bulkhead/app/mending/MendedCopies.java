package dev.bulkhead.app.mending;

import dev.bulkhead.app.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Mended copies of MIB files, which are compiled in the place of the files. Each mending writes a
 * copy of its own, so that the last can be taken back; a file that was changed since is read itself
 * again. The copies lie beside the settings, or in a scratch folder where these are not kept.
 *
 * <p>Any thread; all methods read or write files.
 */
public final class MendedCopies {
    private static final String KEY = "mibs.mended";

    private final Settings settings;
    private final List<Mended> entries = new ArrayList<>();
    private @Nullable Path folder;

    public MendedCopies(Settings settings) {
        this.settings = settings;
        settings.lines(KEY).forEach(line -> Mended.parse(line).ifPresent(entries::add));
    }

    /**
     * One mending.
     *
     * @param file as diagnostics name it; an archive's is {@code archive!/entry}
     * @param stamp size and time of the file, or of its archive, when it was mended
     */
    private record Mended(String file, Path copy, String stamp) {
        static Optional<Mended> parse(String line) {
            String[] parts = line.split("\t", -1);
            try {
                return parts.length == 3
                        ? Optional.of(new Mended(parts[0], Path.of(parts[1]), parts[2]))
                        : Optional.empty();
            } catch (InvalidPathException foreign) {
                return Optional.empty();
            }
        }

        boolean isCurrent() {
            return stamp.equals(stampOf(file)) && Files.isRegularFile(copy);
        }

        String line() {
            return String.join("\t", file, copy.toString(), stamp);
        }
    }

    /** The newest copy of each file that has not changed since it was mended. */
    public synchronized Map<String, Path> current() {
        Map<String, Path> current = new LinkedHashMap<>();
        for (Mended mended : entries) {
            if (mended.isCurrent()) {
                current.put(mended.file(), mended.copy());
            }
        }
        return current;
    }

    /** Whether a copy can be kept for a file; not for a text that comes with the program. */
    public static boolean isPossible(String file) {
        return !stampOf(file).isEmpty() && file.indexOf('\t') < 0;
    }

    /** Keeps these bytes as what is compiled for a file. */
    public synchronized void keep(String file, byte[] bytes) throws IOException {
        Path copy = folder().resolve(UUID.randomUUID() + ".mib");
        Files.write(copy, bytes);
        entries.add(new Mended(file, copy, stampOf(file)));
        save();
    }

    /** Takes the last mending of a file back; whether there was one. */
    public synchronized boolean undo(String file) throws IOException {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).file().equals(file)) {
                Files.deleteIfExists(entries.remove(i).copy());
                save();
                return true;
            }
        }
        return false;
    }

    /** The file mended last, if any was. */
    public synchronized Optional<String> last() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast().file());
    }

    private void save() {
        settings.putLines(KEY, entries.stream().map(Mended::line).toList());
        settings.save();
    }

    private Path folder() throws IOException {
        Path known = folder;
        if (known == null) {
            Optional<Path> beside = settings.folder();
            known =
                    beside.isPresent()
                            ? Files.createDirectories(beside.get().resolve("mended-mibs"))
                            : scratch();
            folder = known;
        }
        return known;
    }

    private static Path scratch() throws IOException {
        Path made = Files.createTempDirectory("bulkhead-mended");
        made.toFile().deleteOnExit();
        return made;
    }

    /** Size and time; "" of what is no file. */
    private static String stampOf(String file) {
        int entry = file.indexOf("!/");
        try {
            Path path = Path.of(entry < 0 ? file : file.substring(0, entry));
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            return path.isAbsolute() ? now.size() + ":" + now.lastModifiedTime().toMillis() : "";
        } catch (IOException | InvalidPathException gone) {
            return "";
        }
    }
}
