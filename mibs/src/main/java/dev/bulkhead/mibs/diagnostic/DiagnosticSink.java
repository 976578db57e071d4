package dev.bulkhead.mibs.diagnostic;

import dev.bulkhead.mibs.model.SourceLocation;
import dev.bulkhead.mibs.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the diagnostics of one file. For one thread at a time. */
public final class DiagnosticSink {
    private final SourceFile file;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private int lastLine;
    private String lastLineText = "";

    public DiagnosticSink(SourceFile file) {
        this.file = file;
    }

    public SourceFile file() {
        return file;
    }

    /** A fault at {@code start} to {@code end}, offsets into the file's text. */
    public void report(DiagnosticCode code, int start, int end, String... arguments) {
        add(code, start, end, Optional.empty(), arguments);
    }

    /** A fault that putting {@code replacement} in its place would mend. */
    public void reportFixable(
            DiagnosticCode code, int start, int end, String replacement, String... arguments) {
        Suggestion suggestion = new Suggestion(start, end - start, replacement);
        add(code, start, end, Optional.of(suggestion), arguments);
    }

    /** Reports a fault that is the root of all that were found in this file before. */
    public void reportInsteadOfAll(DiagnosticCode code, int start, int end) {
        diagnostics.clear();
        report(code, start, end);
    }

    private void add(
            DiagnosticCode code,
            int start,
            int end,
            Optional<Suggestion> suggestion,
            String... arguments) {
        SourceLocation location = file.location(start);
        diagnostics.add(
                new Diagnostic(
                        code,
                        List.of(arguments),
                        location,
                        lineText(location.line()),
                        Math.max(1, end - start),
                        suggestion));
    }

    /** One string for all faults of a line: a hostile file has thousands in one long line. */
    private String lineText(int line) {
        if (line != lastLine) {
            lastLine = line;
            lastLineText = file.line(line);
        }
        return lastLineText;
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
