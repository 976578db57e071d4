package dev.bulkhead.mibs.input;

import dev.bulkhead.mibs.input.Unreadable.Reason;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One listing of {@link FileList}. It is on the way of a start, so it takes the attributes that the
 * walk hands over anyway, and has no lambdas and streams, which would load classes.
 *
 * <p>Links to folders wait until all real folders of a round are listed: which of a folder and its
 * links is taken thus depends on names, not on the order in which a disk returns them.
 */
final class FileWalk implements FileVisitor<Path> {
    private static final Set<String> VERSION_CONTROL = Set.of(".git", ".svn", ".hg", ".bzr", "CVS");

    private static final Set<FileVisitOption> FOLLOW_LINKS = Set.of(FileVisitOption.FOLLOW_LINKS);

    private static final class ByText implements Comparator<FoundFile> {
        @Override
        public int compare(FoundFile a, FoundFile b) {
            return a.path().toString().compareTo(b.path().toString());
        }
    }

    private final FileList.Limits limits;
    private final Cancellation cancellation;
    private final List<FoundFile> files = new ArrayList<>();
    private final List<FoundFile> folders = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final Set<Object> seenFolders = new HashSet<>();
    private List<Path> linksToFolders = new ArrayList<>();
    private @Nullable Path start;
    private boolean full;

    FileWalk(FileList.Limits limits, Cancellation cancellation) {
        this.limits = limits;
        this.cancellation = cancellation;
    }

    FileList list(List<Path> paths) {
        List<Path> round = paths;
        while (!round.isEmpty() && !full) {
            linksToFolders = new ArrayList<>();
            for (Path path : round) {
                if (!full) {
                    walk(path);
                }
            }
            round = linksToFolders;
            round.sort(Comparator.naturalOrder());
        }
        files.sort(new ByText());
        if (!unreadable.isEmpty()) {
            unreadable.sort(Comparator.comparing(missed -> missed.path().toString()));
        }
        return new FileList(withoutRepeats(), folders, unreadable);
    }

    private List<FoundFile> withoutRepeats() {
        List<FoundFile> once = new ArrayList<>(files.size());
        Path last = null;
        for (FoundFile file : files) {
            if (!file.path().equals(last)) {
                once.add(file);
            }
            last = file.path();
        }
        return once;
    }

    private void walk(Path path) {
        start = path;
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class); // follows links
            if (attributes.isDirectory()) {
                Files.walkFileTree(path, FOLLOW_LINKS, limits.depth(), this);
            } else {
                add(path, attributes);
            }
        } catch (IOException e) {
            unreadable.add(Unreadable.of(path, e));
        }
    }

    private FileVisitResult add(Path path, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            unreadable.add(Unreadable.of(path, Reason.NOT_REGULAR));
        } else if (files.size() >= limits.files()) {
            unreadable.add(Unreadable.of(path, Reason.TOO_MANY));
            full = true;
            return FileVisitResult.TERMINATE;
        } else {
            files.add(found(path, attributes));
        }
        return FileVisitResult.CONTINUE;
    }

    private static FoundFile found(Path path, BasicFileAttributes attributes) {
        long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        return new FoundFile(path, attributes.size(), modified);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
            throws IOException {
        if (cancellation.isCancelled()) {
            unreadable.add(Unreadable.of(folder, Reason.CANCELLED));
            full = true;
            return FileVisitResult.TERMINATE;
        }
        boolean wanted = folder.equals(start) || isWantedBelow(folder);
        if (!wanted || !seenFolders.add(key(folder, attributes))) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        folders.add(found(folder, attributes));
        return FileVisitResult.CONTINUE;
    }

    private boolean isWantedBelow(Path folder) {
        Path name = folder.getFileName();
        if (name != null && VERSION_CONTROL.contains(name.toString())) {
            return false;
        }
        if (Files.isSymbolicLink(folder)) {
            linksToFolders.add(folder);
            return false;
        }
        return true;
    }

    /** Windows has no file key. */
    private static Object key(Path folder, BasicFileAttributes attributes) throws IOException {
        Object key = attributes.fileKey();
        return key == null ? folder.toRealPath() : key;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
        if (attributes.isDirectory()) {
            unreadable.add(Unreadable.of(path, Reason.TOO_DEEP));
            return FileVisitResult.CONTINUE;
        }
        return attributes.isSymbolicLink() ? brokenLink(path) : add(path, attributes);
    }

    /** The walk hands over a link's own attributes where there are none of its target. */
    private FileVisitResult brokenLink(Path path) {
        try {
            return add(path, Files.readAttributes(path, BasicFileAttributes.class));
        } catch (IOException e) {
            unreadable.add(Unreadable.of(path, e));
            return FileVisitResult.CONTINUE;
        }
    }

    /** A link to a folder around it shows nothing that is not listed already. */
    @Override
    public FileVisitResult visitFileFailed(Path path, IOException e) {
        if (!(e instanceof FileSystemLoopException)) {
            unreadable.add(Unreadable.of(path, e));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
        if (e != null) {
            unreadable.add(Unreadable.of(folder, e));
        }
        return FileVisitResult.CONTINUE;
    }
}
