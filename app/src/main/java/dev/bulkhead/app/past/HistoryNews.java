package dev.bulkhead.app.past;

import java.nio.file.Path;
import java.util.List;

/** What came of something that was done with a history. */
sealed interface HistoryNews {
    /** What was done. */
    enum Deed {
        READ,
        CHECK,
        EXPORT,
        DELETE
    }

    /**
     * The file was looked through.
     *
     * @param wrong what is wrong with it; empty if nothing is
     */
    record Checked(List<String> wrong) implements HistoryNews {
        public Checked {
            wrong = List.copyOf(wrong);
        }
    }

    /** Rows were written. */
    record Exported(long rows, Path target) implements HistoryNews {}

    /** Series are gone. */
    record Deleted(int series) implements HistoryNews {}

    /** The user ended it early; nothing is left of it. */
    record Cancelled(Deed deed) implements HistoryNews {}

    /** It could not be done. */
    record Failed(Deed deed, Throwable why) implements HistoryNews {}
}
