package dev.bulkhead.mibs.lexer;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.diagnostic.DiagnosticSink;

/**
 * Cuts a text's bytes into tokens.
 *
 * <p>Comments begin with {@code --} and end with the line or the next {@code --} (X.208 §8.6).
 * Where what follows that second {@code --} on the line is no plausible SMI, vendors meant the
 * whole line, and so does this lexer. Names may hold underscores, begin with digits and end with
 * hyphens; each such fault is a diagnostic and the name is kept. A quoted text without its closing
 * quote ends where {@link OpenString} finds that it was meant to. Page footers of an RFC's text are
 * skipped.
 */
public final class Lexer {
    private final byte[] text;
    private final DiagnosticSink sink;
    private final Tokens tokens;
    private final int length;
    private int at;

    private Lexer(DiagnosticSink sink, Tokens tokens) {
        this.text = sink.file().bytes();
        this.length = text.length;
        this.sink = sink;
        this.tokens = tokens;
    }

    /** All tokens of the sink's file, into {@code tokens}; what was in it is dropped. */
    public static void read(DiagnosticSink sink, Tokens tokens) {
        tokens.clear();
        Lexer lexer = new Lexer(sink, tokens);
        lexer.run();
        tokens.finish(lexer.length);
    }

    private void run() {
        while (at < length) {
            int c = text[at];
            if (c <= ' ' && c >= 0) {
                at++;
            } else if (isLetter(c)) {
                word(isUpper(c) ? TokenKind.UPPER : TokenKind.LOWER);
            } else if (isDigit(c)) {
                numberOrWord();
            } else if (c == '-') {
                dash();
            } else if (c == '"') {
                string();
            } else if (c == '\'') {
                quotedNumber();
            } else {
                symbol(c);
            }
        }
    }

    private void word(TokenKind kind) {
        int start = at;
        int hash = 0;
        boolean underscore = false;
        int i = at;
        while (i < length) {
            int c = text[i];
            if (!isWordByte(c)) {
                if (c != '-' || i + 1 >= length || !isWordByte(text[i + 1])) {
                    break;
                }
            }
            underscore |= c == '_';
            hash = 31 * hash + c;
            i++;
        }
        at = i;
        if (i < length && text[i] == '-' && endsWithHyphen(i)) {
            at++;
            report(DiagnosticCode.HYPHEN_AT_END, start, at);
        }
        if (underscore) {
            report(DiagnosticCode.UNDERSCORE_IN_IDENTIFIER, start, at);
        }
        Keyword keyword =
                kind == TokenKind.UPPER && i == at ? Keyword.of(text, start, at, hash) : null;
        tokens.addWord(kind, keyword, start, at, i == at ? hash : 31 * hash + '-');
    }

    /** A hyphen that no name's part and no comment's second hyphen follows. */
    private boolean endsWithHyphen(int hyphen) {
        return hyphen + 1 >= length || text[hyphen + 1] != '-';
    }

    private void report(DiagnosticCode code, int start, int end) {
        sink.report(code, start, end, sink.file().text(start, Math.min(end, start + 80)));
    }

    private void numberOrWord() {
        int start = at;
        int end = at;
        while (end < length && isDigit(text[end])) {
            end++;
        }
        boolean word =
                end < length
                        && (isLetter(text[end])
                                || text[end] == '_'
                                || (text[end] == '-'
                                        && end + 1 < length
                                        && isLetter(text[end + 1])));
        if (word) {
            word(TokenKind.LOWER);
            report(DiagnosticCode.DIGIT_FIRST, start, at);
        } else {
            at = end;
            tokens.add(TokenKind.NUMBER, start, end);
        }
    }

    private void dash() {
        if (at + 1 < length && text[at + 1] == '-') {
            comment();
        } else if (at + 1 < length && isDigit(text[at + 1])) {
            int start = at++;
            while (at < length && isDigit(text[at])) {
                at++;
            }
            tokens.add(TokenKind.NUMBER, start, at);
        } else {
            stray();
        }
    }

    private void comment() {
        int close = -1;
        int i = at + 2;
        while (i < length && text[i] != '\n' && text[i] != '\r') {
            if (close < 0 && text[i] == '-' && i + 1 < length && text[i + 1] == '-') {
                close = i;
                i++;
            }
            i++;
        }
        i = Math.min(i, length);
        int after = close + 2;
        if (close >= 0
                && !isBlank(at + 2, close)
                && !CommentEnd.isRule(text, after, i)
                && CommentEnd.goesOn(text, after, i)) {
            at = after;
        } else {
            at = i;
        }
    }

    /** Nothing between the hyphens: a line that was a comment already and was made one again. */
    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] != ' ' && text[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private void string() {
        int start = at;
        int close = start + 1;
        while (close < length && text[close] != '"') {
            close++;
        }
        if (close >= length) {
            at = OpenString.endOfUnclosed(text, start, length);
            openString(start);
        } else {
            int meant = OpenString.end(text, start, close);
            at = meant < 0 ? close + 1 : meant;
            if (meant >= 0) {
                openString(start);
            }
        }
        tokens.add(TokenKind.STRING, start, at);
    }

    private void openString(int start) {
        sink.fault(DiagnosticCode.UNTERMINATED_STRING, start, start + 1).fix(at, at, "\"").report();
    }

    private void quotedNumber() {
        int start = at;
        int close = at + 1;
        while (close < length
                && (isLetter(text[close]) || isDigit(text[close]) || isBlank(close))) {
            close++;
        }
        int radix = close + 1 < length && text[close] == '\'' ? text[close + 1] | 0x20 : ' ';
        if (radix != 'h' && radix != 'b') {
            stray();
            return;
        }
        at = close + 2;
        tokens.add(radix == 'h' ? TokenKind.HEX_STRING : TokenKind.BINARY_STRING, start, at);
    }

    private boolean isBlank(int index) {
        return text[index] <= ' ' && text[index] >= 0;
    }

    private void symbol(int c) {
        switch (c) {
            case '{' -> add(TokenKind.LEFT_BRACE, 1);
            case '}' -> add(TokenKind.RIGHT_BRACE, 1);
            case '(' -> add(TokenKind.LEFT_PARENTHESIS, 1);
            case ')' -> add(TokenKind.RIGHT_PARENTHESIS, 1);
            case '[' -> {
                if (!PageBreak.isFooter(text, at)) {
                    add(TokenKind.LEFT_BRACKET, 1);
                } else {
                    pageBreak();
                }
            }
            case ']' -> add(TokenKind.RIGHT_BRACKET, 1);
            case ',' -> add(TokenKind.COMMA, 1);
            case ';' -> add(TokenKind.SEMICOLON, 1);
            case '|' -> add(TokenKind.BAR, 1);
            case '.' -> {
                boolean range = at + 1 < length && text[at + 1] == '.';
                add(range ? TokenKind.RANGE : TokenKind.DOT, range ? 2 : 1);
            }
            case ':' -> assign();
            default -> other(c);
        }
    }

    private void assign() {
        if (at + 2 < length && text[at + 1] == ':' && text[at + 2] == '=') {
            add(TokenKind.ASSIGN, 3);
        } else if (at + 1 < length && text[at + 1] == '=') {
            misspelt(2);
        } else if (at + 3 < length && text[at + 1] == ':' && text[at + 2] == ' ') {
            if (text[at + 3] == '=') {
                misspelt(4);
            } else {
                stray();
            }
        } else {
            stray();
        }
    }

    /** {@code :=} or {@code :: =} for {@code ::=}. */
    private void misspelt(int width) {
        sink.fault(DiagnosticCode.MISSPELT_ASSIGNMENT, at, at + width)
                .fix(at, at + width, "::=")
                .report(sink.file().text(at, at + width));
        add(TokenKind.ASSIGN, width);
    }

    private void add(TokenKind kind, int width) {
        tokens.add(kind, at, at + width);
        at += width;
    }

    private void pageBreak() {
        int from = PageBreak.lineStart(text, at);
        tokens.dropFrom(from);
        at = PageBreak.end(text, at);
        sink.reportOnce(DiagnosticCode.PAGE_BREAK, from, at);
    }

    private void other(int c) {
        int quote = TypographicQuote.width(text, at);
        if (quote > 0) {
            int start = at;
            int close = TypographicQuote.close(text, at + quote);
            at = close;
            sink.reportOnce(DiagnosticCode.TYPOGRAPHIC_QUOTE, start, start + quote);
            tokens.add(TokenKind.STRING, start, at);
        } else if (c < 0 && invisible()) {
            at++;
        } else {
            stray();
        }
    }

    /** A no-break space or byte order mark, in UTF-8 or Windows-1252. */
    private boolean invisible() {
        int c = text[at] & 0xFF;
        if (c == 0xA0) {
            return true;
        }
        if (c == 0xC2) {
            return at + 1 < length && (text[at + 1] & 0xFF) == 0xA0;
        }
        boolean mark =
                c == 0xEF
                        && at + 2 < length
                        && (text[at + 1] & 0xFF) == 0xBB
                        && (text[at + 2] & 0xFF) == 0xBF;
        if (mark) {
            at += 2;
        }
        return mark;
    }

    /** A run of characters that mean nothing here is one fault. */
    private void stray() {
        int start = at++;
        while (at < length && (text[at] < 0 || text[at] > '~')) {
            at++;
        }
        sink.fault(DiagnosticCode.STRAY_CHARACTER, start, at)
                .fix(start, at, "")
                .report(sink.file().text(start, Math.min(at, start + 40)));
    }

    private static boolean isWordByte(int c) {
        return isLetter(c) || isDigit(c) || c == '_';
    }

    private static boolean isLetter(int c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    private static boolean isUpper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
