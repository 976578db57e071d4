package dev.bulkhead.app.problems;

import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.diagnostic.Severity;

/** A line of the list of problems. */
sealed interface ProblemRow {
    /**
     * The line over the problems of one group.
     *
     * @param key what tells the group from the others
     * @param worst the severity its icon shows
     * @param isOpen whether its problems follow
     */
    record Group(String key, String title, Severity worst, int errors, int warnings, boolean isOpen)
            implements ProblemRow {}

    /** One problem. */
    record One(Diagnostic diagnostic) implements ProblemRow {}
}
