package dev.bulkhead.tests.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a MIB text into words and single characters. Comments are left out: "--" to the end of the
 * line, as net-snmp reads them; RFC 2578 would end them at a second "--" too, but vendors write
 * rows of dashes. Quoted text is one word that begins with a quote.
 */
final class TextScanner {
    private static final Pattern QUOTED_OBJECT =
            Pattern.compile("(?m)^[ \\t]*[A-Za-z][\\w-]*\\s+OBJECT-TYPE\\s+SYNTAX\\s");

    private final String text;
    private final List<Integer> quoted = new ArrayList<>();
    private int at;
    private int line = 1;

    TextScanner(String text) {
        this.text = text;
    }

    /** A word and the line it begins on. */
    record Word(String text, int line) {
        boolean is(String other) {
            return text.equals(other);
        }

        boolean isName() {
            return Character.isLetterOrDigit(text.charAt(0));
        }
    }

    List<Word> words() {
        List<Word> words = new ArrayList<>();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n' || (c == '\r' && !text.startsWith("\n", at + 1))) {
                line++;
                at++;
            } else if (c <= ' ') {
                at++;
            } else if (text.startsWith("--", at)) {
                skipComment();
            } else {
                words.add(word(c));
            }
        }
        return words;
    }

    /** Lines inside quoted text on which an OBJECT-TYPE seems to begin. */
    List<Integer> quoted() {
        return quoted;
    }

    private void skipComment() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }

    private Word word(char first) {
        int start = at;
        int startLine = line;
        if (first == '"') {
            int close = text.indexOf('"', at + 1);
            at = close < 0 ? text.length() : close + 1;
            String all = text.substring(start, at);
            QUOTED_OBJECT
                    .matcher(all)
                    .results()
                    .forEach(match ->
                            quoted.add(startLine + lines(all.substring(0, match.start()))));
            line += lines(all);
            return new Word(all, startLine);
        }
        do {
            at++;
        } while (at < text.length() && isNamePart(start) && isNamePart(at) && !dashes(at));
        return new Word(text.substring(start, at), startLine);
    }

    private boolean isNamePart(int index) {
        char c = text.charAt(index);
        return Character.isLetterOrDigit(c) || c == '_' || (c == '-' && index > 0);
    }

    private boolean dashes(int index) {
        return text.startsWith("--", index);
    }

    private static int lines(String part) {
        int count = 0;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '\n' || (c == '\r' && !part.startsWith("\n", i + 1))) {
                count++;
            }
        }
        return count;
    }
}
