package dev.bulkhead.mibs.lexer;

/** The footer and header lines between the pages of an RFC that a MIB was cut out of. */
final class PageBreak {
    private static final byte[] PAGE = {'[', 'P', 'a', 'g', 'e', ' '};

    private PageBreak() {}

    /** Whether {@code [Page 12]} stands there. */
    static boolean isFooter(byte[] text, int at) {
        if (at + PAGE.length >= text.length) {
            return false;
        }
        for (int i = 0; i < PAGE.length; i++) {
            if (text[at + i] != PAGE[i]) {
                return false;
            }
        }
        int end = at + PAGE.length;
        while (end < text.length && text[end] > ' ' && text[end] != ']') {
            end++;
        }
        return end < text.length && text[end] == ']';
    }

    static int lineStart(byte[] text, int at) {
        int start = at;
        while (start > 0 && text[start - 1] != '\n' && text[start - 1] != '\r') {
            start--;
        }
        return start;
    }

    /** Where the text goes on: after the footer's line, blank lines and the next page's header. */
    static int end(byte[] text, int footer) {
        int at = lineEnd(text, footer);
        int next = at;
        while (next < text.length && text[next] <= ' ' && text[next] >= 0) {
            next++;
        }
        int end = lineEnd(text, next);
        return isHeader(text, next, end) ? end : at;
    }

    /** {@code RFC 1213 MIB-II March 1991}: begins with RFC or Internet, ends with a year. */
    private static boolean isHeader(byte[] text, int start, int end) {
        boolean begins =
                startsWith(text, start, end, "rfc ") || startsWith(text, start, end, "internet");
        int last = end;
        while (last > start && text[last - 1] <= ' ') {
            last--;
        }
        if (!begins || last - start < 12) {
            return false;
        }
        for (int i = last - 4; i < last; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] text, int start, int end, String lowerCase) {
        if (end - start < lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if ((text[start + i] | 0x20) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int lineEnd(byte[] text, int from) {
        int end = from;
        while (end < text.length && text[end] != '\n' && text[end] != '\r') {
            end++;
        }
        return end;
    }
}
