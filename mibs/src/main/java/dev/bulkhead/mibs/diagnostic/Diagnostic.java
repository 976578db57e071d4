package dev.bulkhead.mibs.diagnostic;

import dev.bulkhead.mibs.source.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * A fault found in a MIB text, as data: javac's and rustc's shape.
 *
 * @param code which fault; it has the severity, the message and the texts that explain it
 * @param arguments what the message's holes are filled with
 * @param location where
 * @param offset the same place in bytes from the file's beginning
 * @param sourceLine the line it is on, as it stands in the file; a very long one is cut
 * @param length how many characters the caret underlines, at least 1
 * @param suggestion a change that would mend it, where one is known
 * @param followers what else went wrong only because of this, such as all that stands below a node
 *     without a place
 */
public record Diagnostic(
        DiagnosticCode code,
        List<String> arguments,
        SourceLocation location,
        int offset,
        String sourceLine,
        int length,
        Optional<Suggestion> suggestion,
        List<Follower> followers) {
    public Diagnostic {
        arguments = List.copyOf(arguments);
        followers = List.copyOf(followers);
    }

    /** A definition that suffers from another fault, and the line its name stands on. */
    public record Follower(String name, int line) {}

    public Severity severity() {
        return code.severity();
    }

    /** The message in one sentence, with its arguments. */
    public String message() {
        return code.message(arguments);
    }
}
