package dev.bulkhead.mibs.parser;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.diagnostic.DiagnosticSink;
import dev.bulkhead.mibs.lexer.Keyword;
import dev.bulkhead.mibs.lexer.NamePool;
import dev.bulkhead.mibs.lexer.TokenKind;
import dev.bulkhead.mibs.lexer.Tokens;
import dev.bulkhead.mibs.lexer.TypographicQuote;
import dev.bulkhead.mibs.syntax.Name;
import org.jspecify.annotations.Nullable;

/** Where a parser is in a file's tokens. It never moves past the end of file. */
final class TokenCursor {
    private final Tokens tokens;
    private final NamePool names;
    private final DiagnosticSink sink;
    private final byte[] bytes;
    private int at;
    private int lastUnexpected = -1;

    TokenCursor(Tokens tokens, NamePool names, DiagnosticSink sink) {
        this.tokens = tokens;
        this.names = names;
        this.sink = sink;
        this.bytes = sink.file().bytes();
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

    /** The keyword at the cursor, if there is one. */
    @Nullable Keyword keyword() {
        return tokens.keyword(at);
    }

    @Nullable Keyword keyword(int ahead) {
        return tokens.keyword(at + ahead);
    }

    boolean is(Keyword keyword) {
        return tokens.keyword(at) == keyword;
    }

    boolean is(int ahead, Keyword keyword) {
        return tokens.keyword(at + ahead) == keyword;
    }

    boolean at(TokenKind kind) {
        return kind() == kind;
    }

    boolean atName() {
        return atName(0);
    }

    boolean atName(int ahead) {
        TokenKind kind = kind(ahead);
        return kind == TokenKind.UPPER || kind == TokenKind.LOWER;
    }

    boolean atEnd() {
        return kind() == TokenKind.END_OF_FILE;
    }

    String text() {
        return text(0);
    }

    String text(int ahead) {
        return names.name(bytes, tokens, at + ahead);
    }

    int offset() {
        return tokens.start(at);
    }

    int offset(int ahead) {
        return tokens.start(at + ahead);
    }

    int end() {
        return tokens.end(at);
    }

    int end(int ahead) {
        return tokens.end(at + ahead);
    }

    /** How many bytes the quote that opens a text has: more than one if it is typographic. */
    int quoteWidth(int start) {
        return bytes[start] == '"' ? 1 : Math.max(1, TypographicQuote.width(bytes, start));
    }

    /** How many bytes the quote that closes a text has; 0 where it is missing. */
    int quoteWidthBefore(int end) {
        if (bytes[end - 1] == '"') {
            return 1;
        }
        for (int width = 1; width <= 3 && width <= end; width += 2) {
            if (bytes[end - width] < 0 && TypographicQuote.width(bytes, end - width) == width) {
                return width;
            }
        }
        return 0;
    }

    /** The offset at which the token before ends. */
    int previousEnd() {
        return at == 0 ? 0 : tokens.end(at - 1);
    }

    /** Changes whenever the cursor moves. */
    int position() {
        return at;
    }

    /** The number at the cursor, decimal or quoted. */
    long number() {
        return kind() == TokenKind.NUMBER
                ? Numbers.parse(bytes, offset(), end())
                : Numbers.parseQuoted(bytes, offset(), end());
    }

    void next() {
        if (at < tokens.size() - 1) {
            at++;
        }
    }

    /** Goes back to the token before. */
    void back() {
        at--;
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

    boolean skip(Keyword keyword) {
        if (is(keyword)) {
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

    /** Reports what stands here, a run of tokens once: what follows from it would say it again. */
    void unexpected(String expected) {
        boolean first = lastUnexpected < 0 || at > lastUnexpected + 1;
        lastUnexpected = at;
        if (first) {
            sink.report(DiagnosticCode.UNEXPECTED_TOKEN, offset(), end(), found(), expected);
        }
    }

    private String found() {
        return switch (kind()) {
            case UPPER, LOWER, NUMBER -> "\"" + shortened() + "\"";
            default -> kind().words();
        };
    }

    /** The text at the cursor as a message shows it. */
    String shortened() {
        boolean cut = end() - offset() > 40;
        int end = cut ? offset() + 40 : end();
        return sink.file().text(offset(), end) + (cut ? "..." : "");
    }

    /** Reports that a comma is missing behind the token before. */
    void missingComma(String list) {
        int end = previousEnd();
        sink.fault(DiagnosticCode.MISSING_COMMA, end - 1, end)
                .fix(end, end, ",")
                .report(list, shortened());
    }

    /** Skips a comma, and reports one that ends its list. */
    void comma(String list) {
        int start = offset();
        next();
        if (at(TokenKind.RIGHT_BRACE)) {
            sink.fault(DiagnosticCode.TRAILING_COMMA, start, start + 1)
                    .fix(start, start + 1, "")
                    .report(list);
        } else if (at(TokenKind.COMMA)) {
            sink.fault(DiagnosticCode.UNEXPECTED_TOKEN, offset(), end())
                    .fix(offset(), end(), "")
                    .report("\",\"", list.equals("IMPORTS") ? "a symbol" : "a name");
            next();
        }
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
