package dev.bulkhead.app.cli;

import dev.bulkhead.mibs.diagnostic.Diagnostic;
import java.util.List;

/** How many errors and warnings, in words. */
record FaultCount(long errors, long warnings) {
    static FaultCount of(List<Diagnostic> diagnostics) {
        long errors = diagnostics.stream().filter(d -> d.severity().isError()).count();
        return new FaultCount(errors, diagnostics.size() - errors);
    }

    static String words(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }

    @Override
    public String toString() {
        return words(errors, "error") + ", " + words(warnings, "warning");
    }
}
