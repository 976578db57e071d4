package dev.bulkhead.app.problems;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.diagnostic.Severity;

/** How mild a problem may be and still be listed. */
enum Threshold {
    ERRORS(Severity.MINOR_ERROR),
    WARNINGS(Severity.WARNING),
    ALL(Severity.INFO);

    private final Severity mildest;

    Threshold(Severity mildest) {
        this.mildest = mildest;
    }

    boolean shows(Diagnostic diagnostic) {
        return diagnostic.severity().compareTo(mildest) <= 0;
    }

    @Override
    public String toString() {
        return Words.text("problems.threshold." + name());
    }
}
