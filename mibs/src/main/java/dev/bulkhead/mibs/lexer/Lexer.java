package dev.bulkhead.mibs.lexer;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.diagnostic.DiagnosticSink;

/**
 * Cuts a text into tokens.
 *
 * <p>Comments begin with {@code --} and end with the line or the next {@code --} (X.208 §8.6).
 * Where what follows that second {@code --} on the line is no plausible SMI, vendors meant the
 * whole line, and so does this lexer. Names may hold underscores and begin with digits; each such
 * fault is a diagnostic and the name is kept.
 */
public final class Lexer {
    private final String text;
    private final DiagnosticSink sink;
    private final Tokens tokens;
    private int at;

    private Lexer(String text, DiagnosticSink sink) {
        this.text = text;
        this.sink = sink;
        this.tokens = new Tokens(text);
    }

    /** All tokens of a text. */
    public static Tokens tokens(String text, DiagnosticSink sink) {
        Lexer lexer = new Lexer(text, sink);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        lexer.tokens.add(TokenKind.END_OF_FILE, text.length(), text.length());
        return lexer.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (c <= ' ') {
            at++;
        } else if (isLetter(c)) {
            word(TokenKind.UPPER, TokenKind.LOWER);
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

    private void word(TokenKind upper, TokenKind lower) {
        int start = at;
        boolean underscore = false;
        while (at < text.length() && isWordPart(at)) {
            underscore |= text.charAt(at) == '_';
            at++;
        }
        if (underscore) {
            sink.report(
                    DiagnosticCode.UNDERSCORE_IN_IDENTIFIER, start, at, text.substring(start, at));
        }
        tokens.add(isUpper(text.charAt(start)) ? upper : lower, start, at);
    }

    private boolean isWordPart(int index) {
        char c = text.charAt(index);
        if (c == '-') {
            return !text.startsWith("--", index)
                    && index + 1 < text.length()
                    && (isLetter(text.charAt(index + 1)) || isDigit(text.charAt(index + 1)));
        }
        return isLetter(c) || isDigit(c) || c == '_';
    }

    private void numberOrWord() {
        int start = at;
        int end = at;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        boolean word = end < text.length() && isWordPart(end) && text.charAt(end) != '-';
        boolean hyphened =
                end < text.length()
                        && text.charAt(end) == '-'
                        && isWordPart(end)
                        && letterAfter(end);
        if (word || hyphened) {
            word(TokenKind.LOWER, TokenKind.LOWER);
            sink.report(DiagnosticCode.DIGIT_FIRST, start, at, text.substring(start, at));
        } else {
            at = end;
            tokens.add(TokenKind.NUMBER, start, end);
        }
    }

    private boolean letterAfter(int index) {
        return index + 1 < text.length() && isLetter(text.charAt(index + 1));
    }

    private void dash() {
        if (text.startsWith("--", at)) {
            comment();
        } else if (at + 1 < text.length() && isDigit(text.charAt(at + 1))) {
            int start = at++;
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
            tokens.add(TokenKind.NUMBER, start, at);
        } else {
            stray();
        }
    }

    private void comment() {
        int lineEnd = at;
        while (lineEnd < text.length() && "\r\n".indexOf(text.charAt(lineEnd)) < 0) {
            lineEnd++;
        }
        int close = text.indexOf("--", at + 2);
        if (close < 0 || close >= lineEnd || !CommentEnd.goesOn(text, close + 2, lineEnd)) {
            at = lineEnd;
        } else {
            at = close + 2;
        }
    }

    private void string() {
        int start = at;
        int close = text.indexOf('"', at + 1);
        if (close < 0) {
            sink.report(DiagnosticCode.UNTERMINATED_STRING, start, start + 1);
            at = text.length();
        } else {
            at = close + 1;
        }
        tokens.add(TokenKind.STRING, start, at);
    }

    private void quotedNumber() {
        int start = at;
        int close = text.indexOf('\'', at + 1);
        char radix = close > 0 && close + 1 < text.length() ? text.charAt(close + 1) : ' ';
        if ("hHbB".indexOf(radix) < 0) {
            stray();
            return;
        }
        at = close + 2;
        boolean hex = radix == 'h' || radix == 'H';
        tokens.add(hex ? TokenKind.HEX_STRING : TokenKind.BINARY_STRING, start, at);
    }

    private void symbol(char c) {
        if (text.startsWith("::=", at)) {
            add(TokenKind.ASSIGN, 3);
        } else if (text.startsWith("..", at)) {
            add(TokenKind.RANGE, 2);
        } else {
            switch (c) {
                case '{' -> add(TokenKind.LEFT_BRACE, 1);
                case '}' -> add(TokenKind.RIGHT_BRACE, 1);
                case '(' -> add(TokenKind.LEFT_PARENTHESIS, 1);
                case ')' -> add(TokenKind.RIGHT_PARENTHESIS, 1);
                case '[' -> add(TokenKind.LEFT_BRACKET, 1);
                case ']' -> add(TokenKind.RIGHT_BRACKET, 1);
                case ',' -> add(TokenKind.COMMA, 1);
                case ';' -> add(TokenKind.SEMICOLON, 1);
                case '|' -> add(TokenKind.BAR, 1);
                case '.' -> add(TokenKind.DOT, 1);
                default -> stray();
            }
        }
    }

    private void add(TokenKind kind, int length) {
        tokens.add(kind, at, at + length);
        at += length;
    }

    /** A run of characters that mean nothing here is one fault. */
    private void stray() {
        int start = at++;
        while (at < text.length() && text.charAt(at) > '~') {
            at++;
        }
        sink.report(DiagnosticCode.STRAY_CHARACTER, start, at, text.substring(start, at));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || isUpper(c);
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
