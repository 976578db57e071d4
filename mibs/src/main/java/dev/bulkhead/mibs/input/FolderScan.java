package dev.bulkhead.mibs.input;

import dev.bulkhead.mibs.input.Unreadable.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Which files of some folders define which modules, told by {@link HeaderScan} without compiling.
 *
 * @param files all files read, in the order of their path's text
 * @param modules by name: the files that define it, each once, in the order of {@code files}
 * @param unreadable what was left out, in the order of the path's text
 */
public record FolderScan(
        List<ScannedFile> files,
        SortedMap<String, List<Path>> modules,
        List<Unreadable> unreadable) {
    /** A longer file is no MIB; the longest real one known has 5 MB. */
    public static final long MAX_FILE_BYTES = 32L << 20;

    public FolderScan {
        files = List.copyOf(files);
        modules = Collections.unmodifiableSortedMap(new TreeMap<>(modules));
        unreadable = List.copyOf(unreadable);
    }

    /** Scans all files of these paths. Blocks; reads in parallel. */
    public static FolderScan of(List<Path> paths) {
        return of(
                FileList.of(paths, FileList.Limits.DEFAULT, Cancellation.NEVER),
                Cancellation.NEVER,
                Progress.NONE);
    }

    /**
     * Scans listed files. Blocks; reads in parallel.
     *
     * @param cancellation names the files that then were not read
     * @param progress counts files; called from several threads
     */
    public static FolderScan of(FileList list, Cancellation cancellation, Progress progress) {
        AtomicInteger done = new AtomicInteger();
        int total = list.files().size();
        List<Outcome> outcomes =
                list.files().parallelStream()
                        .map(file -> {
                            Outcome outcome = read(file, cancellation);
                            progress.advanced(
                                    file.path().toString(), done.incrementAndGet(), total);
                            return outcome;
                        })
                        .toList();
        List<ScannedFile> files = new ArrayList<>(total);
        List<Unreadable> unreadable = new ArrayList<>(list.unreadable());
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Read(ScannedFile file) -> files.add(file);
                case Outcome.Missed(Unreadable missed) -> unreadable.add(missed);
            }
        }
        unreadable.sort(Comparator.comparing(missed -> missed.path().toString()));
        return new FolderScan(files, byName(files), unreadable);
    }

    /** The files that define no module. */
    public List<Path> withoutModule() {
        return files.stream()
                .filter(file -> file.headers().isEmpty())
                .map(file -> file.file().path())
                .toList();
    }

    private sealed interface Outcome {
        record Read(ScannedFile file) implements Outcome {}

        record Missed(Unreadable file) implements Outcome {}
    }

    private static Outcome read(FoundFile file, Cancellation cancellation) {
        if (cancellation.isCancelled()) {
            return new Outcome.Missed(Unreadable.of(file.path(), Reason.CANCELLED));
        }
        if (file.size() > MAX_FILE_BYTES) {
            return new Outcome.Missed(Unreadable.of(file.path(), Reason.TOO_LARGE));
        }
        try (InputStream in = Files.newInputStream(file.path())) {
            byte[] bytes = in.readNBytes((int) file.size()); // no more, should it grow meanwhile
            return new Outcome.Read(new ScannedFile(file, HeaderScan.of(bytes)));
        } catch (IOException e) {
            return new Outcome.Missed(Unreadable.of(file.path(), e));
        }
    }

    private static SortedMap<String, List<Path>> byName(List<ScannedFile> files) {
        SortedMap<String, List<Path>> modules = new TreeMap<>();
        for (ScannedFile file : files) {
            Stream<String> names = file.headers().stream().map(ModuleHeader::name).distinct();
            names.forEach(name ->
                    modules.computeIfAbsent(name, n -> new ArrayList<>(1)).add(file.file().path()));
        }
        modules.replaceAll((name, paths) -> List.copyOf(paths));
        return modules;
    }
}
