package dev.bulkhead.mibs.diagnostic;

import java.util.List;
import java.util.StringJoiner;

/**
 * A diagnostic as people read it, in the shape of javac and rustc:
 *
 * <pre>
 * ACME-MIB:12:3: error[unexpected-token]: found "foo" where "{" was expected
 *    12 |   foo bar
 *       |   ^^^
 *       = note: RFC 2578 §3
 *       = help: Remove it, or write what was expected.
 * </pre>
 */
public final class DiagnosticText {
    private static final int MAX_LINE = 160;
    private static final int MAX_FOLLOWERS = 4;
    private static final String MARGIN = " ".repeat(5);

    private DiagnosticText() {}

    /** The diagnostic in several lines, the last ended by a line feed. */
    public static String render(Diagnostic diagnostic) {
        return place(diagnostic) + advice(diagnostic.code()) + withIt(diagnostic);
    }

    /** Only what and where: the message, the line and the caret. */
    public static String place(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder(oneLine(diagnostic)).append('\n');
        String number = "%5d".formatted(diagnostic.location().line());
        String line = shown(diagnostic.sourceLine());
        int column = diagnostic.location().column() - 1;
        if (!line.isBlank() && column < line.length()) {
            int carets = Math.min(diagnostic.length(), line.length() - column);
            text.append(number).append(" | ").append(line).append('\n');
            text.append(MARGIN).append(" | ").append(" ".repeat(column));
            text.append("^".repeat(Math.max(1, carets))).append('\n');
        }
        return text.toString();
    }

    /** Only the rule and what to do about it, which is the same for all faults of a code. */
    public static String advice(DiagnosticCode code) {
        return MARGIN
                + " = note: "
                + code.note()
                + "\n"
                + MARGIN
                + " = help: "
                + code.help()
                + "\n";
    }

    /** Only what follows from it, or "" if nothing does. */
    public static String withIt(Diagnostic diagnostic) {
        return diagnostic.followers().isEmpty()
                ? ""
                : MARGIN + " = with it: " + followers(diagnostic) + "\n";
    }

    private static String followers(Diagnostic diagnostic) {
        List<Diagnostic.Follower> all = diagnostic.followers();
        StringJoiner names = new StringJoiner(", ");
        all.stream()
                .limit(MAX_FOLLOWERS)
                .forEach(f -> names.add(shown(f.name()) + " (line " + f.line() + ")"));
        int more = all.size() - MAX_FOLLOWERS;
        return names + (more > 0 ? " and " + more + " more" : "");
    }

    /** {@code file:line:column: error[tag]: message}. */
    public static String oneLine(Diagnostic diagnostic) {
        return diagnostic.location()
                + ": "
                + (diagnostic.severity().isError() ? "error" : "warning")
                + "["
                + diagnostic.code().tag()
                + "]: "
                + shown(diagnostic.message());
    }

    /** The text with tabs as one space, so that the caret stands right, and nothing that acts. */
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), MAX_LINE));
        for (int i = 0; i < text.length() && i < MAX_LINE; i++) {
            char c = text.charAt(i);
            boolean acts = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
            shown.append(c == '\t' ? ' ' : acts ? '\uFFFD' : c);
        }
        return shown.toString();
    }
}
