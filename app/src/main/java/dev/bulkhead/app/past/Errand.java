package dev.bulkhead.app.past;

import dev.bulkhead.app.history.Effort;
import java.nio.file.Path;

/**
 * Something long that is done to a history file.
 *
 * @param sinceNanos when it began, as {@link System#nanoTime} has it
 */
record Errand(HistoryNews.Deed deed, Path file, long sinceNanos, Effort effort) {}
