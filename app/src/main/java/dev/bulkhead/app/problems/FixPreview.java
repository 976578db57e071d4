package dev.bulkhead.app.problems;

import dev.bulkhead.app.mending.MendedCopies;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.diagnostic.Suggestion;
import dev.bulkhead.mibs.doctor.Repair;
import dev.bulkhead.mibs.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a suggestion would change.
 *
 * @param line the first line it changes, 1-based
 * @param before the lines as they are
 * @param after the lines as they would be
 */
public record FixPreview(int line, List<String> before, List<String> after) {
    private static final int MOST_LINES = 4;

    public FixPreview {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** What a diagnostic's suggestion would change; empty if it has none that can be kept. */
    static Optional<FixPreview> of(Diagnostic diagnostic, Optional<SourceFile> text) {
        Optional<Suggestion> suggestion = diagnostic.suggestion();
        if (suggestion.isEmpty()
                || text.isEmpty()
                || !MendedCopies.isPossible(diagnostic.location().file())
                || !fits(suggestion.get(), text.get())) {
            return Optional.empty();
        }
        Suggestion change = suggestion.get();
        SourceFile before = text.get();
        SourceFile after = SourceFile.ofBytes(before.name(), bytes(before, change));
        int first = before.location(change.offset()).line();
        int last = before.location(change.offset() + change.length()).line();
        int more = after.lineCount() - before.lineCount();
        return Optional.of(
                new FixPreview(
                        first, lines(before, first, last), lines(after, first, last + more)));
    }

    private static boolean fits(Suggestion change, SourceFile text) {
        return change.offset() >= 0
                && change.length() >= 0
                && change.offset() + change.length() <= text.length();
    }

    /** The text with the change made. */
    static byte[] bytes(SourceFile text, Suggestion change) {
        return Repair.apply(text.bytes(), List.of(change));
    }

    private static List<String> lines(SourceFile file, int first, int last) {
        List<String> lines = new ArrayList<>();
        for (int line = first; line <= Math.min(last, file.lineCount()); line++) {
            if (lines.size() == MOST_LINES) {
                lines.add("…");
                break;
            }
            lines.add(file.line(line));
        }
        return lines;
    }
}
