package dev.bulkhead.mibs.diagnostic;

import dev.bulkhead.mibs.model.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * A fault found in a MIB text, as data: javac's and rustc's shape.
 *
 * @param code which fault; it has the severity, the message and the texts that explain it
 * @param arguments what the message's holes are filled with
 * @param location where
 * @param sourceLine the line it is on, as it stands in the file
 * @param length how many characters the caret underlines, at least 1
 * @param suggestion a change that would mend it, where one is known
 */
public record Diagnostic(
        DiagnosticCode code,
        List<String> arguments,
        SourceLocation location,
        String sourceLine,
        int length,
        Optional<Suggestion> suggestion) {
    public Diagnostic {
        arguments = List.copyOf(arguments);
    }

    public Severity severity() {
        return code.severity();
    }

    /** The message in one sentence, with its arguments. */
    public String message() {
        return code.message(arguments);
    }
}
