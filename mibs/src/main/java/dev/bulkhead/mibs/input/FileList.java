package dev.bulkhead.mibs.input;

import java.nio.file.Path;
import java.util.List;

/**
 * The regular files of some paths, folders with all below them, in the order of their path's text.
 *
 * <p>A folder is listed once, however many links lead to it, so that loops end and a farm of links
 * cannot multiply; where a folder and a link to it are both below the paths, the folder is taken.
 * Folders of version control are skipped. What cannot be read is named and the rest is listed.
 *
 * @param folders all that were looked into: while none of them is modified, no file comes or goes
 * @param unreadable in the order of their path's text
 */
public record FileList(
        List<FoundFile> files, List<FoundFile> folders, List<Unreadable> unreadable) {
    public FileList {
        files = List.copyOf(files);
        folders = List.copyOf(folders);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * What is listed at most.
     *
     * @param depth folders below each path
     * @param files files in all
     */
    public record Limits(int depth, int files) {
        /** 32 folders deep, 200,000 files: forty times the largest known collection. */
        public static final Limits DEFAULT = new Limits(32, 200_000);
    }

    /** Lists the files of these paths within the default limits. */
    public static FileList of(List<Path> paths) {
        return of(paths, Limits.DEFAULT, Cancellation.NEVER);
    }

    /** Lists the files of these paths; after a cancellation, what was found until then. */
    public static FileList of(List<Path> paths, Limits limits, Cancellation cancellation) {
        return new FileWalk(limits, cancellation).list(paths);
    }
}
