package dev.bulkhead.mibs;

import dev.bulkhead.mibs.MibRepository.Library;
import dev.bulkhead.mibs.ParsedFile.Origin;
import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.input.ArchiveLimits;
import dev.bulkhead.mibs.input.ArchiveUnpacker;
import dev.bulkhead.mibs.input.Cancellation;
import dev.bulkhead.mibs.input.FileList;
import dev.bulkhead.mibs.input.FoundFile;
import dev.bulkhead.mibs.input.Progress;
import dev.bulkhead.mibs.input.Refused;
import dev.bulkhead.mibs.input.UnpackedFolder;
import dev.bulkhead.mibs.input.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What a repository holds at one time. Archives are unpacked into a folder of their own first, once
 * for each content; their files are named {@code archive!/entry}.
 */
final class Listing {
    private static final Set<String> ARCHIVES = Set.of("zip", "tar", "tgz", "gz");

    private final Library library;
    private final Optional<Path> archiveFolder;
    private final Map<String, Path> replacements;
    private final Cancellation cancellation;
    private final List<MibText> texts = new ArrayList<>();
    private final List<MibText> forImports = new ArrayList<>();
    private final List<ParsedFile> refused = new ArrayList<>();
    private final List<FoundFile> watched = new ArrayList<>();
    private final long begunNanos = System.currentTimeMillis() * 1_000_000L;
    private boolean isComplete = true;

    Listing(
            Library library,
            Optional<Path> archiveFolder,
            Map<String, Path> replacements,
            Cancellation cancellation) {
        this.library = library;
        this.archiveFolder = archiveFolder;
        this.replacements = replacements;
        this.cancellation = cancellation;
    }

    /** When the listing began, in nanoseconds since 1970. */
    long begunNanos() {
        return begunNanos;
    }

    /** What is compiled. */
    List<MibText> texts() {
        List<MibText> all = new ArrayList<>(BuiltInTexts.base());
        all.addAll(texts);
        if (library == Library.ALL) {
            all.addAll(BuiltInTexts.library(Origin.LIBRARY));
        }
        return all;
    }

    /** What is searched for imports only. */
    List<MibText> forImports() {
        List<MibText> all = new ArrayList<>(forImports);
        if (library == Library.IMPORTS) {
            all.addAll(BuiltInTexts.library(Origin.IMPORTS_ONLY));
        }
        return all;
    }

    /** What was asked for and cannot be read. */
    List<ParsedFile> refused() {
        return refused;
    }

    /** Folders and archives: while none of them changes, there are the same files. */
    List<FoundFile> watched() {
        return watched;
    }

    /** Whether all could be looked into; else more may be there next time. */
    boolean isComplete() {
        return isComplete;
    }

    /** All texts that lie on disk: the others never change. */
    List<MibText> files() {
        List<MibText> all = new ArrayList<>(texts);
        all.addAll(forImports);
        return all;
    }

    void addSources(List<Path> paths) {
        add(Origin.USER, paths, texts);
    }

    void addImportFolders(List<Path> paths) {
        add(Origin.IMPORTS_ONLY, paths, forImports);
    }

    private void add(Origin origin, List<Path> paths, List<MibText> to) {
        FileList list = FileList.of(paths, FileList.Limits.DEFAULT, cancellation);
        watched.addAll(list.folders());
        isComplete &= list.unreadable().isEmpty();
        for (FoundFile file : list.files()) {
            String name = file.path().toString();
            boolean archive =
                    archiveFolder.isPresent()
                            && (isNamedLikeOne(name) || paths.contains(file.path()))
                            && ArchiveUnpacker.isArchive(file.path());
            if (archive) {
                watched.add(file);
                unpack(origin, file.path(), archiveFolder.get(), to);
            } else {
                to.add(text(origin, name, file));
            }
        }
        if (origin == Origin.USER) {
            list.unreadable().forEach(this::refuse);
        }
    }

    /** The file, or what is to be read in its place. */
    private MibText text(Origin origin, String name, FoundFile file) {
        Path copy = replacements.get(name);
        if (copy == null) {
            return MibText.ofFile(origin, name, file);
        }
        try {
            BasicFileAttributes now = Files.readAttributes(copy, BasicFileAttributes.class);
            long modified = now.lastModifiedTime().to(TimeUnit.NANOSECONDS);
            return MibText.ofFile(origin, name, new FoundFile(copy, now.size(), modified));
        } catch (IOException gone) {
            return MibText.ofFile(origin, name, file);
        }
    }

    private static boolean isNamedLikeOne(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && ARCHIVES.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private void refuse(Unreadable missed) {
        refused.add(
                ParsedFile.unreadable(
                        Origin.USER, missed.path().toString(), missed.reason().sentence()));
    }

    private void unpack(Origin origin, Path archive, Path cache, List<MibText> to) {
        try {
            UnpackedFolder unpacked =
                    new ArchiveUnpacker(ArchiveLimits.DEFAULT, cancellation, Progress.NONE)
                            .unpackOnce(archive, cache);
            FileList inside =
                    FileList.of(List.of(unpacked.folder()), FileList.Limits.DEFAULT, cancellation);
            for (FoundFile file : inside.files()) {
                Path entry = unpacked.folder().relativize(file.path());
                to.add(text(origin, archive + "!/" + slashed(entry), file));
            }
            for (Refused entry : unpacked.unpacked().refused()) {
                refused.add(
                        ParsedFile.refused(
                                origin,
                                archive.toString(),
                                DiagnosticCode.ARCHIVE_ENTRY_REFUSED,
                                entry.entry().isEmpty() ? "(all)" : entry.entry(),
                                entry.reason().sentence()));
            }
        } catch (IOException e) {
            refused.add(
                    ParsedFile.unreadable(
                            origin, archive.toString(), e.getClass().getSimpleName()));
        }
    }

    private static String slashed(Path entry) {
        List<String> parts = new ArrayList<>();
        entry.forEach(part -> parts.add(part.toString()));
        return String.join("/", parts);
    }
}
