package dev.bulkhead.app.recording;

import dev.bulkhead.app.flight.OpenRecording;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.engine.recording.RecordingException;
import dev.bulkhead.engine.recording.RecordingIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where recordings lie: a folder beside the settings, and elsewhere what was opened. Where nothing
 * is kept, a folder for this run. Blocks; any thread.
 */
final class RecordingFolder {
    private static final String OPENED = "recordings.opened";
    private static final String DELETED = ".deleted";
    private static final int MOST_OPENED = 100;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneId.systemDefault());

    private final Settings settings;
    private Optional<Path> passing = Optional.empty();

    RecordingFolder(Settings settings) {
        this.settings = settings;
    }

    synchronized Path home() {
        Optional<Path> kept = settings.beside("recordings");
        if (kept.isPresent()) {
            return kept.get();
        }
        if (passing.isEmpty()) {
            try {
                passing = Optional.of(Files.createTempDirectory("bulkhead-recordings"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return passing.get();
    }

    /** A folder that is not there yet, named after what it is of. */
    Path fresh(String name, Instant now) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+", "");
        String cut = plain.length() > 60 ? plain.substring(0, 60) : plain;
        String stamped = (cut.isEmpty() ? "recording" : cut) + "-" + STAMP.format(now);
        Path folder = home().resolve(stamped);
        for (int i = 2; Files.exists(folder); i++) {
            folder = home().resolve(stamped + "-" + i);
        }
        return folder;
    }

    /** All recordings, the latest first. What was deleted in an earlier run goes for good. */
    List<Path> all() throws RecordingException {
        Set<Path> found = new LinkedHashSet<>();
        Path home = home();
        if (Files.isDirectory(home)) {
            try (Stream<Path> content = Files.list(home)) {
                List<Path> there = content.toList();
                for (Path gone : there.stream().filter(RecordingFolder::isDeleted).toList()) {
                    erase(gone);
                }
                there.stream()
                        .filter(path -> !isDeleted(path))
                        .filter(OpenRecording::isRecording)
                        .sorted(Comparator.comparing(RecordingFolder::written).reversed())
                        .forEach(found::add);
            } catch (IOException e) {
                throw new RecordingException("cannot read " + home + " (" + e + ")", e);
            }
        }
        settings.lines(OPENED).stream()
                .map(Path::of)
                .filter(OpenRecording::isRecording)
                .forEach(found::add);
        return new ArrayList<>(found);
    }

    private static Instant written(Path path) {
        try {
            return Files.getLastModifiedTime(path).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    /** Keeps in mind what was opened elsewhere. */
    void remember(Path path) {
        if (path.startsWith(home())) {
            return;
        }
        List<String> opened = new ArrayList<>(settings.lines(OPENED));
        opened.remove(path.toString());
        opened.addFirst(path.toString());
        settings.putLines(OPENED, opened.stream().limit(MOST_OPENED).toList());
    }

    private void forget(Path path) {
        List<String> opened = new ArrayList<>(settings.lines(OPENED));
        if (opened.remove(path.toString())) {
            settings.putLines(OPENED, opened);
        }
    }

    private static boolean isDeleted(Path path) {
        return path.toString().endsWith(DELETED);
    }

    /** Its index and its readings, and nothing else. */
    private static void erase(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            for (Path file : content.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".snmprec") || name.equals(RecordingIndex.FILE)) {
                    Files.delete(file);
                }
            }
        }
        Files.deleteIfExists(folder);
    }

    /** Takes one away; the files of one in this folder stay until the next start. */
    void delete(Path path) throws IOException {
        forget(path);
        if (path.startsWith(home()) && Files.isDirectory(path)) {
            Files.move(path, aside(path));
        }
    }

    /** Brings it back. */
    void restore(Path path) throws IOException {
        if (path.startsWith(home())) {
            Files.move(aside(path), path);
        } else {
            remember(path);
        }
    }

    private static Path aside(Path path) {
        return path.resolveSibling(path.getFileName() + DELETED);
    }
}
