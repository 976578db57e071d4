package dev.bulkhead.app.cli;

import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.diagnostic.Severity;
import java.util.List;

/**
 * Which diagnostics are shown: a view only, all are found.
 *
 * @param maxLevel the mildest severity shown, 0 to 6
 * @param all whether each is printed in full
 */
record FaultView(int maxLevel, boolean all) {
    static final List<Flag> FLAGS =
            List.of(
                    new Flag("--strict", false, false),
                    new Flag("--quiet", false, false),
                    new Flag("--all", false, false));

    static FaultView of(Arguments arguments) throws UsageException {
        if (arguments.has("--strict") && arguments.has("--quiet")) {
            throw new UsageException("--strict and --quiet exclude each other");
        }
        Severity mildest =
                arguments.has("--strict")
                        ? Severity.INFO
                        : arguments.has("--quiet") ? Severity.ERROR : Severity.CHANGE_RECOMMENDED;
        return new FaultView(mildest.level(), arguments.has("--all"));
    }

    boolean shows(Diagnostic diagnostic) {
        return diagnostic.severity().level() <= maxLevel;
    }

    List<Diagnostic> of(List<Diagnostic> diagnostics) {
        return diagnostics.stream().filter(this::shows).toList();
    }
}
