package dev.bulkhead.mibs.lexer;

import java.util.regex.Pattern;

/** Whether the text after a comment's closing {@code --} is SMI again, or still the comment. */
final class CommentEnd {
    private static final Pattern SMI =
            Pattern.compile(
                    "[ \\t]*(?:[{},;)|]|::=|\\(\\s*-?\\d"
                            + "|[A-Za-z][\\w-]*[ \\t]*(?:\\(\\s*-?\\d+\\s*\\)|::=|,|;|OBJECT|FROM\\b"
                            + "|MODULE-IDENTITY|NOTIFICATION-TYPE|TRAP-TYPE|TEXTUAL-CONVENTION)"
                            + "|(?:SYNTAX|MAX-ACCESS|ACCESS|STATUS|DESCRIPTION|INDEX|FROM|END)\\b).*");

    private CommentEnd() {}

    static boolean goesOn(String text, int from, int lineEnd) {
        return SMI.matcher(text).region(from, lineEnd).matches();
    }
}
