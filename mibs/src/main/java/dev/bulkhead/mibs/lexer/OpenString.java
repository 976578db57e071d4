package dev.bulkhead.mibs.lexer;

/**
 * Finds where a quoted text that lacks its closing quote was meant to end.
 *
 * <p>Such a text runs on to the opening quote of the next one, which therefore stands right behind
 * a keyword such as DESCRIPTION; what was swallowed holds lines that begin with a clause or {@code
 * ::=}. A quote that closes a text stands behind neither.
 */
final class OpenString {
    private OpenString() {}

    /** Where the text was meant to end, or -1 if it ends where its quote is. */
    static int end(byte[] text, int start, int close) {
        return followsTextKeyword(text, start, close) ? firstSmiLine(text, start + 1, close) : -1;
    }

    /** Where a text without any closing quote was meant to end; {@code limit} if nothing tells. */
    static int endOfUnclosed(byte[] text, int start, int limit) {
        int found = firstSmiLine(text, start + 1, limit);
        return found < 0 ? limit : found;
    }

    private static boolean followsTextKeyword(byte[] text, int start, int close) {
        int end = close;
        while (end > start && text[end - 1] <= ' ' && text[end - 1] >= 0) {
            end--;
        }
        if (end == close || text[end - 1] < 'A' || text[end - 1] > 'Z') {
            return false;
        }
        int begin = end;
        while (begin > start + 1 && isKeywordPart(text[begin - 1])) {
            begin--;
        }
        Keyword keyword = Keyword.of(text, begin, end, Keyword.hash(text, begin, end));
        return keyword != null && keyword.isTextClause();
    }

    private static boolean isKeywordPart(byte c) {
        return (c >= 'A' && c <= 'Z') || c == '-';
    }

    /** The end of the last line before one that can only be SMI, or -1. */
    private static int firstSmiLine(byte[] text, int from, int to) {
        int lineEnd = -1;
        for (int i = from; i < to; i++) {
            if (text[i] != '\n' && text[i] != '\r') {
                continue;
            }
            if (lineEnd < 0 || !isBlank(text, lineEnd, i)) {
                lineEnd = i;
            }
            int word = i + 1;
            while (word < to && (text[word] == ' ' || text[word] == '\t')) {
                word++;
            }
            if (word < to && beginsSmi(text, word, to)) {
                return lineEnd;
            }
        }
        return -1;
    }

    private static boolean isBlank(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] > ' ' || text[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean beginsSmi(byte[] text, int at, int to) {
        if (at + 3 < to && text[at] == ':' && text[at + 1] == ':' && text[at + 2] == '=') {
            return true;
        }
        int end = at;
        while (end < to && isKeywordPart(text[end])) {
            end++;
        }
        Keyword keyword = Keyword.of(text, at, end, Keyword.hash(text, at, end));
        return keyword != null
                && (keyword == Keyword.SYNTAX
                        || keyword == Keyword.MAX_ACCESS
                        || keyword == Keyword.ACCESS
                        || keyword == Keyword.STATUS
                        || keyword == Keyword.DESCRIPTION
                        || keyword == Keyword.REFERENCE
                        || keyword == Keyword.INDEX
                        || keyword == Keyword.DEFVAL);
    }
}
