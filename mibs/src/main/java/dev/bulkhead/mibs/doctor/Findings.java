package dev.bulkhead.mibs.doctor;

import dev.bulkhead.mibs.diagnostic.Diagnostic;
import java.util.List;

/**
 * What a compiler says about one file.
 *
 * @param diagnostics those of this file only, with offsets into the bytes that were compiled
 * @param definitions how many definitions the file yields
 */
public record Findings(List<Diagnostic> diagnostics, int definitions) {
    public Findings {
        diagnostics = List.copyOf(diagnostics);
    }

    /** How many diagnostics are errors. */
    public int errors() {
        return (int) diagnostics.stream().filter(d -> d.severity().isError()).count();
    }

    /** Whether nothing is worse than before and something is better. */
    boolean improves(Findings before) {
        boolean worse = definitions < before.definitions || errors() > before.errors();
        return !worse
                && (definitions > before.definitions
                        || errors() < before.errors()
                        || diagnostics.size() < before.diagnostics.size());
    }
}
