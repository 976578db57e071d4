package dev.bulkhead.mibs.parser;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.diagnostic.DiagnosticSink;
import dev.bulkhead.mibs.lexer.TokenKind;
import dev.bulkhead.mibs.lexer.Tokens;
import dev.bulkhead.mibs.syntax.Name;

/** Where a parser is in a file's tokens. It never moves past the end of file. */
final class TokenCursor {
    private final Tokens tokens;
    private final DiagnosticSink sink;
    private int at;

    TokenCursor(Tokens tokens, DiagnosticSink sink) {
        this.tokens = tokens;
        this.sink = sink;
    }

    DiagnosticSink sink() {
        return sink;
    }

    TokenKind kind() {
        return tokens.kind(at);
    }

    TokenKind kind(int ahead) {
        return tokens.kind(at + ahead);
    }

    boolean is(String word) {
        return tokens.is(at, word);
    }

    boolean is(int ahead, String word) {
        return tokens.is(at + ahead, word);
    }

    boolean at(TokenKind kind) {
        return kind() == kind;
    }

    boolean atName() {
        return atName(0);
    }

    boolean atName(int ahead) {
        return kind(ahead) == TokenKind.UPPER || kind(ahead) == TokenKind.LOWER;
    }

    boolean atEnd() {
        return kind() == TokenKind.END_OF_FILE;
    }

    String text() {
        return tokens.text(at);
    }

    int offset() {
        return tokens.start(at);
    }

    int end() {
        return tokens.end(at);
    }

    /** The offset at which the token before ends. */
    int previousEnd() {
        return at == 0 ? 0 : tokens.end(at - 1);
    }

    int position() {
        return at;
    }

    void next() {
        if (at < tokens.size() - 1) {
            at++;
        }
    }

    Name takeName() {
        Name name = new Name(text(), offset());
        next();
        return name;
    }

    boolean skip(TokenKind kind) {
        if (at(kind)) {
            next();
            return true;
        }
        return false;
    }

    boolean skip(String word) {
        if (is(word)) {
            next();
            return true;
        }
        return false;
    }

    /** Skips the token if it is there; reports its absence otherwise. */
    boolean expect(TokenKind kind) {
        if (skip(kind)) {
            return true;
        }
        unexpected(kind.words());
        return false;
    }

    void unexpected(String expected) {
        sink.report(DiagnosticCode.UNEXPECTED_TOKEN, offset(), end(), found(), expected);
    }

    private String found() {
        return switch (kind()) {
            case UPPER, LOWER, NUMBER -> "\"" + shortened(text()) + "\"";
            default -> kind().words();
        };
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }

    /** Skips to just after the token that closes the one at the cursor, braces counted. */
    void skipBalanced(TokenKind open, TokenKind close) {
        int depth = 0;
        while (!atEnd() && !Boundaries.atDeclaration(this)) {
            if (at(open)) {
                depth++;
            } else if (at(close) && --depth <= 0) {
                next();
                return;
            }
            next();
        }
    }
}
