package dev.bulkhead.mibs.lexer;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Whether the text after a comment's closing {@code --} is SMI again, or still the comment. */
final class CommentEnd {
    private static final Pattern SMI =
            Pattern.compile(
                    "[ \\t]*(?:[{},;)|]|::=|\\(\\s*-?\\d"
                            + "|[A-Za-z][\\w-]*[ \\t]*(?:\\(\\s*-?\\d+\\s*\\)|::=|,|;|OBJECT|FROM\\b"
                            + "|MODULE-IDENTITY|NOTIFICATION-TYPE|TRAP-TYPE|TEXTUAL-CONVENTION)"
                            + "|(?:SYNTAX|MAX-ACCESS|ACCESS|STATUS|DESCRIPTION|INDEX|FROM|END)\\b).*");
    private static final int LOOKED_AT = 400;

    private CommentEnd() {}

    static boolean goesOn(byte[] text, int from, int lineEnd) {
        int length = Math.min(lineEnd - from, LOOKED_AT);
        return SMI.matcher(new String(text, from, length, StandardCharsets.ISO_8859_1)).matches();
    }

    /**
     * Whether nothing but blanks and dashes is left of the line: a closing {@code --} or a rule.
     */
    static boolean isRule(byte[] text, int from, int lineEnd) {
        for (int i = from; i < lineEnd; i++) {
            if (text[i] != '-' && text[i] != ' ' && text[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
