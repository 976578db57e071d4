package dev.bulkhead.app.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the writing goes.
 *
 * @param file the file that is written; empty before one is open
 * @param problem why nothing can be written now
 * @param notices what the user should know of files, oldest first
 * @param committed values kept by this process
 * @param lost values that found no room in the queue
 */
public record HistoryState(
        Phase phase,
        Optional<Path> file,
        Optional<HistoryProblem> problem,
        List<Notice> notices,
        long committed,
        long lost) {
    /** Where the writer is. */
    public enum Phase {
        OPENING,
        WRITING,
        PROBLEM,
        CLOSED
    }

    /**
     * Something about a file.
     *
     * @param file the one it is about
     * @param now where it is now, or which one is written in its place
     */
    public record Notice(What what, Path file, Path now) {
        /** What it is. */
        public enum What {
            /** Another process writes {@code file}, so {@code now} is written. */
            LOCKED,
            /** A newer version made {@code file}, so {@code now} is written. */
            NEWER,
            /** {@code file} was damaged and is now {@code now}; an empty one took its place. */
            DAMAGED
        }
    }
}
